import type { Metadata } from "../../shared/article.ts";
import { escapeText, joined } from "./markdown.ts";

/** Who wrote it, where and when it appeared; empty when the page doesn't say. */
export const byline = ({ authors, publisher, publishedAt }: Metadata): string =>
	joined(
		[
			authors.map(({ name, role }) => escapeText(role === undefined ? name : `${name} (${role})`)).join(", "),
			publisher && escapeText(publisher.name),
			publishedAt?.slice(0, "2025-01-29".length),
		],
		" · ",
	);
