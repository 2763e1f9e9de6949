/** Tells people what is being waited for, on standard error: one moving line at a terminal, else a line each. */
import { styleText } from "node:util";

const FRAMES = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"];

/** Where progress is told. */
export interface Progress {
	/** Shows what is going on now, until the next call. */
	step(text: string): void;
	/** Tells something that stays. */
	say(text: string): void;
	/** Takes the moving line away. */
	end(): void;
}

/** Opens the progress of this process. */
export const openProgress = (stream = process.stderr): Progress => {
	if (!stream.isTTY) {
		const say = (text: string) => void stream.write(`${text}\n`);
		return { step: say, say, end: () => {} };
	}
	let timer: NodeJS.Timeout | undefined;
	let frame = 0;
	const end = () => {
		if (timer) stream.write("\r\x1b[K");
		clearInterval(timer);
		timer = undefined;
	};
	return {
		step(text) {
			end();
			const draw = () => {
				const spinner = FRAMES[frame++ % FRAMES.length] ?? "";
				stream.write(`\r\x1b[K${styleText("cyan", spinner, { stream })} ${text}`);
			};
			draw();
			timer = setInterval(draw, 80).unref();
		},
		say(text) {
			end();
			stream.write(`${text}\n`);
		},
		end,
	};
};
