import { oneLine } from "../characters.ts";
import type { Page, PageBlock } from "../page.ts";

/** A page that shows less than this was to be filled by a script. */
const MAX_SHOWN = 500;
/** A shorter `articleBody` is a summary. */
const MIN_BODY = 400;
const MAX_BODY = 500_000;

/**
 * Pages built by scripts may hold their article only in JSON-LD's `articleBody`: then its lines become the
 * page's last paragraphs. They have no markup, and no links.
 */
export function withLinkedBody(page: Page): Page {
	const shown = page.blocks.reduce((sum, block) => sum + block.text.length * (1 - block.linkDensity), 0);
	if (shown > MAX_SHOWN) return page;
	const body = page.head.jsonLd
		.map((node) => (Object.hasOwn(node, "articleBody") ? node.articleBody : undefined))
		.find((value) => typeof value === "string" && value.length >= MIN_BODY);
	if (typeof body !== "string") return page;
	const blocks = body
		.slice(0, MAX_BODY)
		.split(/\n+/)
		.map(oneLine)
		.filter((text) => text !== "")
		.map((text): PageBlock => ({ type: "paragraph", text, linkDensity: 0, links: [] }));
	const warning = {
		code: "body-from-metadata",
		message: "The page shows no article; its text was taken from what the page declares to search engines.",
	};
	return { ...page, blocks: [...page.blocks, ...blocks], warnings: [...page.warnings, warning] };
}
