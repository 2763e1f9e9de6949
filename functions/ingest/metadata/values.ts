import { Parser } from "htmlparser2";
import type { Metadata, MetadataSource } from "../../shared/article.ts";
import { oneLine } from "../characters.ts";

/** A value and where it was found. */
export interface Finding<T> {
	readonly value: T;
	readonly source: MetadataSource;
}

const MAX_TEXT = 1_000;

/** Text of a value that may hold markup or escapes of its own: `Tom &amp; Jerry <em>again</em>`. */
export function plainText(value: string): string {
	const short = value.slice(0, 4 * MAX_TEXT);
	if (!/[<&]/.test(short)) return oneLine(short).slice(0, MAX_TEXT).trim();
	let text = "";
	const parser = new Parser({
		ontext(data) {
			text += data;
		},
	});
	parser.end(short);
	return oneLine(text).slice(0, MAX_TEXT).trim();
}

/** The address that a text is. `URL.parse` does the same from Node 22 on. */
export const parsedUrl = (text: string, base?: string): URL | undefined =>
	URL.canParse(text, base) ? new URL(text, base) : undefined;

/** The http(s) address a value is, made absolute; undefined for anything else. */
export function webAddress(value: string | undefined, base: string | undefined): string | undefined {
	const trimmed = value?.trim();
	if (!trimmed || trimmed.length > 4_000) return undefined;
	const url = parsedUrl(trimmed, base);
	const web = url && (url.protocol === "https:" || url.protocol === "http:") && url.hostname.includes(".");
	return web ? url.href.toWellFormed() : undefined;
}

/** The host without `www.`. */
export const domainOf = (url: string | undefined): string | undefined =>
	(url && parsedUrl(url)?.hostname.replace(/^www\./, "")) || undefined;

const NOT_ESSENTIAL = /[^\p{L}\p{N}]+/gu;

/** Of the units that most text is made of, whether each is a letter or digit; asking the pattern takes longer. */
const ESSENTIAL = Uint8Array.from({ length: 0x2028 }, (_, unit) =>
	/[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 0,
);

/** Letters and digits only, lower case: for telling whether two spellings mean the same. */
export function essence(text: string): string {
	const lower = text.toLowerCase();
	let kept = "";
	let start = 0;
	for (let i = 0; i < lower.length; i++) {
		const unit = lower.charCodeAt(i);
		if (unit >= ESSENTIAL.length) return lower.replace(NOT_ESSENTIAL, "");
		if (ESSENTIAL[unit] === 1) continue;
		if (i > start) kept += lower.slice(start, i);
		start = i + 1;
	}
	return start === 0 ? lower : kept + lower.slice(start);
}

/** The first finding that `read` makes a value of. */
export function firstOf<T>(
	findings: Iterable<Finding<string>>,
	read: (value: string) => T | undefined,
): Finding<T> | undefined {
	for (const { value, source } of findings) {
		const result = read(value);
		if (result !== undefined) return { value: result, source };
	}
	return undefined;
}

/** What was found for each field. */
type Findings = {
	readonly [Field in keyof Omit<Metadata, "sources">]:
		| Finding<Readonly<NonNullable<Metadata[Field]>>>
		| undefined;
};

/** The values of what was found, and beside them where each is from. */
export function metadataOf(findings: Findings): Metadata {
	const found = Object.entries(findings).filter((entry) => entry[1] !== undefined);
	return {
		authors: [],
		topics: [],
		...Object.fromEntries(found.map(([field, finding]) => [field, finding?.value])),
		sources: Object.fromEntries(found.map(([field, finding]) => [field, finding?.source])),
	};
}
