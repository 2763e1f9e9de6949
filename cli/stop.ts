/** A terminal's Ctrl-C comes twice where npm passes on what the terminal has sent already. */
const ECHO_MS = 300;

/** Aborts on the first Ctrl-C or SIGTERM; the second ends the process at once. */
export const stopSignal = (): AbortSignal => {
	const controller = new AbortController();
	let first = 0;
	const stop = () => {
		if (controller.signal.aborted && performance.now() - first > ECHO_MS) process.exit(130);
		first ||= performance.now();
		controller.abort();
	};
	for (const name of ["SIGINT", "SIGTERM"] as const) process.on(name, stop);
	return controller.signal;
};
