/** What an article is about in a few words: the page's own topics, else its section, its most mentioned names and a key phrase. */
import type { Metadata } from "../../shared/article.ts";
import type { Entity } from "../../shared/summary.ts";

const MOST = 5;
const MOST_NAMES = 3;
/** A name that comes once is in the article; one that comes again is what it is about. */
const FEWEST_MENTIONS = 2;

const wordsIn = (text: string): string[] => text.toLowerCase().split(/\s+/);

/** Whether one says what the other does: one's words are all among the other's. */
const repeats = (one: string, other: string): boolean => {
	const [short, long] = [wordsIn(one), wordsIn(other)].sort((a, b) => a.length - b.length);
	return short?.every((word) => long?.includes(word)) ?? false;
};

/** At most five, none saying again what another says; the page's own as they are. */
export function topicsOf(
	{ topics, section }: Pick<Metadata, "topics" | "section">,
	entities: readonly Entity[],
	keywords: readonly string[],
): string[] {
	if (topics.length > 0) return topics;
	const names = entities.filter(({ mentions }) => mentions >= FEWEST_MENTIONS).map(({ name }) => name);
	const known = new Set(entities.flatMap(({ name, aliases }) => [name, ...aliases]));
	// Names are there already, by how often they come: what is added are subjects.
	const subjects = keywords.filter((keyword) => !known.has(keyword));
	const chosen: string[] = [];
	for (const topic of [...(section ? [section] : []), ...names.slice(0, MOST_NAMES), ...subjects]) {
		if (chosen.length < MOST && !chosen.some((other) => repeats(topic, other))) chosen.push(topic);
	}
	return chosen;
}
