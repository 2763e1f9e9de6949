import type { PageHead } from "../../page.ts";
import { WHOLE_PAGE } from "../names.ts";
import type { Outline } from "../outline.ts";

/** What addresses and the outermost elements' names say of the kind of page: forums', manuals', shops', lists', articles', firms' words. */
const KIND_WORDS: readonly string[] = [
	"forum forums thread threads topic topics viewtopic showthread question questions discussion discussions community bbs board boards t q",
	"doc docs documentation api reference manual guide guides help man wiki learn tutorial tutorials handbook developer developers",
	"product products shop store item items dp p buy pd sku cart woocommerce",
	"category categories tag tags collection collections catalog catalogue archive archives search browse section directory c home frontpage blog",
	"news article articles story stories single post entry html htm postid",
	"service services solution solutions platform features pricing about company enterprise landing",
];

const KIND_OF: ReadonlyMap<string, number> = new Map(
	KIND_WORDS.flatMap((words, kind) => words.split(" ").map((word): [string, number] => [word, kind])),
);

const MAX_ADDRESS = 400;

/** How many words of each kind there are. */
function countKinds(words: readonly string[]): readonly number[] {
	const counts = KIND_WORDS.map(() => 0);
	for (const word of words) {
		const kind = KIND_OF.get(word);
		if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1;
	}
	return counts;
}

/** The page's own address, without its scheme and what it asks for. */
function pathOf({ links, meta }: PageHead): readonly string[] | undefined {
	const address = links.get("canonical")?.[0] ?? meta.get("og:url")?.[0];
	return address
		?.slice(0, MAX_ADDRESS)
		.toLowerCase()
		.replace(/^https?:\/\//, "")
		.replace(/[?#].*$/, "")
		.split("/")
		.filter(Boolean);
}

/** Names of the features. */
export const ADDRESS_FEATURES: readonly string[] =
	"pathDepth pathHyphens pathDigits pathForum pathDocs pathShop pathList pathArticle pathFirm bodyForum bodyDocs bodyShop bodyList bodyArticle bodyFirm".split(
		" ",
	);

/** What the page's address and the names of its outermost elements say of it. */
export function measureAddress(head: PageHead, { elements }: Outline): readonly number[] {
	const path = pathOf(head);
	const last = path?.slice(1).at(-1) ?? "";
	const outermost = elements.slice(0, 4).filter((element) => element && WHOLE_PAGE.has(element.tag));
	return [
		path ? path.length - 1 : -1,
		last.split("-").length - 1,
		/\d+/.exec(last)?.[0].length ?? 0,
		...countKinds(path?.join(" ").split(/[\s._-]+/) ?? []),
		...countKinds(outermost.flatMap((element) => element?.names.split(" ") ?? [])),
	];
}
