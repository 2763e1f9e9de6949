import type { PageType } from "../../../shared/article.ts";
import type { Page } from "../../page.ts";
import { declaredType } from "../../page-type.ts";
import type { Outline } from "../outline.ts";
import { hasPrice } from "../prose.ts";
import type { RuleLabel } from "../rules.ts";
import { ADDRESS_FEATURES, measureAddress } from "./address.ts";
import type { NameFacts } from "./name-facts.ts";

const TYPES: readonly (PageType | undefined)[] = [
	undefined,
	"article",
	"forum",
	"documentation",
	"product",
	"listing",
	"other",
];

const DENSE_SCRIPT = /[\u2e80-\ud7ff]/;

/** What kind of page it is, in numbers: what each is. */
export const PAGE_FACTS: readonly string[] = [
	..."pageBlocks pageProse pageDense pageLinked pageParagraphs pageMedian pageHeadings pageItems pageCode pageTables pageKept pageBody pageType pageOg pagePublished pageTimes pageScript pagePrices".split(
		" ",
	),
	..."pageForum pageShop pageCards pageComments pageDocs pageNews".split(" "),
	...ADDRESS_FEATURES,
];

/** What is known of a page before it is measured. */
interface Known {
	readonly page: Page;
	readonly outline: Outline;
	readonly rules: readonly RuleLabel[];
	readonly names: NameFacts;
}

/** What kind of page it is, in numbers. */
export function measurePage({ page, outline, rules, names }: Known): Float32Array {
	const { blocks, head } = page;
	const text = (outline.text[0] ?? 0) + 1;
	const n = blocks.length + 1;
	const of = (is: (type: string) => boolean): number =>
		blocks.reduce((sum, block) => sum + (is(block.type) ? 1 : 0), 0) / n;
	const kept = rules.reduce((sum, { kind }, i) => sum + (kind === "body" ? (outline.proseOf[i] ?? 0) : 0), 0);
	const paragraphs = outline.proseOf.filter((prose) => prose > 0).sort();
	return Float32Array.of(
		Math.log1p(blocks.length),
		Math.log1p(outline.prose[0] ?? 0),
		(outline.prose[0] ?? 0) / text,
		(outline.linked[0] ?? 0) / text,
		Math.log1p(paragraphs.length),
		Math.log1p(paragraphs[paragraphs.length >> 1] ?? 0),
		of((type) => type === "heading"),
		of((type) => type === "list-item"),
		of((type) => type === "code"),
		of((type) => type === "table"),
		kept / ((outline.prose[0] ?? 0) + 1),
		Math.log1p(kept),
		TYPES.indexOf(declaredType(page)),
		head.meta.get("og:type")?.[0] === "article" ? 1 : head.meta.has("og:type") ? 0 : -1,
		head.meta.has("article:published_time") || head.meta.has("datepublished") ? 1 : 0,
		blocks.filter(({ datetime }) => datetime !== undefined).length,
		DENSE_SCRIPT.test(
			blocks
				.map(({ text: t }) => t.slice(0, 40))
				.join("")
				.slice(0, 4_000),
		)
			? 1
			: 0,
		Math.log1p(blocks.reduce((sum, block) => sum + (hasPrice(block.text) ? 1 : 0), 0)),
		...names.counts.map(Math.log1p),
		...measureAddress(head, outline),
	);
}
