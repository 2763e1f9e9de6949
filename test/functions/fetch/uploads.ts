import { documentName } from "../../../functions/shared/library.ts";
import { listedTime } from "../../../functions/shared/lists.ts";
import { padSequencer } from "../../../functions/shared/upload.ts";
import type { Cloud } from "../../support/cloud.ts";
import { articleDocument, summaryDocument, upload } from "../../support/documents.ts";

const TIME = "2025-03-07T09:00:00Z";

/** Brings a key's row to a stage as the pipeline would, through the catalogue's own transitions. */
export const uploadsTo = ({
	catalogue,
	entries,
	library,
}: Pick<Cloud, "catalogue" | "entries" | "library">) => {
	const turnOf = (key: string, sequencer: string) => ({ key, sequencer: padSequencer(sequencer) });

	const received = async (key: string, sequencer = "0A") => {
		await catalogue.claim({ ...turnOf(key, sequencer), etag: "e", time: TIME });
		return turnOf(key, sequencer);
	};

	/** The documents in the library and the row pointing at them. */
	const ready = async (
		key: string,
		{ sequencer = "0A", article = articleDocument(), summary = summaryDocument() } = {},
	) => {
		const turn = await received(key, sequencer);
		const pointers = {
			article: documentName("articles", turn, "1.0.0"),
			summary: documentName("summaries", turn, "1.0.0"),
		};
		const about = { key, upload: upload({ sequencer: turn.sequencer }) };
		await library.put(pointers.article, { ...article, ...about });
		await library.put(pointers.summary, { ...summary, ...about, pointers });
		await catalogue.strip(turn, documentName("articles", turn, "1.0.0"));
		const current = {
			...pointers,
			headline: summary.headline,
			gist: summary.gist.text,
			language: summary.language,
			publisher: summary.metadata.publisher?.name,
			publishedAt: summary.metadata.publishedAt,
			listedAt: listedTime(summary.metadata.publishedAt, TIME),
			topics: summary.topics,
			authors: summary.metadata.authors.map(({ name }) => name),
			url: summary.metadata.url,
		};
		await entries.add(turn, current);
		await catalogue.publish(turn, current);
		return pointers;
	};

	return {
		received,
		ready,
		stripped: async (key: string) => catalogue.strip(await received(key), "articles/a/1.json"),
		rejected: async (key: string) =>
			catalogue.reject(await received(key), { code: "not-text", message: "This upload is a picture." }),
		failed: async (key: string) =>
			catalogue.fail(await received(key), { code: "timeout", message: "Summarising took too long." }),
		deleted: async (key: string, sequencer = "0B") => catalogue.bury(turnOf(key, sequencer), TIME),
	};
};
