import type { Entity } from "../../../shared/summary.ts";

/** A name found in a piece of text. */
export interface Named {
	/** The entity's full name. */
	readonly name: string;
	readonly type: Entity["type"];
	readonly start: number;
	readonly end: number;
}

/** The names that quotations can be put to, by every form of theirs. */
export type Names = ReadonlyMap<string, Pick<Entity, "name" | "type">>;

/** Who can say something: people, and organisations through their people. */
const SPEAKERS = /^(?:person|organisation|other)$/;

/** The forms of all entities that can speak. */
export function namesOf(entities: readonly Entity[]): Names {
	const names = new Map<string, Pick<Entity, "name" | "type">>();
	for (const { name, type, aliases } of entities) {
		if (!SPEAKERS.test(type)) continue;
		for (const form of [name, ...aliases]) if (!names.has(form)) names.set(form, { name, type });
	}
	return names;
}

/** Longer names than this are not looked for. */
const LONGEST = 6;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’&.-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*\.?/gu;

/** The names in a piece of text, the longest at each place. */
export function namedIn(text: string, names: Names): Named[] {
	const words = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
		start: index,
		end: index + word.length,
	}));
	const found: Named[] = [];
	for (let at = 0; at < words.length; ) {
		const match = longestAt(text, words, at, names);
		if (match) found.push(match.named);
		at = match?.next ?? at + 1;
	}
	return found;
}

function longestAt(
	text: string,
	words: readonly { start: number; end: number }[],
	at: number,
	names: Names,
): { named: Named; next: number } | undefined {
	const start = words[at]?.start ?? 0;
	for (let last = Math.min(at + LONGEST, words.length) - 1; last >= at; last--) {
		const written = text.slice(start, words[last]?.end ?? start);
		const form = names.has(written) ? written : written.replace(/(?:['’]s?|\.)$/, "");
		const known = names.get(form);
		if (known) return { named: { ...known, start, end: start + form.length }, next: last + 1 };
	}
	return undefined;
}
