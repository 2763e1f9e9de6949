import cliProgress from "cli-progress";
import { withoutControls } from "../terminal/wrap.ts";

/** How far a list of things is. */
export interface ProgressBar {
	/** One more step is done; what is being done now. */
	step(doing: string): void;
	/** Takes the bar away. */
	end(): void;
}

const BAR_COLUMNS = 24;

/** Opens a bar on standard error; where that is no terminal, nothing is shown. */
export const openBar = (steps: number, stream = process.stderr): ProgressBar => {
	if (!stream.isTTY || process.env.TERM === "dumb") return { step: () => {}, end: () => {} };
	const room = Math.max(10, stream.columns - BAR_COLUMNS - 14);
	const bar = new cliProgress.SingleBar({
		stream,
		format: "{bar} {value}/{total} {doing}",
		barsize: BAR_COLUMNS,
		barCompleteChar: "█",
		barIncompleteChar: "░",
		clearOnComplete: true,
		hideCursor: true,
		// Ctrl-C is the program's business.
		gracefulExit: false,
	});
	bar.start(steps, 0, { doing: "" });
	return {
		step: (doing) => bar.increment(1, { doing: withoutControls(doing, " ").slice(0, room) }),
		end: () => bar.stop(),
	};
};
