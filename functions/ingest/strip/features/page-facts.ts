import type { PageType } from "../../../shared/article.ts";
import type { Page, PageBlock } from "../../page.ts";
import { declaredType } from "../../page-type.ts";
import type { Outline } from "../outline.ts";
import { hasPrice } from "../prose.ts";
import type { RuleLabel } from "../rules.ts";
import { ADDRESS_FEATURES, measureAddress } from "./address.ts";
import { countNames } from "./name-facts.ts";

const TYPES: readonly (PageType | undefined)[] = [
	undefined,
	"article",
	"forum",
	"documentation",
	"product",
	"listing",
	"other",
];

/** Of each block's beginning, and of all of them together, so much is asked for its script. */
const MAX_BEGINNING = 40;
const MAX_BEGINNINGS = 4_000;

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
}

/** Is it in a script that needs no spaces? */
function isDense({ units, starts }: Outline): boolean {
	let left = MAX_BEGINNINGS;
	for (let block = 0; block < starts.length - 1; block++) {
		const start = starts[block] ?? 0;
		const size = Math.min(MAX_BEGINNING, left, (starts[block + 1] ?? 0) - start);
		for (let i = start; i < start + size; i++) {
			const c = units[i] ?? 0;
			if (c >= 0x2e80 && c <= 0xd7ff) return true;
		}
		left -= size;
	}
	return false;
}

/** How many blocks are so. */
function count(blocks: readonly PageBlock[], is: (block: PageBlock) => boolean): number {
	let sum = 0;
	for (const block of blocks) if (is(block)) sum++;
	return sum;
}

/** What kind of page it is, in numbers. */
export function measurePage({ page, outline, rules }: Known): Float32Array {
	const { blocks, head } = page;
	const text = (outline.text[0] ?? 0) + 1;
	const n = blocks.length + 1;
	const shareOf = (type: PageBlock["type"]): number => count(blocks, (block) => block.type === type) / n;
	const kept = rules.reduce((sum, { kind }, i) => sum + (kind === "body" ? (outline.proseOf[i] ?? 0) : 0), 0);
	const paragraphs = outline.proseOf.filter((prose) => prose > 0).sort();
	return Float32Array.of(
		Math.log1p(blocks.length),
		Math.log1p(outline.prose[0] ?? 0),
		(outline.prose[0] ?? 0) / text,
		(outline.linked[0] ?? 0) / text,
		Math.log1p(paragraphs.length),
		Math.log1p(paragraphs[paragraphs.length >> 1] ?? 0),
		shareOf("heading"),
		shareOf("list-item"),
		shareOf("code"),
		shareOf("table"),
		kept / ((outline.prose[0] ?? 0) + 1),
		Math.log1p(kept),
		TYPES.indexOf(declaredType(page)),
		head.meta.get("og:type")?.[0] === "article" ? 1 : head.meta.has("og:type") ? 0 : -1,
		head.meta.has("article:published_time") || head.meta.has("datepublished") ? 1 : 0,
		count(blocks, ({ datetime }) => datetime !== undefined),
		isDense(outline) ? 1 : 0,
		Math.log1p(count(blocks, (block) => hasPrice(block.text))),
		...countNames(outline).map(Math.log1p),
		...measureAddress(head, outline),
	);
}
