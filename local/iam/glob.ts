/** Wildcards as policies have them: `*` for any characters, `?` for one. */

/** Matches one part in linear time but for the number of its stars: each takes the earliest place that fits. */
const partMatcher = (pattern: string): ((text: string) => boolean) => {
	if (pattern === "*") return () => true;
	if (!/[*?]/.test(pattern)) return (text) => text === pattern;
	const pieces = pattern.split("*");
	const fits = (piece: string, text: string, at: number): boolean => {
		if (at < 0 || at + piece.length > text.length) return false;
		for (let index = 0; index < piece.length; index++)
			if (piece[index] !== "?" && piece[index] !== text[at + index]) return false;
		return true;
	};
	const [first = "", ...rest] = pieces;
	const last = rest.pop();
	return (text) => {
		if (last === undefined) return text.length === first.length && fits(first, text, 0);
		if (!fits(first, text, 0)) return false;
		let at = first.length;
		for (const piece of rest) {
			while (at + piece.length <= text.length && !fits(piece, text, at)) at++;
			if (at + piece.length > text.length) return false;
			at += piece.length;
		}
		const end = text.length - last.length;
		return end >= at && fits(last, text, end);
	};
};

/** Splits at most into `count` parts; the last has the rest, separators and all. */
const split = (text: string, separator: string, count: number): string[] => {
	const parts = text.split(separator);
	return [
		...parts.slice(0, count - 1),
		...(parts.length >= count ? [parts.slice(count - 1).join(separator)] : []),
	];
};

/**
 * Makes a matcher of a pattern. With a separator, pattern and text are matched part by part: no wildcard of an
 * ARN reaches over a colon but in its last part.
 */
export const globOf = (pattern: string, separator?: string, count = 1): ((text: string) => boolean) => {
	if (pattern === "*" || separator === undefined) return partMatcher(pattern);
	const parts = split(pattern, separator, count).map(partMatcher);
	return (text) => {
		const given = split(text, separator, count);
		return given.length === parts.length && parts.every((matches, index) => matches(given[index] ?? ""));
	};
};
