/** How commands end. */
import { CommanderError } from "commander";
import { PrecisError, ProblemError, UnexpectedAnswerError, UnreachableError } from "../client/index.ts";
import { Unable } from "../terminal/unable.ts";
import { UsageError } from "../terminal/usage.ts";
import { withoutControls } from "../terminal/wrap.ts";

/** Exit codes, and what they mean. */
export const EXIT = {
	done: 0,
	undone: 1,
	usage: 2,
	unreachable: 3,
	forbidden: 4,
	stopped: 130,
} as const;

/** What `--help` tells of them. */
export const EXIT_CODES = `Exit codes:
  0    done
  1    not all of it: an upload was rejected or failed or isn't ready in time,
       nothing is known of a key, a file can't be read
  2    called wrongly
  3    the API can't be reached, or can't answer
  4    the API doesn't know you (401), or doesn't let you (403)
  130  stopped by Ctrl-C`;

/** Lambda refuses, or doesn't answer; with the status where it has one. */
export class LambdaError extends Unable {
	readonly status: number | undefined;

	constructor(message: string, status?: number) {
		super(message);
		this.status = status;
	}
}

const isRefusal = ({ status }: ProblemError | LambdaError): boolean => status === 401 || status === 403;

const isOut = (status: number): boolean => status === 429 || status >= 500;

/** An answer of something else than this API, which says what is wrong under codes of its own. */
const isForeign = ({ code }: ProblemError): boolean => code.startsWith("http-");

/** Whether asking for the next item makes no sense either. */
export const isHopeless = (error: unknown): boolean =>
	error instanceof UnreachableError ||
	error instanceof UnexpectedAnswerError ||
	(error instanceof LambdaError && (error.status === undefined || isOut(error.status))) ||
	(error instanceof ProblemError &&
		!error.upload &&
		(isRefusal(error) || isOut(error.status) || isForeign(error)));

/** The exit code for what a command threw. */
export const exitCodeOf = (error: unknown, signal: AbortSignal): number => {
	if (signal.aborted) return EXIT.stopped;
	if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
	if (error instanceof UsageError) return EXIT.usage;
	if (error instanceof ProblemError && !error.upload && isRefusal(error)) return EXIT.forbidden;
	if (error instanceof LambdaError && isRefusal(error)) return EXIT.forbidden;
	if (isHopeless(error)) return EXIT.unreachable;
	return error instanceof ProblemError && error.status === 400 ? EXIT.usage : EXIT.undone;
};

/** The API's sentence, in this command line's words where it has others. */
export const sentenceOf = (error: Error): string =>
	error instanceof ProblemError && error.code === "unknown-key"
		? "Nothing is known of this key. A new upload takes a moment to arrive."
		: error.message;

/** What to do about it, where the message doesn't say. */
const advice = (error: unknown): string => {
	if (error instanceof UnreachableError)
		return " Is it running (npm start), or is another address meant (--api, PRECIS_API)?";
	if (!(error instanceof ProblemError) || error.upload) return "";
	if (isRefusal(error))
		return " A token (--token, PRECIS_TOKEN) or a signature (--iam) with the right to do this is needed.";
	return isForeign(error) && !isOut(error.status) ? " Is this a Precis API (--api, PRECIS_API)?" : "";
};

/** The sentence for what a command threw; nothing where it has been told already. */
export const explain = (error: unknown, { signal, json }: { signal: AbortSignal; json: boolean }): string => {
	if (signal.aborted) return "Stopped.";
	if (error instanceof CommanderError) return "";
	const known = error instanceof PrecisError || error instanceof Unable || error instanceof UsageError;
	const message = error instanceof Error ? sentenceOf(error) : String(error);
	const sentence = withoutControls(`${message}${advice(error)}`, " ");
	if (json) {
		const { status, code } = error instanceof ProblemError ? error : {};
		return JSON.stringify({ error: { ...(status && { status }), ...(code && { code }), message: sentence } });
	}
	return known ? sentence : `Something went wrong that should not: ${sentence}`;
};
