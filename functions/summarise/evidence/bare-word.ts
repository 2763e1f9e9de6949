/** A word as it is compared: lower case, one kind of apostrophe, no possessive. */
export const bareWord = (word: string): string =>
	word.toLowerCase().replaceAll("’", "'").replace(/'s?$/, "").replaceAll(".", "");
