/**
 * JSON-LD as pages write it (https://json-ld.org, https://schema.org): broken as often as not, and in
 * arrays, graphs and each other.
 */

/** One JSON-LD object; nothing in it is trusted. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

const MAX_NODES = 500;
/** Arrays and graphs within each other deeper than this hold nothing about the page. */
const MAX_DEPTH = 6;

/** Where further nodes about the page stand in a node. */
const NESTED = ["@graph", "mainEntity", "mainEntityOfPage"];

const isNode = (value: unknown): value is JsonLdNode =>
	typeof value === "object" && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** What publishers' templates get wrong, mended: comment and CDATA wrappers, bare line ends in strings, trailing commas. */
const mend = (text: string): string =>
	text
		.trim()
		.replace(/^(?:<!--|(?:\/\/|\/\*)?\s?<!\[?CDATA\[(?:\*\/)?)/, "")
		.replace(/(?:-->|(?:\/\/|\/\*)?\s?\]\]>(?:\*\/)?)$/, "")
		.replace(/\p{Cc}/gu, " ")
		.replace(/,(?=[ ]{0,200}[}\]])/g, "")
		.replace(/;$/, "");

/** The nodes of one `<script type="application/ld+json">`, outermost first; none when it can't be read. */
export function readJsonLd(text: string): readonly JsonLdNode[] {
	const nodes: JsonLdNode[] = [];
	const collect = (value: unknown, depth: number): void => {
		if (depth > MAX_DEPTH || nodes.length >= MAX_NODES) return;
		if (Array.isArray(value)) for (const item of value) collect(item, depth + 1);
		else if (isNode(value)) {
			nodes.push(value);
			for (const key of NESTED) if (Object.hasOwn(value, key)) collect(value[key], depth + 1);
		}
	};
	collect(parse(text) ?? parse(mend(text)), 0);
	return nodes;
}
