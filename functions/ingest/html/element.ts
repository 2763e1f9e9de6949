import type { BlockType } from "../../shared/article.ts";
import type { MarkupContext } from "../page.ts";
import { type Attributes, NONE } from "./attributes.ts";
import { type Tag, tagOf } from "./tags.ts";

/** An open element, with what it inherits: all that a block needs to know of its ancestors. */
export interface Element {
	readonly tag: Tag;
	readonly attributes: Attributes;
	readonly parent: Element | undefined;
	readonly depth: number;
	/** Starts and ends a line. */
	readonly block: boolean;
	readonly skipped: boolean;
	readonly hidden: boolean;
	/** Hidden within a visible line: its text must not become part of that line. */
	readonly hiddenInline: boolean;
	readonly shape: BlockType;
	readonly level: number | undefined;
	/** Made when the first block asks for it, then shared by all blocks and descendants. */
	context: MarkupContext | undefined;
}

/** Utility-class frameworks write kilobytes into names; the telling words come first. */
const MAX_NAMES = 159;

function addName(names: string, value: string | undefined): string {
	if (!value || names.length >= MAX_NAMES) return names;
	const name = value.slice(0, MAX_NAMES);
	return names === "" ? name : `${names} ${name}`;
}

/** Values of the attributes whose words say what an element is for. */
function joinedNames(attributes: Attributes): string {
	let names = addName("", attributes.class);
	names = addName(names, attributes.id);
	names = addName(names, attributes.role);
	names = addName(names, attributes.itemprop);
	names = addName(names, attributes["data-testid"]);
	names = addName(names, attributes["data-test"]);
	names = addName(names, attributes["data-component"]);
	names = addName(names, attributes["data-module"]);
	names = addName(names, attributes["data-type"]);
	return addName(names, attributes["data-qa"]);
}

const HIDING_STYLE = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Class names that hide text from sight and leave it to screen readers. */
const SCREEN_READER_ONLY =
	/(?:^|\s)(?:sr-only|visually-?hidden|u-visually-?hidden|screen-reader-text|a11y-hidden|is-visually-hidden)(?:\s|$)/i;

/** React streams what is to be shown in hidden elements of these names, and its script moves them to their place. */
const STREAMED = /^S:[\da-f]{1,4}$/;

const isHidden = (attributes: Attributes): boolean =>
	(attributes.hidden !== undefined &&
		attributes.hidden !== "until-found" &&
		!STREAMED.test(attributes.id ?? "")) ||
	attributes["aria-hidden"] === "true" ||
	(attributes.style !== undefined && HIDING_STYLE.test(attributes.style.slice(0, 500))) ||
	(attributes.class !== undefined && SCREEN_READER_ONLY.test(attributes.class.slice(0, 500)));

/** `articleBody_main--x1` → `article body main x1`, each once. Letters beyond ASCII count as lower case. */
function nameWords(value: string): readonly string[] {
	const words: string[] = [];
	let start = 0;
	let wasLower = false;
	let hasUpper = false;
	for (let i = 0; i <= value.length; i++) {
		const c = i < value.length ? value.charCodeAt(i) : 32;
		const isUpper = c >= 65 && c <= 90;
		const isWord = isUpper || (c >= 97 && c <= 122) || (c >= 48 && c <= 57) || c > 0xbf;
		if (!isWord || (isUpper && wasLower)) {
			if (i > start) {
				const word = value.slice(start, i);
				const lower = hasUpper ? word.toLowerCase() : word;
				// They are few: a set would take longer.
				if (!words.includes(lower)) words.push(lower);
			}
			start = isWord ? i : i + 1;
			hasUpper = false;
		}
		// Beyond ASCII any may be.
		hasUpper ||= isUpper || c > 127;
		wasLower = isWord && !isUpper;
	}
	return words;
}

/** As a small integer. */
function hashOf(text: string): number {
	let hash = text.length;
	for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) & 0x3fffffff;
	return hash;
}

/** What is known of a page's elements that hold text. */
export class Contexts {
	/** How many there are. */
	count = 0;
	/** Pages repeat their classes; the words of each are told once. By hash: pieces of the page are slow keys. */
	readonly #words = new Map<number, { readonly names: string; readonly words: string }>();

	/** What a block that stands in this element remembers of it; nothing of the document itself. */
	of(element: Element): MarkupContext | undefined {
		if (element.context || !element.parent) return element.context;
		const parent = this.of(element.parent);
		element.context = {
			tag: element.tag.name,
			names: this.#namesOf(element.attributes),
			parent,
			number: ++this.count,
			hidden: element.hidden,
		};
		return element.context;
	}

	#namesOf(attributes: Attributes): string {
		if (attributes === NONE) return "";
		const names = joinedNames(attributes);
		if (names === "") return "";
		const hash = hashOf(names);
		const known = this.#words.get(hash);
		if (known?.names === names) return known.words;
		const words = nameWords(names.slice(0, MAX_NAMES)).join(" ");
		if (!known) this.#words.set(hash, { names, words });
		return words;
	}
}

const isBlock = (tag: Tag, parent: Element | undefined): boolean =>
	tag.isBlockLevel || (tag.isCustom && !parent?.tag.isPhrasingOnly);

/** A template with a declarative shadow root is shown; any other is not. */
const isSkipped = (tag: Tag, attributes: Attributes): boolean =>
	tag.isSkipped && !(tag.name === "template" && attributes.shadowrootmode !== undefined);

/** 1 to 6; ARIA's default is 2 (https://www.w3.org/TR/wai-aria-1.2/#heading). */
function levelOf(tag: Tag, attributes: Attributes): number {
	const level = tag.level ?? Number(attributes["aria-level"] ?? 2);
	return level >= 1 && level <= 6 ? Math.floor(level) : 2;
}

/** The element that a start tag opens. */
export function openElement(tag: Tag, attributes: Attributes, parent: Element | undefined): Element {
	const block = isBlock(tag, parent);
	const own = attributes.role === "heading" ? "heading" : tag.shape;
	const inherited = parent?.shape ?? "paragraph";
	// A heading or code stays what it is whatever it holds.
	const shape = inherited === "heading" || inherited === "code" ? inherited : (own ?? inherited);
	const hides = attributes !== NONE && isHidden(attributes);
	return {
		tag,
		attributes,
		parent,
		depth: (parent?.depth ?? -1) + 1,
		block,
		skipped: parent?.skipped === true || isSkipped(tag, attributes),
		hidden: hides || parent?.hidden === true,
		hiddenInline: parent?.hiddenInline === true || (hides && !block && parent?.hidden !== true),
		shape,
		level: shape !== "heading" ? undefined : own === "heading" ? levelOf(tag, attributes) : parent?.level,
		context: undefined,
	};
}

/** What holds the outermost elements and any text outside them; no part of a block's markup. */
export const openDocument = (): Element => openElement(tagOf("#document"), NONE, undefined);

/** The deepest element that holds both. */
export function commonAncestor(a: Element, b: Element): Element {
	let x: Element = a;
	let y: Element = b;
	while (x !== y) {
		if (x.depth >= y.depth && x.parent) x = x.parent;
		else if (y.parent) y = y.parent;
		else return x;
	}
	return x;
}
