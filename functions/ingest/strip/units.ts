/** A text's UTF-16 units: to ask a string for one after the other is slow, since strings are of many kinds. */
export function unitsOf(text: string): Uint16Array {
	const units = new Uint16Array(text.length);
	Buffer.from(units.buffer).write(text, "utf16le");
	return units;
}
