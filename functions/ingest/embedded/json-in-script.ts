/**
 * Finds JSON in what pages put into scripts and attributes: `{…}` alone, `window.__STATE__ = {…}`,
 * `JSON.parse("…")`, Next.js' `self.__next_f.push([1, "…"])`. Nothing is run. One pass each, whatever the text.
 */

/** A shorter value holds no article. */
const MIN_VALUE = 500;
/** Values of one script. */
const MAX_VALUES = 100;

const QUOTE = 34;
const BACKSLASH = 92;

/** Behind the `"` that ends the string beginning at `start`; -1 when none does. */
function endOfString(text: string, start: number): number {
	for (let at = start + 1; at < text.length; at++) {
		const c = text.charCodeAt(at);
		if (c === QUOTE) return at + 1;
		if (c === BACKSLASH) at++;
	}
	return -1;
}

/** Behind the bracket that closes the one at `start`; -1 when none does. */
function endOfValue(text: string, start: number): number {
	if (text.charCodeAt(start) === QUOTE) return endOfString(text, start);
	let depth = 0;
	for (let at = start; at < text.length; at++) {
		const c = text[at];
		if (c === '"') {
			at = endOfString(text, at) - 1;
			if (at < 0) return -1;
		} else if (c === "{" || c === "[") depth++;
		else if ((c === "}" || c === "]") && --depth === 0) return at + 1;
	}
	return -1;
}

/** The value that a JSON text has; undefined for what is none. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The values that follow what `before` matches, which begin where the match ends. */
function valuesAfter(text: string, before: RegExp): readonly unknown[] {
	const values: unknown[] = [];
	const pattern = new RegExp(before, "g");
	for (let tries = 0; tries < MAX_VALUES; tries++) {
		const match = pattern.exec(text);
		if (!match) break;
		const start = match.index + match[0].length;
		const end = endOfValue(text, start);
		// Without an end here, none of those that follow has one either.
		if (end < 0) break;
		const value = end - start < MIN_VALUE ? undefined : parseJson(text.slice(start, end));
		if (value !== undefined) values.push(value);
		pattern.lastIndex = end;
	}
	return values;
}

/** What an object or array that begins as JSON does is assigned to, or passed to. */
const ASSIGNMENT = /[=(]\s{0,9}(?=\{\s{0,99}"|\[\s{0,99}[{["])/;
const PARSED = /JSON\.parse\(\s{0,9}(?=")/;

/**
 * In what isn't JSON as a whole (a call, keys without quotes), strings are still written as JSON has them:
 * those that the names of bodies stand before.
 */
const NAMED =
	/(?<![\w$])["']?(?:articleBody|body|bodyHtml|body_html|content|contentHtml|html)["']?\s{0,3}:\s{0,3}(?=")/;

/** `JSON.parse(`…`)`: only backslashes, backticks and dollars are escaped further. */
const TEMPLATE = /JSON\.parse\(\s{0,9}`([^`\\]*(?:\\[\s\S][^`\\]*)*)`/g;

/** The JSON values of one script's text, or of an attribute's. */
export function valuesIn(text: string): readonly unknown[] {
	const whole = /^\s*[{[]/.test(text) ? parseJson(text) : undefined;
	if (whole !== undefined) return [whole];
	const values = [
		...valuesAfter(text, ASSIGNMENT),
		...valuesAfter(text, PARSED).map((value) => (typeof value === "string" ? parseJson(value) : undefined)),
		...[...text.matchAll(TEMPLATE)].map(([, value = ""]) => parseJson(value.replace(/\\([\\`$])/g, "$1"))),
	].filter((value) => value !== undefined);
	return values.length > 0 ? values : valuesAfter(text, NAMED).map((body) => ({ body }));
}

const PUSHED = /self\.__next_f\.push\(\[1,\s?(?=")/;
const ROW = /[\da-f]{1,6}:(?:T([\da-f]{1,6}),)?/y;

/** The rows that Next.js streams to its client: texts with their length in bytes, and JSON by the line. */
export function streamedValues(scripts: readonly string[]): readonly unknown[] {
	const chunks = scripts.filter((text) => text.includes("__next_f")).flatMap((text) => pushedStrings(text));
	const stream = chunks.join("");
	const values: unknown[] = [];
	let at = 0;
	while (at < stream.length && values.length < 1_000) {
		ROW.lastIndex = at;
		const row = ROW.exec(stream);
		const start = row ? at + row[0].length : at;
		if (row?.[1]) {
			const text = takeBytes(stream, start, Number.parseInt(row[1], 16));
			values.push({ body: text });
			at = start + text.length;
			continue;
		}
		const end = stream.indexOf("\n", start);
		const line = stream.slice(start, end < 0 ? undefined : end);
		const value = line.length < MIN_VALUE ? undefined : parseJson(line);
		if (value !== undefined) values.push(value);
		at = end < 0 ? stream.length : end + 1;
	}
	return values;
}

/** Like `valuesAfter`, of any length: a row may be cut anywhere. */
function pushedStrings(text: string): readonly string[] {
	const strings: string[] = [];
	for (const match of text.matchAll(new RegExp(PUSHED, "g"))) {
		const start = match.index + match[0].length;
		const end = endOfString(text, start);
		if (end < 0) break;
		const value = parseJson(text.slice(start, end));
		if (typeof value === "string") strings.push(value);
	}
	return strings;
}

/** So much of a text as takes so many bytes in UTF-8. */
function takeBytes(text: string, start: number, bytes: number): string {
	let at = start;
	for (let left = bytes; left > 0 && at < text.length; at++) {
		const c = text.charCodeAt(at);
		// Each half of a surrogate pair stands for two of its four bytes.
		left -= c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 2 : 3;
	}
	return text.slice(start, at);
}
