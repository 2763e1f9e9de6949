/** Reads the hashes of a text's words, of scripts without spaces those of its characters; how many there are. */
export function readTokens(text: string, tokens: Int32Array): number {
	// Asked once: strings are of many kinds, and each kind's is found anew.
	const { length } = text;
	let count = 0;
	let hash = 0;
	for (let i = 0; i <= length && count < tokens.length; i++) {
		const c = i < length ? text.charCodeAt(i) : 32;
		const isDense = c >= 0x2e80 && c <= 0xd7ff;
		if ((c >= 97 && c <= 122) || (c >= 48 && c <= 57) || (c > 0xbf && c < 0x2000))
			hash = (Math.imul(hash, 31) + c) | 0;
		else if (c >= 65 && c <= 90) hash = (Math.imul(hash, 31) + c + 32) | 0;
		else {
			if (hash !== 0) tokens[count++] = hash;
			hash = 0;
			if (isDense && count < tokens.length) tokens[count++] = c;
		}
	}
	return count;
}
