/** Finds what may be an article's body in a page's data: long texts, and lists of paragraphs, under the names that content systems give them. */
import { parseJson } from "./json-in-script.ts";
import { NODE_TYPES, partsOf, type TextPart } from "./parts.ts";

/** A body in a page's data. */
export interface DataBody {
	readonly parts: readonly TextPart[];
	/** Characters, with markup's. */
	readonly length: number;
	/** What the nearest object around it calls itself. */
	readonly title: string;
	/** True of the only body that a page declares: its title may be another than the page shows. */
	readonly sure?: boolean;
}

const MAX_OBJECTS = 100_000;
const MAX_DEPTH = 64;
/** JSON in strings of JSON: Discourse has it so. */
const MAX_PARSED = 20;
const MAX_BODIES = 50;
const MIN_BODY = 400;
const MAX_BODY = 500_000;

/** What content systems call the body of an article, and its whole in a thread. */
const BODY =
	/^(?:article_?body(?:_?html)?|body(?:_?(?:html|text|content|copy))?|(?:html|full|main|post|article|rich|story)?_?content(?:_?html)?|(?:full|rich|main|story|article)_?text|html|rendered|cooked|story|content_?elements|blocks|paragraphs|plain_?text|top|bottom|text)$/i;

/** Objects and lists that are about something else. */
const ELSE =
	/related|recommend|promo|footer|header|cookie|consent|privacy|polic|legal|terms|transl|i18n|locale|messages|strings|menu|navigation|newsletter|config|advert|styles?$|css/i;

const TITLES = ["headline", "title", "displayTitle", "heading", "name"] as const;

/** What a node of rich text calls itself when it is a paragraph. */
const PARAGRAPH = /paragraph|^(?:p|text|block)$/i;
/** So many of them are a body. */
const MIN_PARAGRAPHS = 3;

/** A text with paragraphs of HTML is one, whatever its name. */
const HAS_PARAGRAPHS = /<p[\s>][\s\S]*?<p[\s>]|&lt;p[\s&][\s\S]*?&lt;p[\s&]/i;

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data =>
	typeof value === "object" && value !== null && !Array.isArray(value);

function titleOf(data: Data): string | undefined {
	for (const key of TITLES) {
		const value = Object.hasOwn(data, key) ? data[key] : undefined;
		if (typeof value === "string" && value.length > 5 && value.length < 400) return value;
		// Fusion: {"headlines": {"basic": …}}; WordPress: {"title": {"rendered": …}}
		const nested = isData(value) && Object.hasOwn(value, "rendered") ? value.rendered : undefined;
		if (typeof nested === "string" && nested.length < 400) return nested;
	}
	const headlines = Object.hasOwn(data, "headlines") ? data.headlines : undefined;
	const basic = isData(headlines) && Object.hasOwn(headlines, "basic") ? headlines.basic : undefined;
	return typeof basic === "string" ? basic.slice(0, 400) : undefined;
}

/** A thread's posts are its body together. */
const postsOf = (value: readonly unknown[]): readonly string[] =>
	value.flatMap((post) =>
		isData(post) && Object.hasOwn(post, "cooked") && typeof post.cooked === "string" ? [post.cooked] : [],
	);

/** A list of rich text's nodes. */
function isRichText(value: readonly unknown[]): boolean {
	let paragraphs = 0;
	for (const node of value.slice(0, 50))
		if (isData(node) && NODE_TYPES.some((key) => typeof node[key] === "string" && PARAGRAPH.test(node[key])))
			paragraphs++;
	return paragraphs >= MIN_PARAGRAPHS;
}

interface Visit {
	readonly value: unknown;
	readonly key: string;
	readonly title: string;
	readonly depth: number;
}

/** All bodies in a value, in page order; as much of it as the limits allow. */
export function bodiesIn(root: unknown): readonly DataBody[] {
	const bodies: DataBody[] = [];
	const stack: Visit[] = [{ value: root, key: "", title: "", depth: 0 }];
	let parsed = 0;

	function add(value: unknown, title: string): void {
		const parts = partsOf(value);
		const length = parts.reduce((sum, { text }) => sum + text.length, 0);
		if (length >= MIN_BODY && length <= MAX_BODY) bodies.push({ parts, length, title });
	}

	for (let objects = 0; stack.length > 0 && objects < MAX_OBJECTS && bodies.length < MAX_BODIES; objects++) {
		const visit = stack.pop();
		if (!visit || visit.depth > MAX_DEPTH) continue;
		const { value, key, depth } = visit;
		let { title } = visit;
		if (typeof value === "string") {
			if (value.length < MIN_BODY) continue;
			if (/^\s*\[?\s*\{\s*"/.test(value)) {
				if (parsed++ < MAX_PARSED) stack.push({ value: parseJson(value), key, title, depth: depth + 1 });
			} else if (BODY.test(key) || HAS_PARAGRAPHS.test(value)) add(value, title);
		} else if (Array.isArray(value)) {
			const posts = postsOf(value);
			if (posts.length > 0) add(posts, title);
			else if (BODY.test(key) || isRichText(value)) add(value, title);
			for (const item of value.slice(0, 2_000).toReversed())
				if (typeof item === "object" || (typeof item === "string" && item.length >= MIN_BODY))
					stack.push({ value: item, key: "", title, depth: depth + 1 });
		} else if (isData(value)) {
			title = titleOf(value) ?? title;
			// Contentful, Slate and TipTap: {"nodeType": "document", "content": [ … ]}
			for (const [name, child] of Object.entries(value).slice(0, 2_000).toReversed())
				if (!ELSE.test(name) && child !== null && typeof child !== "number" && typeof child !== "boolean")
					stack.push({ value: child, key: name, title, depth: depth + 1 });
		}
	}
	return bodies;
}
