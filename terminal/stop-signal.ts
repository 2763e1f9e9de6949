/** A terminal's Ctrl-C comes twice where npm passes on what the terminal has sent already. */
const ECHO_MS = 300;

const LOOK_MS = 250;

/**
 * npm gives a SIGTERM to the shell that it has started the script in, and the shell gives it to nobody: that it is
 * gone is all that the script can tell.
 */
const onShellGone = (stop: () => void): void => {
	if (process.env.npm_lifecycle_event === undefined) return;
	const shell = process.ppid;
	const timer = setInterval(() => {
		if (process.ppid === shell) return;
		clearInterval(timer);
		stop();
	}, LOOK_MS).unref();
};

/** Aborts on the first Ctrl-C or SIGTERM, with `reason`; the second ends the process at once. */
export const stopSignal = (reason?: Error): AbortSignal => {
	const controller = new AbortController();
	let first = 0;
	const stop = () => {
		if (controller.signal.aborted && performance.now() - first > ECHO_MS) process.exit(130);
		first ||= performance.now();
		controller.abort(reason);
	};
	for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, stop);
	onShellGone(() => controller.abort(reason));
	return controller.signal;
};
