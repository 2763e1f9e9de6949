/** One article's way through summarise: read it, summarise it, store the summary, point the row at it. */
import type { ArticleDocument } from "../shared/article.ts";
import type { Catalogue, Current, Reason } from "../shared/catalogue.ts";
import { type SummariseMessage, SummariseMessageSchema } from "../shared/events.ts";
import { documentName, type Library } from "../shared/library.ts";
import type { Log } from "../shared/queue.ts";
import type { Summary, SummaryDocument } from "../shared/summary.ts";
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
	readonly summariser: Summariser;
	readonly now: () => Date;
	readonly log: Log;
}

/** Lists show short texts; a row of the catalogue must stay far below DynamoDB's 400 KB. */
const excerpt = (text: string): string => (text.length <= 500 ? text : `${text.slice(0, 499)}…`);

const currentOf = (summary: Summary, pointers: { article: string; summary: string }): Current => ({
	...pointers,
	headline: excerpt(summary.headline),
	gist: excerpt(summary.gist.text),
	language: summary.language,
	...(summary.metadata.publisher && { publisher: excerpt(summary.metadata.publisher.name) }),
	...(summary.metadata.publishedAt && { publishedAt: summary.metadata.publishedAt }),
});

const parseMessage = (body: string): SummariseMessage | undefined => {
	try {
		return SummariseMessageSchema.parse(JSON.parse(body));
	} catch {
		return undefined;
	}
};

/** Wires the steps to their parts. The function it returns handles one message; it throws what a retry may mend. */
export const createSummarise = ({ library, catalogue, summariser, now, log }: SummariseParts) => {
	const publish = async (turn: SummariseMessage, summary: SummaryDocument): Promise<void> => {
		const { pointers } = summary;
		await library.put(pointers.summary, summary);
		const published = await catalogue.publish(turn, currentOf(summary, pointers));
		const ours = [pointers.article, pointers.summary];
		if (published.outcome === "moved") {
			const { previous } = published;
			const replaced = previous ? [previous.article, previous.summary] : [];
			await library.remove(replaced.filter((name) => !ours.includes(name)));
			log.info("ready", { key: turn.key });
		} else if (published.row === undefined || published.row.latest.sequencer > turn.sequencer) {
			await library.remove(ours);
			log.info("overtaken", { key: turn.key });
		}
	};

	const summarise = async (turn: SummariseMessage, article: ArticleDocument): Promise<void> => {
		const { key, upload } = article;
		const summary = await summariser.summarise(article);
		const engine = `${summariser.name}-${summariser.version}`;
		await publish(turn, {
			...summary,
			key,
			upload,
			producedAt: now().toISOString(),
			pointers: { article: turn.article, summary: documentName("summaries", turn, engine) },
		});
	};

	return async (body: string, lastTry: boolean): Promise<void> => {
		const turn = parseMessage(body);
		if (!turn) return log.warn("dropped a message that is not ours", { bytes: body.length });
		if (lastTry && (await catalogue.fail(turn, LAST_TRY)).outcome === "refused") return;
		const article = await library.article(turn.article);
		if (article) return summarise(turn, article);
		const latest = (await catalogue.get(turn.key))?.latest;
		if (latest?.sequencer === turn.sequencer && latest.stage !== "ready")
			throw new Error(`The article document ${turn.article} is missing, but its row still waits for it.`);
		log.info("overtaken", { key: turn.key });
	};
};
