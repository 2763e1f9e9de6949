import type { MarkupContext, PageBlock } from "../page.ts";
import { BODY_NAMES, WHOLE_PAGE } from "./names.ts";
import { numberer } from "./numberer.ts";
import { latinLength, mayBeDense, proseIn } from "./prose.ts";
import { unitsOf } from "./units.ts";

/**
 * The elements that hold a page's text as flat arrays, parents before children, with sums over what each
 * holds. The first one is the document. Everything that is asked of a block's ancestors is asked here, once
 * an element instead of once a block.
 */
export interface Outline {
	/** Undefined for the document. */
	readonly elements: readonly (MarkupContext | undefined)[];
	/** Which of the signatures each element has. */
	readonly signature: Int32Array;
	/** One element of each tag with its names; what follows from these alone is asked once a signature. */
	readonly signatures: readonly (MarkupContext | undefined)[];
	/** All words in their names, and which of these each signature has. */
	readonly vocabulary: readonly string[];
	readonly words: readonly (readonly number[])[];
	/** Which signatures name an article's text. */
	readonly namesBody: readonly boolean[];
	/** Index of the parent; the document's is 0. */
	readonly parent: Int32Array;
	readonly depth: Int32Array;
	/** The element of each block. */
	readonly of: Int32Array;
	/** The UTF-16 units of all blocks' text, one block after the other, and where each begins; at last the end. */
	readonly units: Uint16Array;
	readonly starts: Int32Array;
	/** Characters of each block as if it were written in Latin letters, and of these how many are running text. */
	readonly latinOf: Float64Array;
	readonly proseOf: Float64Array;
	/** Characters of running text in each element. */
	readonly prose: Float64Array;
	/** Characters in each element, and those of them in links. */
	readonly text: Float64Array;
	readonly linked: Float64Array;
	/** Blocks in each element: how many, the first and the last. */
	readonly blocks: Float64Array;
	readonly first: Int32Array;
	readonly last: Int32Array;
}

/** Finds the elements by walking up from each block to one that is known. */
function listElements(blocks: readonly PageBlock[]): Pick<Outline, "elements" | "parent" | "of"> {
	const elements: (MarkupContext | undefined)[] = [undefined];
	const parents: number[] = [0];
	const most = blocks.reduce((highest, { markup }) => Math.max(highest, markup?.number ?? 0), 0);
	/** By elements' numbers; 0 of what isn't known yet. */
	const indexes = new Int32Array(most + 1);
	const of = new Int32Array(blocks.length);
	const unknown: MarkupContext[] = [];
	for (let i = 0; i < blocks.length; i++) {
		let above = blocks[i]?.markup;
		for (; above && indexes[above.number] === 0; above = above.parent) unknown.push(above);
		let index = above ? (indexes[above.number] ?? 0) : 0;
		for (let element = unknown.pop(); element; element = unknown.pop()) {
			parents.push(index);
			index = elements.push(element) - 1;
			indexes[element.number] = index;
		}
		of[i] = index;
	}
	return { elements, parent: Int32Array.from(parents), of };
}

const namesBody = (element: MarkupContext | undefined): boolean =>
	element !== undefined &&
	element.names !== "" &&
	!WHOLE_PAGE.has(element.tag) &&
	BODY_NAMES.test(element.names);

/** Numbers the tags with their names. */
function signaturesOf(
	elements: Outline["elements"],
): Pick<Outline, "signature" | "signatures" | "vocabulary" | "words" | "namesBody"> {
	const ofTag = numberer<string>();
	const ofNames = numberer<string>();
	const numbers = new Map<number, number>();
	const signature = new Int32Array(elements.length);
	const signatures: (MarkupContext | undefined)[] = [undefined];
	for (let e = 1; e < elements.length; e++) {
		const element = elements[e];
		if (!element) continue;
		// No more names than elements.
		const key = ofTag(element.tag) * elements.length + ofNames(element.names);
		let number = numbers.get(key);
		if (number === undefined) {
			number = signatures.push(element) - 1;
			numbers.set(key, number);
		}
		signature[e] = number;
	}
	const ofWord = numberer<string>();
	const words = signatures.map((element) => (element?.names ? element.names.split(" ").map(ofWord) : []));
	return { signature, signatures, vocabulary: ofWord.keys(), words, namesBody: signatures.map(namesBody) };
}

/** Adds what each element holds to its parent, innermost first. */
export function sumUp(parent: Int32Array, sum: Float64Array): void {
	for (let e = parent.length - 1; e > 0; e--) {
		const above = parent[e] ?? 0;
		sum[above] = (sum[above] ?? 0) + (sum[e] ?? 0);
	}
}

/** The outline of a page. */
export function outlineOf(page: readonly PageBlock[]): Outline {
	const { elements, parent, of } = listElements(page);
	const size = elements.length;
	const depth = new Int32Array(size);
	const [prose, text, linked] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
	const blocks = new Float64Array(size);
	const [first, last] = [new Int32Array(size), new Int32Array(size)];
	const [latinOf, proseOf] = [new Float64Array(page.length), new Float64Array(page.length)];
	const units = unitsOf(page.map((block) => block.text).join(""));
	const starts = new Int32Array(page.length + 1);
	for (let e = 1; e < size; e++) depth[e] = (depth[parent[e] ?? 0] ?? 0) + 1;
	first.fill(page.length);
	page.forEach((block, i) => {
		const e = of[i] ?? 0;
		const start = starts[i] ?? 0;
		const end = start + block.text.length;
		const length = mayBeDense(units, start, end) ? latinLength(block.text) : end - start;
		starts[i + 1] = end;
		const own = proseIn(block, length);
		latinOf[i] = length;
		proseOf[i] = own;
		prose[e] = (prose[e] ?? 0) + own;
		text[e] = (text[e] ?? 0) + block.text.length;
		linked[e] = (linked[e] ?? 0) + block.text.length * block.linkDensity;
		blocks[e] = (blocks[e] ?? 0) + 1;
		first[e] = Math.min(first[e] ?? 0, i);
		last[e] = i;
	});
	for (const sum of [prose, text, linked, blocks]) sumUp(parent, sum);
	for (let e = size - 1; e > 0; e--) {
		const above = parent[e] ?? 0;
		first[above] = Math.min(first[above] ?? 0, first[e] ?? 0);
		last[above] = Math.max(last[above] ?? 0, last[e] ?? 0);
	}
	return {
		elements,
		...signaturesOf(elements),
		parent,
		depth,
		of,
		units,
		starts,
		latinOf,
		proseOf,
		prose,
		text,
		linked,
		blocks,
		first,
		last,
	};
}
