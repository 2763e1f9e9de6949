/** One article's way through summarise: read it, summarise it, store the summary, point the row at it. */
import type { ArticleDocument } from "../shared/article.ts";
import { type Catalogue, isOvertaken, type Reason, type Refusal } from "../shared/catalogue.ts";
import { currentOf } from "../shared/current.ts";
import type { Entries } from "../shared/entries.ts";
import { type SummariseMessage, SummariseMessageSchema } from "../shared/events.ts";
import { documentName, type Library } from "../shared/library.ts";
import type { Log } from "../shared/queue.ts";
import { type Current, documentsOf, unreferenced } from "../shared/row.ts";
import type { SummaryDocument } from "../shared/summary.ts";
import type { SummaryLength } from "../shared/summary-length.ts";
import type { Summariser } from "./summariser.ts";

/** What a row says while, and after, its last try. */
const LAST_TRY: Reason = {
	code: "summarise-failed",
	message:
		"This article could not be summarised, several times in a row, for a reason that is ours. It is kept in the dead-letter queue and can be tried again.",
};

/** What summarise is wired to. */
export interface SummariseParts {
	readonly library: Library;
	readonly catalogue: Catalogue;
	readonly entries: Pick<Entries, "add" | "remove">;
	readonly summariser: Summariser;
	/** How long a summary is where the upload doesn't say. */
	readonly length: SummaryLength;
	readonly now: () => Date;
	readonly log: Log;
}

const parseMessage = (body: string): SummariseMessage | undefined => {
	try {
		return SummariseMessageSchema.parse(JSON.parse(body));
	} catch {
		return undefined;
	}
};

/** Wires the steps to their parts. The function it returns handles one message; it throws what a retry may mend. */
export const createSummarise = ({
	library,
	catalogue,
	entries,
	summariser,
	length,
	now,
	log,
}: SummariseParts) => {
	/** The name of this engine's summary. */
	const nameOf = (turn: SummariseMessage): string =>
		documentName("summaries", turn, `${summariser.name}-${summariser.version}`);

	/** Leaves nothing of a turn behind that a newer event has overtaken. */
	const giveUp = async (
		turn: SummariseMessage,
		refusal: Refusal,
		names: readonly string[],
		listed?: Current,
	): Promise<void> => {
		if (!isOvertaken(refusal, turn)) return;
		await entries.remove(turn, listed, refusal.row?.current);
		await library.remove(unreferenced(names, refusal.row?.current));
		log.info("overtaken", { key: turn.key });
	};

	const publish = async (turn: SummariseMessage, summary: SummaryDocument): Promise<void> => {
		const { pointers } = summary;
		await library.put(pointers.summary, summary);
		const current = currentOf(summary);
		await entries.add(turn, current);
		const published = await (turn.renew ? catalogue.renew : catalogue.publish)(turn, current);
		if (published.outcome === "refused")
			return giveUp(turn, published, [pointers.article, pointers.summary], current);
		const { previous } = published;
		await entries.remove(turn, previous?.current, current);
		await library.remove(unreferenced(documentsOf(previous), current));
		log.info("ready", { key: turn.key });
	};

	const summarise = async (turn: SummariseMessage, article: ArticleDocument): Promise<void> => {
		const { key, upload } = article;
		const summary = await summariser.summarise(article, { length: upload.length ?? length });
		await publish(turn, {
			...summary,
			key,
			upload,
			producedAt: now().toISOString(),
			pointers: { article: turn.article, summary: nameOf(turn) },
		});
	};

	/** The row keeps the summary that it has, whatever becomes of the try. */
	const renew = async (turn: SummariseMessage): Promise<void> => {
		const row = await catalogue.get(turn.key);
		const isWanted =
			row?.latest.stage === "ready" &&
			row.latest.sequencer === turn.sequencer &&
			row.current?.article === turn.article &&
			row.current.summary !== nameOf(turn);
		const article = isWanted ? await library.article(turn.article) : undefined;
		if (!article) return log.info("overtaken", { key: turn.key });
		return summarise(turn, article);
	};

	return async (body: string, lastTry: boolean): Promise<void> => {
		const turn = parseMessage(body);
		if (!turn) return log.warn("dropped a message that is not ours", { bytes: body.length });
		if (turn.renew) return renew(turn);
		if (lastTry) {
			const failed = await catalogue.fail(turn, LAST_TRY);
			if (failed.outcome === "refused") return giveUp(turn, failed, [turn.article]);
		}
		const article = await library.article(turn.article);
		if (article) return summarise(turn, article);
		const latest = (await catalogue.get(turn.key))?.latest;
		if (latest?.sequencer === turn.sequencer && latest.stage !== "ready")
			throw new Error(`The article document ${turn.article} is missing, but its row still waits for it.`);
		log.info("overtaken", { key: turn.key });
	};
};
