/**
 * Which elements of a page hold a post each. Forums have names of their own for them, so they are found by what
 * they do: elements of one name, each with text that was kept and a line that says who wrote it or when.
 */
import type { MarkupContext } from "../page.ts";

/** What matters of a block here. */
export interface Line {
	readonly markup: MarkupContext | undefined;
	/** Kept, and no credit itself. */
	readonly isText: boolean;
	readonly isCredit: boolean;
}

/** How far above its text a post's element may be: pages may nest thousands deep. */
const MAX_HEIGHT = 40;
/** The telling words of a name come first. */
const MAX_WORDS = 12;
/** So many of the largest groups are looked at. */
const MAX_GROUPS = 12;
/** What holds more credits holds several posts. */
const MAX_CREDITS = 8;
/** Fewer posts don't make a thread. */
const MIN_POSTS = 2;
/** Threads may have posts of several sorts: answers, and comments below each. */
const ROUNDS = 3;

interface Held {
	text: number;
	credits: number;
}

/** The nearest element above a block that is one of some. */
export function nearest(
	markup: MarkupContext | undefined,
	elements: ReadonlySet<MarkupContext>,
): MarkupContext | undefined {
	let element = markup;
	for (let height = 0; element && height < MAX_HEIGHT; element = element.parent, height++)
		if (elements.has(element)) return element;
	return undefined;
}

function hold(held: Map<MarkupContext, Held>, element: MarkupContext, line: Line): void {
	const sum = held.get(element) ?? { text: 0, credits: 0 };
	sum.text += Number(line.isText);
	sum.credits += Number(line.isCredit);
	held.set(element, sum);
}

/** What each element holds. */
function heldBy(lines: readonly Line[]): ReadonlyMap<MarkupContext, Held> {
	const held = new Map<MarkupContext, Held>();
	for (const line of lines) {
		let element = line.markup;
		for (let height = 0; element && height < MAX_HEIGHT; element = element.parent, height++)
			hold(held, element, line);
	}
	return held;
}

/** Elements that hold text and a credit, by their tag and each word of their names; the largest groups first. */
function groupsOf(lines: readonly Line[]): readonly (readonly MarkupContext[])[] {
	const groups = new Map<string, MarkupContext[]>();
	for (const [element, { text, credits }] of heldBy(lines)) {
		if (text === 0 || credits === 0) continue;
		for (const word of new Set(["", ...element.names.split(" ", MAX_WORDS)])) {
			const key = `${element.tag} ${word}`;
			const group = groups.get(key);
			if (group) group.push(element);
			else groups.set(key, [element]);
		}
	}
	return [...groups.values()].toSorted((a, b) => b.length - a.length).slice(0, MAX_GROUPS);
}

/** Those of a group that are posts: text and few credits that are in no other of the group. */
function postsAmong(group: readonly MarkupContext[], lines: readonly Line[]): readonly MarkupContext[] {
	const elements = new Set(group);
	const held = new Map<MarkupContext, Held>();
	for (const line of lines) {
		const element = nearest(line.markup, elements);
		if (element) hold(held, element, line);
	}
	return [...held].flatMap(([element, { text, credits }]) =>
		text > 0 && credits > 0 && credits <= MAX_CREDITS ? [element] : [],
	);
}

/** The group with the most posts; of those with as many, the one whose elements hold the others. */
function largest(lines: readonly Line[]): readonly MarkupContext[] {
	const first = (group: readonly MarkupContext[]): number => group[0]?.number ?? 0;
	const groups = groupsOf(lines).map((group) => postsAmong(group, lines));
	return groups.toSorted((a, b) => b.length - a.length || first(a) - first(b))[0] ?? [];
}

/** The elements that hold a post each; posts may stand within posts. Empty where there are none. */
export function postElements(lines: readonly Line[]): ReadonlySet<MarkupContext> {
	const posts = new Set<MarkupContext>();
	let open = lines.filter(({ isText, isCredit }) => isText || isCredit);
	for (let round = 0; round < ROUNDS; round++) {
		open = open.filter(({ markup }) => nearest(markup, posts) === undefined);
		const found = largest(open);
		if (found.length < MIN_POSTS) break;
		for (const element of found) posts.add(element);
	}
	return posts;
}
