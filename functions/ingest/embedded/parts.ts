/** The paragraphs of a body in a page's data: of a text, of a list of texts, of a tree of rich text. */
import type { BlockType } from "../../shared/article.ts";

/** One piece of a body; its text may hold markup. */
export interface TextPart {
	readonly type: BlockType;
	readonly text: string;
}

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const MAX_PARTS = 5_000;
const MAX_DEPTH = 24;

/** Where a node of rich text says what it is. */
export const NODE_TYPES = ["type", "_type", "nodeType", "__typename", "blockType", "kind", "style", "tag"];
/** Where its text stands, and where its children. */
const TEXTS = [
	"html",
	"innerHtml",
	"cooked",
	"text",
	"content",
	"value",
	"copy",
	"markup",
	"rendered",
	"body",
];
const CHILDREN = [
	"children",
	"content",
	"content_elements",
	"nodes",
	"blocks",
	"items",
	"paragraphs",
	"elements",
	"components",
	"body",
	"document",
	"data",
	"value",
	"text",
	"model",
	"fields",
	"attributes",
	"props",
];

/** Nodes whose text is no part of the body. */
const NO_TEXT =
	/image|photo|picture|video|audio|gallery|slideshow|embed|advert|^ads?$|related|recirc|promo|newsletter|interstitial|iframe|script|caption|credit|teaser|reference|divider|widget|signup|share|custom|unstyled-embed/i;
const HEADING = /^h[1-6]$|heading|header|subhead|subtitle|crosshead|intertitle/i;
const LIST_ITEM = /list-?item|^li$/i;
const QUOTE = /quote/i;
const INLINE =
	/^(?:text|span|link|hyperlink|a|strong|b|em|i|bold|italic|underline|u|code|sup|sub|entity-hyperlink|mark|linebreak|br)$/i;

const own = (data: Data, key: string): unknown => (Object.hasOwn(data, key) ? data[key] : undefined);

function typeOf(data: Data): string {
	for (const key of NODE_TYPES) {
		const value = own(data, key);
		if (typeof value === "string" && value !== "" && value !== "normal") return value;
	}
	return "";
}

/** The text of a node within a line; undefined when it isn't one. */
function inlineText(node: unknown, depth: number): string | undefined {
	if (typeof node === "string") return node;
	if (!isData(node) || depth > MAX_DEPTH) return undefined;
	const type = typeOf(node);
	if (type !== "" && !INLINE.test(type)) return undefined;
	for (const key of ["text", "value"]) {
		const value = own(node, key);
		if (typeof value === "string") return value;
	}
	for (const key of ["children", "content"]) {
		const children = own(node, key);
		if (Array.isArray(children)) return lineOf(children, depth + 1);
	}
	return undefined;
}

/** Nodes that are a line together; undefined when they aren't. */
function lineOf(nodes: readonly unknown[], depth: number): string | undefined {
	let line = "";
	for (const node of nodes) {
		const text = inlineText(node, depth);
		if (text === undefined) return undefined;
		line += text;
	}
	return line;
}

const shapeOf = (type: string): BlockType =>
	HEADING.test(type)
		? "heading"
		: LIST_ITEM.test(type)
			? "list-item"
			: QUOTE.test(type)
				? "quote"
				: "paragraph";

/** The parts of a body, in order. */
export function partsOf(body: unknown): readonly TextPart[] {
	const parts: TextPart[] = [];

	function addText(text: string, type: BlockType): void {
		if (text.trim() !== "" && parts.length < MAX_PARTS) parts.push({ type, text });
	}

	function addNode(node: unknown, type: BlockType, depth: number): void {
		if (depth > MAX_DEPTH || parts.length >= MAX_PARTS) return;
		if (typeof node === "string") addText(node, type);
		else if (Array.isArray(node)) addList(node, type, depth + 1);
		else if (isData(node)) addData(node, type, depth);
	}

	function addList(nodes: readonly unknown[], type: BlockType, depth: number): void {
		const line = nodes.some(isData) ? lineOf(nodes, depth) : undefined;
		if (line !== undefined) addText(line, type);
		else for (const node of nodes) addNode(node, type, depth + 1);
	}

	function addData(node: Data, around: BlockType, depth: number): void {
		const name = typeOf(node);
		if (NO_TEXT.test(name)) return;
		const shape = shapeOf(name);
		const type = shape === "paragraph" ? around : shape;
		for (const key of TEXTS) {
			const text = own(node, key);
			if (typeof text !== "string" || text === "") continue;
			addText(text, type);
			return;
		}
		for (const key of CHILDREN) {
			const children = own(node, key);
			if (typeof children !== "object" || children === null) continue;
			addNode(children, type, depth + 1);
			return;
		}
	}

	addNode(body, "paragraph", 0);
	return parts;
}
