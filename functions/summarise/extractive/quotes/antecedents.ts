import type { Gender } from "./genders.ts";
import { mayBe } from "./genders.ts";
import { hasUnknown, type Named, type Names, namedIn } from "./names.ts";
import { sentencesOf } from "./passages.ts";
import { speechVerbsOf } from "./speech-verbs.ts";
import { subjectOfSentence } from "./subjects.ts";

/** How many sentences back a pronoun is believed to point. */
const REACH = 4;

/** What one sentence says of whom a later pronoun means: somebody, that nobody can be told, or nothing. */
type Clue = { readonly name: string } | "unclear" | "nothing";

const compatible = ({ type, name }: Named, gender: Gender | undefined): boolean =>
	type === "person" && (gender === undefined || mayBe(name, gender));

function clueIn(sentence: string, gender: Gender | undefined, names: Names): Clue {
	const subject = subjectOfSentence(sentence, names);
	if (subject?.kind === "name" && compatible(subject.named, gender)) return { name: subject.named.name };
	// A verb without its pronoun ("disse") goes by whatever pronoun stands before it.
	if (subject?.kind === "pronoun" && (gender === undefined || subject.gender === gender)) return "nothing";
	if (hasUnknown(sentence, names)) return "unclear";
	const other = namedIn(sentence, names).some((named) => compatible(named, gender) || named.type === "other");
	return other ? "unclear" : "nothing";
}

/**
 * Whom a pronoun means: the subject of the nearest sentence before it that has one whose name can go by it.
 * `passages` are what stands before it, the nearest last; nobody when a sentence leaves it open, or when the
 * one found is spoken of in the quotation itself.
 */
export function antecedentOf(
	passages: readonly string[],
	gender: Gender | undefined,
	said: string,
	names: Names,
): string | undefined {
	const sentences = passages.flatMap(sentencesOf).slice(-REACH).reverse();
	for (const [at, sentence] of sentences.entries()) {
		const clue = clueIn(sentence, gender, names);
		if (clue === "unclear") return undefined;
		if (clue === "nothing") continue;
		const told =
			!speaks(sentence, names) &&
			sentences.slice(at + 1).some((earlier) => isTeller(earlier, clue.name, gender, names));
		return told || isSpokenOf(clue.name, said) ? undefined : clue.name;
	}
	return undefined;
}

const speaks = (sentence: string, { language }: Names): boolean => {
	const verbs = speechVerbsOf(language);
	return sentence.match(/\p{L}+/gu)?.some((word) => verbs.has(word)) ?? false;
};

/** "He said Marsh bought the mill. Marsh then sold it.": somebody else is telling of whoever was named last. */
function isTeller(sentence: string, name: string, gender: Gender | undefined, names: Names): boolean {
	if (!speaks(sentence, names)) return false;
	const subject = subjectOfSentence(sentence, names);
	if (subject?.kind === "name") return subject.named.name !== name && compatible(subject.named, gender);
	return (
		subject?.kind === "pronoun" &&
		subject.gender === gender &&
		sentence.includes(name.split(" ").at(-1) ?? name)
	);
}

/** "I'm not close to Marsh" was not said by Marsh. */
export const isSpokenOf = (name: string, said: string): boolean => {
	const words = name.split(" ");
	return [words[0], words.at(-1)].some(
		(word) => word !== undefined && word.length > 2 && said.includes(word),
	);
};
