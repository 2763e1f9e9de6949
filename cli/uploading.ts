/** Many uploads at once, and what came of each. */
import {
	FailedError,
	NotReadyError,
	type PrecisClient,
	PrecisError,
	ProblemError,
	RejectedError,
	type SummaryLength,
} from "../client/index.ts";
import { Unable } from "../terminal/unable.ts";
import { isHopeless } from "./exit.ts";
import type { ProgressBar } from "./progress-bar.ts";
import type { Source } from "./sources.ts";

/** What came of one upload. */
export interface Outcome {
	readonly source: string;
	readonly key: string;
	/** `uploaded` when nobody waited; `unreadable` before it was sent, `refused` when it couldn't be. */
	readonly outcome: "uploaded" | "ready" | "rejected" | "failed" | "not-ready" | "unreadable" | "refused";
	readonly code?: string;
	/** Why there is no summary. */
	readonly message?: string;
	readonly headline?: string;
	readonly gist?: string;
}

/** How to upload. */
export interface UploadPlan {
	readonly client: PrecisClient;
	readonly signal: AbortSignal;
	readonly bar: ProgressBar;
	readonly concurrency: number;
	/** The address of the one article, when it doesn't tell it. */
	readonly url: string | undefined;
	readonly length: SummaryLength | undefined;
	/** How long to wait for each summary; not at all when absent. */
	readonly waitMs: number | undefined;
}

/** Whether it came to what was wanted. */
export const isDone = ({ outcome }: Outcome): boolean => outcome === "ready" || outcome === "uploaded";

/** What an error says of one upload. Rethrows what would meet the next one too. */
const outcomeOf = (error: unknown): Pick<Outcome, "outcome" | "code" | "message"> => {
	if (isHopeless(error)) throw error;
	if (error instanceof RejectedError)
		return { outcome: "rejected", code: error.code, message: error.message };
	if (error instanceof FailedError) return { outcome: "failed", code: error.code, message: error.message };
	if (error instanceof NotReadyError) return { outcome: "not-ready", message: error.message };
	if (error instanceof ProblemError) return { outcome: "refused", code: error.code, message: error.message };
	if (error instanceof Unable) return { outcome: "unreadable", message: error.message };
	if (error instanceof PrecisError) return { outcome: "refused", message: error.message };
	throw error;
};

const uploadOne = async (source: Source, plan: UploadPlan, signal: AbortSignal): Promise<Outcome> => {
	const { client, bar, length, waitMs } = plan;
	const about = { source: source.name, key: source.key };
	try {
		const { bytes, contentType, url } = await source.read(signal);
		const address = plan.url ?? url;
		const sent = await client.upload(source.key, bytes, { contentType, url: address, length, signal });
		if (waitMs === undefined) return { ...about, outcome: "uploaded" };
		bar.step(source.key);
		const { headline, gist } = await client.waitFor(sent, { timeoutMs: waitMs, signal });
		return { ...about, outcome: "ready", headline, gist: gist.text };
	} catch (error) {
		signal.throwIfAborted();
		return { ...about, ...outcomeOf(error) };
	} finally {
		bar.step(source.key);
	}
};

/**
 * Uploads the sources, some at once. Gives what came of each that was begun, in their order; and the error that
 * made going on senseless, if there was one.
 */
export const uploadAll = async (
	sources: readonly Source[],
	plan: UploadPlan,
): Promise<{ outcomes: Outcome[]; fatal?: unknown }> => {
	const outcomes: (Outcome | undefined)[] = sources.map(() => undefined);
	const failing = new AbortController();
	const signal = AbortSignal.any([plan.signal, failing.signal]);
	const queue = sources.entries();
	const work = async (): Promise<void> => {
		for (const [i, source] of queue) outcomes[i] = await uploadOne(source, plan, signal);
	};
	let fatal: unknown;
	const guarded = () =>
		work().catch((error: unknown) => {
			fatal ??= error;
			failing.abort();
		});
	await Promise.all(Array.from({ length: Math.min(plan.concurrency, sources.length) }, guarded));
	return { outcomes: outcomes.filter((one) => one !== undefined), ...(fatal !== undefined && { fatal }) };
};
