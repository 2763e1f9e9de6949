/** A stretch of speech in a block: from its opening mark to just behind its closing one. */
export interface Speech {
	readonly start: number;
	readonly end: number;
	/** False when no closing mark was found; it then runs to the next opening one, or as far as one may reach. */
	readonly closed: boolean;
}

const MARK = /["“”„«»「」]/g;
/** Marks that close unless what stands around them says otherwise (”so” opens in Swedish, »so« in German). */
const CLOSING: ReadonlySet<string> = new Set(["”", "»", "」"]);
/** French sets its guillemets apart inside too: the space beside one says nothing. */
const SPACED: ReadonlySet<string> = new Set(["«", "»"]);
const BOUNDARY = /[\s'’()[\]{}—–\-.,;:!?…。、，：]/;
/** How far speech without a closing mark is believed to go: a paragraph, not the rest of a book. */
const UNCLOSED_REACH = 1000;

const sideOf = (mark: string, before = " ", after = " ", speaking = false): "open" | "close" => {
	const spaceBefore = /\s/.test(before);
	if (!SPACED.has(mark) && spaceBefore !== /\s/.test(after)) return spaceBefore ? "open" : "close";
	const boundaryBefore = BOUNDARY.test(before);
	if (boundaryBefore !== BOUNDARY.test(after)) {
		if (!boundaryBefore) return "close";
		if (!(speaking && CLOSING.has(mark))) return "open";
	}
	return speaking || CLOSING.has(mark) ? "close" : "open";
};

/**
 * The stretches of speech in a block, in order. A mark that opens while another is open says that the first
 * was a paragraph of a longer quotation, which has no closing mark by convention.
 */
export function speechOf(text: string): Speech[] {
	const found: Speech[] = [];
	let open: number | undefined;
	const unclosed = (start: number, end: number): Speech => ({
		start,
		end: Math.min(end, start + UNCLOSED_REACH),
		closed: false,
	});
	for (const { 0: mark, index } of text.matchAll(MARK)) {
		if (sideOf(mark, text[index - 1], text[index + 1], open !== undefined) === "open") {
			if (open !== undefined) found.push(unclosed(open, index));
			open = index;
		} else if (open !== undefined) {
			found.push({ start: open, end: index + 1, closed: true });
			open = undefined;
		}
	}
	if (open !== undefined) found.push(unclosed(open, text.length));
	return found;
}

/** Whether an offset lies inside speech: behind its opening mark and before its end. */
export function speaksAt(speeches: readonly Speech[], offset: number): boolean {
	let low = 0;
	let high = speeches.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if ((speeches[middle]?.start ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	const last = speeches[low - 1];
	return last !== undefined && (offset < last.end || (offset === last.end && !last.closed));
}
