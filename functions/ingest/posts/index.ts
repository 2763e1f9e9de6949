/** The posts of a forum's thread: which stretch of the text is whose, and from when. */
import type { Post } from "../../shared/article.ts";
import type { LabelledBlock, MarkupContext } from "../page.ts";
import { type Credit, creditOf } from "./credits.ts";
import { nearest, postElements } from "./elements.ts";

/** A page's blocks and the posts that they make, by position among those that are kept; none where they can't be told apart. */
interface Thread {
	readonly labelled: readonly LabelledBlock[];
	readonly posts?: Post[];
}

/** A post's element and what its lines say. */
interface Draft {
	readonly credits: Credit[];
	/** Stretches of kept blocks: others may stand between. */
	readonly runs: { readonly from: number; to: number }[];
}

/** Of two dates the later: an account's first day and what is quoted are older. Of one day the one with a time. */
const later = (a: string, b: string): string =>
	a.slice(0, 10) === b.slice(0, 10) ? (a.length >= b.length ? a : b) : a > b ? a : b;

/** What a post's lines say together. */
function saidBy(credits: readonly Credit[]): Pick<Post, "author" | "publishedAt"> {
	const named = credits.filter(({ author }) => author !== undefined);
	const author = (named.find(({ isLinked }) => isLinked) ?? named[0])?.author;
	const isMarked = credits.some((credit) => credit.isMarked);
	const [first, ...others] = credits.flatMap((credit) =>
		credit.date !== undefined && credit.isMarked === isMarked ? credit.date : [],
	);
	return {
		...(author !== undefined && { author }),
		...(first !== undefined && { publishedAt: others.reduce(later, first) }),
	};
}

/** The posts in reading order; one that others interrupt comes in several. */
const postsOf = (drafts: Iterable<Draft>): Post[] =>
	[...drafts]
		.flatMap(({ credits, runs }) => runs.map((run) => ({ ...saidBy(credits), ...run })))
		.toSorted((a, b) => a.from - b.from);

/**
 * Tells a thread's posts apart, and takes the lines that say who wrote them and when out of the text. `language`
 * (BCP 47) is that of dates in digits.
 */
export function tellPosts(labelled: readonly LabelledBlock[], language: string | undefined): Thread {
	const credits = labelled.map((block) => creditOf(block, language));
	const isText = ({ kind }: LabelledBlock, at: number): boolean =>
		kind === "body" && credits[at] === undefined;
	const elements = postElements(
		labelled.map((block, at) => ({
			markup: block.markup,
			isText: isText(block, at),
			isCredit: credits[at] !== undefined,
		})),
	);
	if (elements.size === 0) return { labelled };
	const drafts = new Map<MarkupContext, Draft>(
		[...elements].map((element) => [element, { credits: [], runs: [] }]),
	);
	let kept = 0;
	const decided = labelled.map((block, at): LabelledBlock => {
		const element = nearest(block.markup, elements);
		const draft = element && drafts.get(element);
		const credit = credits[at];
		if (draft && credit) draft.credits.push(credit);
		if (block.kind !== "body") return block;
		if (draft && credit) return { ...block, kind: "byline" };
		const last = draft?.runs.at(-1);
		if (last?.to === kept) last.to++;
		else draft?.runs.push({ from: kept, to: kept + 1 });
		kept++;
		return block;
	});
	return { labelled: decided, posts: postsOf(drafts.values()) };
}
