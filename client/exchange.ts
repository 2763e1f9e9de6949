/** One request and its answer, tried again where that is harmless and may help. */
import { UnreachableError } from "./errors.ts";

/** A request; everything the client asks may be asked twice. */
export interface Call {
	readonly url: string;
	/** Called for each try, because tokens run out. */
	readonly init: () => Promise<RequestInit> | RequestInit;
	readonly fetch: typeof globalThis.fetch;
	/** For one try, its answer's body included. */
	readonly timeoutMs: number;
	/** Tries after the first. */
	readonly retries: number;
	readonly signal: AbortSignal | undefined;
	/** Whether an answer is worth another try, whatever its status says. */
	readonly isFinal?: (answer: Answer) => boolean;
}

/** An answer that was read whole. */
export interface Answer {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** A browser's, for redirects it won't show. */
	readonly isOpaque?: boolean;
	/** It came from where the API's answer led to. */
	readonly isElsewhere?: boolean;
}

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 8_000;

/** API Gateway's own 429 doesn't say how long to wait; its rates are per second. */
const THROTTLED_PAUSE_MS = 1_000;

/** Whoever is told to come back later than this is told so, not kept waiting. */
const LONGEST_RETRY_AFTER_MS = 30_000;

const TEMPORARY: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** The pause before try `n + 1`, with jitter, so that many clients don't come back at once. */
export const backoff = (n: number, firstMs = FIRST_PAUSE_MS): number =>
	Math.min(LONGEST_PAUSE_MS, firstMs * 2 ** n) * (0.5 + Math.random() / 2);

/** Waits; rejects with the signal's reason when that comes first. */
export const pause = (ms: number, signal: AbortSignal | undefined): Promise<void> =>
	new Promise((resolve, reject) => {
		signal?.throwIfAborted();
		const stop = () => {
			clearTimeout(timer);
			reject(signal?.reason);
		};
		const timer = setTimeout(() => {
			signal?.removeEventListener("abort", stop);
			resolve();
		}, ms);
		signal?.addEventListener("abort", stop, { once: true });
	});

/** What `Retry-After` says, in seconds or as a date (RFC 9110 §10.2.3). */
export const retryAfterMs = (headers: Headers): number | undefined => {
	const value = headers.get("retry-after");
	if (value === null) return undefined;
	const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
	return Number.isNaN(ms) ? undefined : Math.max(0, ms);
};

/** How long to wait before the answer is asked for again; `undefined` when it stands. */
const pauseAfter = (answer: Answer, tries: number, isFinal: Call["isFinal"]): number | undefined => {
	if (!TEMPORARY.has(answer.status) || isFinal?.(answer)) return undefined;
	const said = retryAfterMs(answer.headers);
	if (said !== undefined) return said > LONGEST_RETRY_AFTER_MS ? undefined : said + backoff(0);
	return backoff(tries, answer.status === 429 ? THROTTLED_PAUSE_MS : FIRST_PAUSE_MS);
};

const attempt = async ({ url, fetch, timeoutMs, signal }: Call, init: RequestInit): Promise<Answer> => {
	const inTime = AbortSignal.timeout(timeoutMs);
	const response = await fetch(url, {
		...init,
		// A redirect leads to an address that is signed itself; credentials don't belong there.
		redirect: "manual",
		signal: signal ? AbortSignal.any([signal, inTime]) : inTime,
	});
	const { status, headers, type } = response;
	return { status, headers, text: await response.text(), isOpaque: type === "opaqueredirect" };
};

const unreachable = (error: unknown, { url, timeoutMs }: Call): UnreachableError => {
	const { origin } = new URL(url);
	const isLate = error instanceof Error && error.name === "TimeoutError";
	const what = isLate ? `did not answer within ${timeoutMs / 1000} seconds` : "can't be reached";
	return new UnreachableError(`${origin} ${what}.`, { cause: error });
};

/** Asks until there is an answer that stands, or the tries are used up. */
export const exchange = async (call: Call): Promise<Answer> => {
	for (let tries = 0; ; tries++) {
		call.signal?.throwIfAborted();
		const init = await call.init();
		let wait: number | undefined;
		try {
			const answer = await attempt(call, init);
			wait = pauseAfter(answer, tries, call.isFinal);
			if (wait === undefined || tries === call.retries) return answer;
		} catch (error) {
			call.signal?.throwIfAborted();
			if (!isNetwork(error)) throw error;
			if (tries === call.retries) throw unreachable(error, call);
			wait = backoff(tries);
		}
		await pause(wait, call.signal);
	}
};

/** `fetch` fails with a TypeError, a timeout under its own name. */
const isNetwork = (error: unknown): boolean =>
	error instanceof TypeError ||
	(error instanceof Error && (error.name === "TimeoutError" || error.name === "AbortError"));
