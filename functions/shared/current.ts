/** What lists show of a summary, short enough for a row of the catalogue. */

import { listable, listedTime } from "./lists.ts";
import type { Current } from "./row.ts";
import type { SummaryDocument } from "./summary.ts";

/** Lists show short texts; a row of the catalogue must stay far below DynamoDB's 400 KB. */
const excerpt = (text: string): string =>
	text.length <= 500 ? text : `${text.slice(0, 499).toWellFormed()}…`;

/** Longer ones are in the documents only. */
const LONGEST_URL = 1000;

/** What a row keeps of a summary that is published. */
export const currentOf = ({ pointers, upload, ...summary }: SummaryDocument): Current => ({
	...pointers,
	headline: excerpt(summary.headline),
	gist: excerpt(summary.gist.text),
	language: summary.language,
	...(summary.metadata.publisher && { publisher: excerpt(summary.metadata.publisher.name) }),
	...(summary.metadata.publishedAt && { publishedAt: summary.metadata.publishedAt }),
	listedAt: listedTime(summary.metadata.publishedAt, upload.uploadedAt),
	topics: listable(summary.topics),
	authors: listable(summary.metadata.authors.map(({ name }) => name)),
	// A cut address would be another one.
	...(summary.metadata.url && summary.metadata.url.length <= LONGEST_URL && { url: summary.metadata.url }),
});
