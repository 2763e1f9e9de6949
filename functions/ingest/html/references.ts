import { Parser } from "htmlparser2";

/** Character references that pages are full of. */
const COMMON: ReadonlyMap<string, string> = new Map([
	["amp", "&"],
	["nbsp", "\u00a0"],
	["quot", '"'],
	["apos", "'"],
	["lt", "<"],
	["gt", ">"],
	["lsquo", "‘"],
	["rsquo", "’"],
	["ldquo", "“"],
	["rdquo", "”"],
	["laquo", "«"],
	["raquo", "»"],
	["ndash", "–"],
	["mdash", "—"],
	["hellip", "…"],
	["copy", "©"],
]);
/** The longest of them, and of the numbers that are read here: `#8217`. */
const MAX_NAME = 6;
const [NUMBER, EQUALS] = [35, 61] as const;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isAlphanumeric = (unit: number): boolean => isDigit(unit) || ((unit | 32) >= 97 && (unit | 32) <= 122);

/** The number in `#8217`, if the character of that number stands for itself. */
function characterOfNumber(name: string): string | undefined {
	let number = 0;
	for (let i = 1; i < name.length; i++) {
		if (!isDigit(name.charCodeAt(i))) return undefined;
		number = 10 * number + name.charCodeAt(i) - 48;
	}
	const isItself = (number >= 0x20 && number < 0x7f) || (number >= 0xa0 && number < 0xd800);
	return isItself ? String.fromCharCode(number) : undefined;
}

/** Does the `&` there begin no reference? In an attribute `?a=1&b=2` has none either. */
function isBare(text: string, at: number, inAttribute: boolean): boolean {
	let end = at + 1;
	if (text.charCodeAt(end) === NUMBER) return false;
	while (isAlphanumeric(text.charCodeAt(end))) end++;
	return end === at + 1 || (inAttribute && text.charCodeAt(end) === EQUALS);
}

/** The text in the parts that the parser makes of it; undefined if it has other references than the common ones. */
function commonParts(text: string, inAttribute: boolean): readonly string[] | undefined {
	const parts: string[] = [];
	let start = 0;
	for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", at + 1)) {
		let end = at + 1;
		while (end <= at + MAX_NAME && (isAlphanumeric(text.charCodeAt(end)) || text.charCodeAt(end) === NUMBER))
			end++;
		if (text[end] === ";" && end > at + 1) {
			const name = text.slice(at + 1, end);
			const character = text.charCodeAt(at + 1) === NUMBER ? characterOfNumber(name) : COMMON.get(name);
			if (character === undefined) return undefined;
			if (at > start) parts.push(text.slice(start, at));
			parts.push(character);
			start = end + 1;
		} else if (!isBare(text, at, inAttribute)) return undefined;
	}
	if (start < text.length) parts.push(text.slice(start));
	return parts;
}

/** Decodes what holds character references: the common ones at once, the others as the parser does. */
export class ReferenceDecoder {
	readonly #parser = new Parser({
		ontext: (part) => this.#visit(part),
		onattribute: (_name, value) => this.#visit(value),
	});
	#visit: (part: string) => void = () => {};

	/** Hands on text in parts; `tag` opens the element it stands in, if markup isn't read there. */
	text(text: string, tag: string, visit: (part: string) => void): void {
		const parts = commonParts(text, false);
		if (parts) {
			for (const part of parts) visit(part);
			return;
		}
		this.#visit = visit;
		this.#parser.parseComplete(tag + text);
	}

	/** The value of an attribute that stands between these quotes, if any. */
	value(value: string, quote: string): string {
		const parts = commonParts(value, true);
		if (parts) return parts.join("");
		let decoded = "";
		this.#visit = (whole) => {
			decoded = whole;
		};
		this.#parser.parseComplete(`<a a=${quote}${value}${quote}>`);
		return decoded;
	}
}
