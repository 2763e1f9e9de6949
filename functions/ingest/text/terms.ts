/** What a text is about, roughly, in any language: its words of four letters and more, pairs of ideographs or kana. */
export function termsOf(text: string): readonly string[] {
	const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
	return words.flatMap((word) => {
		if (!/[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}]/u.test(word)) return word.length >= 4 ? [word] : [];
		const characters = [...word];
		return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
	});
}
