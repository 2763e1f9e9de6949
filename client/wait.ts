/** Waiting for one upload's fate, among all the uploads that its key has had. */
import { type Api, type CallOptions, read } from "./api.ts";
import { OnItsWayAnswer, type Stage, SummaryAnswer, type SummaryDocument } from "./contracts.ts";
import { NotReadyError, ProblemError } from "./errors.ts";
import { backoff, pause } from "./exchange.ts";

/** An upload that S3 has taken. */
export interface Uploaded {
	readonly key: string;
	/** Absent where the bucket has no versions, or doesn't tell a web page. */
	readonly versionId?: string;
	/** When its address was given, by the API's clock. */
	readonly issuedAt: string;
}

/** How long to wait. */
export interface WaitOptions extends CallOptions {
	readonly timeoutMs?: number | undefined;
}

/** What an answer tells of the upload that it is about. */
interface About {
	readonly versionId?: string | undefined;
	readonly receivedAt: string;
}

const TIMEOUT_MS = 120_000;
/** The longest that the API holds an answer. */
const MAX_HOLD_SECONDS = 20;

/** S3's events tell whole seconds. */
const wholeSecond = (iso: string): number => Math.floor(Date.parse(iso) / 1000) * 1000;

/**
 * Whether an answer is about the upload or a newer one. Before the upload's event has arrived, the key still tells
 * the fate of the upload before it.
 */
const isAbout = (uploaded: Uploaded | undefined, about: About | undefined): boolean => {
	if (!uploaded || !about) return true;
	if (uploaded.versionId === undefined) return Date.parse(about.receivedAt) >= wholeSecond(uploaded.issuedAt);
	return (
		about.versionId === uploaded.versionId || Date.parse(about.receivedAt) > Date.parse(uploaded.issuedAt)
	);
};

type Fate = { summary: SummaryDocument } | { error: ProblemError } | { stage: Stage | undefined };

/** Asks once; the API holds its answer until the upload's fate is decided. */
const ask = async (
	api: Api,
	key: string,
	wait: number,
	{ uploaded, signal }: { uploaded: Uploaded | undefined; signal: AbortSignal | undefined },
): Promise<Fate> => {
	try {
		const query = { key, format: "json", wait };
		const answer = await api.ask({ path: "/summaries", query, signal, timeoutMs: wait * 1000 });
		if (answer.status === 202) return { stage: read(OnItsWayAnswer, answer).stage };
		const summary = read(SummaryAnswer, answer);
		const { versionId, uploadedAt: receivedAt } = summary.upload;
		return isAbout(uploaded, { versionId, receivedAt }) ? { summary } : { stage: undefined };
	} catch (error) {
		if (!(error instanceof ProblemError)) throw error;
		// Its event is still on its way, or so is that of the upload after.
		const isEarly = error.code === "unknown-key" || !isAbout(uploaded, error.upload);
		return isEarly ? { stage: undefined } : { error };
	}
};

/** The summary; throws what there is in its stead. */
export const waitForFate = async (
	api: Api,
	target: Uploaded | string,
	{ signal, timeoutMs = TIMEOUT_MS }: WaitOptions,
): Promise<SummaryDocument> => {
	const uploaded = typeof target === "string" ? undefined : target;
	const key = typeof target === "string" ? target : target.key;
	const deadline = performance.now() + timeoutMs;
	for (let tries = 0; ; tries++) {
		const left = deadline - performance.now();
		const wait = Math.max(0, Math.min(MAX_HOLD_SECONDS, Math.ceil(left / 1000)));
		const fate = await ask(api, key, wait, { uploaded, signal });
		if ("summary" in fate) return fate.summary;
		if ("error" in fate) throw fate.error;
		const next = Math.min(backoff(Math.min(tries, 3), 100), deadline - performance.now());
		if (next <= 0) {
			const how = fate.stage === undefined ? "nothing has been heard of it yet" : `it is ${fate.stage}`;
			throw new NotReadyError(
				key,
				fate.stage,
				`“${key}” is not ready after ${timeoutMs / 1000} seconds: ${how}.`,
			);
		}
		await pause(next, signal);
	}
};
