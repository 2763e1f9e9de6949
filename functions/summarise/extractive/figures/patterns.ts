const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** An alternation of these words, longest first, that lets any white space stand for a space. */
export const anyOf = (words: readonly string[]): string =>
	[...words]
		.sort((a, b) => b.length - a.length)
		.map((word) => escaped(word).replaceAll(" ", "\\s"))
		.join("|");

/** Remembers what a function of a language made: languages are few, patterns dear. Past 64 it starts afresh. */
export function memoised<T>(make: (language: string) => T): (language: string) => T {
	const made = new Map<string, T>();
	return (language) => {
		const known = made.get(language);
		if (known !== undefined) return known;
		if (made.size >= 64) made.clear();
		const value = make(language);
		made.set(language, value);
		return value;
	};
}
