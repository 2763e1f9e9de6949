/** Finds where the parts of markup end: names, values, white space, raw text. */

const [SLASH, EQUALS, GREATER] = [47, 61, 62] as const;

/** Units looked at one by one; `indexOf` is only faster beyond. */
const NEAR = 48;

/** White space, and what else ends a name. */
const SPACE = 1;
const END = 2;
const UNITS = new Uint8Array(128);
for (const unit of "\t\n\f\r ") UNITS[unit.charCodeAt(0)] = SPACE;
for (const unit of "/>=") UNITS[unit.charCodeAt(0)] = END;

/** Where the next unit of this kind is; -1 for nowhere. */
export function next(html: string, unit: number, from: number): number {
	const near = Math.min(from + NEAR, html.length);
	for (let at = from; at < near; at++) if (html.charCodeAt(at) === unit) return at;
	return html.indexOf(String.fromCharCode(unit), near);
}

/** Where the name ends that goes on at an index. */
export function endOfName(html: string, from: number): number {
	let at = from;
	while (at < html.length) {
		const unit = html.charCodeAt(at);
		if (unit < 128 && UNITS[unit] !== 0) break;
		at++;
	}
	return at;
}

/** The same of a tag's, whose name may hold `=`. */
export function endOfTagName(html: string, from: number): number {
	let at = endOfName(html, from);
	while (html.charCodeAt(at) === EQUALS) at = endOfName(html, at + 1);
	return at;
}

/** Where a value without quotes ends. */
export function endOfBareValue(html: string, from: number): number {
	let at = from;
	for (; at < html.length; at++) {
		const unit = html.charCodeAt(at);
		if (unit === GREATER || (unit < 128 && UNITS[unit] === SPACE)) break;
	}
	return at;
}

/** Where white space ends that may stand at an index. */
export function afterSpace(html: string, from: number): number {
	let at = from;
	for (let unit = html.charCodeAt(at); unit < 128 && UNITS[unit] === SPACE; unit = html.charCodeAt(at)) at++;
	return at;
}

/** Where the end tag stands that reads like this, whatever its case; -1 for nowhere. */
export function endOfRawText(html: string, from: number, sequence: Uint8Array): number {
	for (let at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
		let i = 2;
		while (i < sequence.length && (html.charCodeAt(at + i) | 32) === sequence[i]) i++;
		const unit = html.charCodeAt(at + i);
		if (
			i === sequence.length &&
			(unit === SLASH || unit === GREATER || (unit < 128 && UNITS[unit] === SPACE))
		)
			return at;
	}
	return -1;
}
