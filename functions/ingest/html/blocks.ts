import { keepLines, oneLine } from "../characters.ts";
import type { PageBlock, PageLink } from "../page.ts";
import { type Contexts, commonAncestor, type Element } from "./element.ts";

/** More blocks than this are a data dump, not a page. */
const MAX_BLOCKS = 20_000;
/** One block is cut here and goes on in the next one. */
const MAX_BLOCK_TEXT = 100_000;
/** Text of the whole page, in UTF-16 units. */
const MAX_PAGE_TEXT = 5_000_000;
const MAX_LINKS_PER_BLOCK = 500;
const MAX_HREF = 2_000;

const NOT_SPACE = /\S/;

/** Makes the flat list of blocks out of text and line breaks as they come. */
export interface BlockBuilder {
	readonly blocks: PageBlock[];
	/** True when a limit cut the page short. */
	readonly truncated: () => boolean;
	/** Whether the block being read holds text yet: before, white space is no part of it. */
	readonly isOpen: () => boolean;
	text(data: string, within: Element): void;
	/** `<br>`: a space, two in a row a new paragraph, a line end in code. */
	lineBreak(within: Element): void;
	/** A block boundary. */
	flush(): void;
	openLink(href: string, rel: string): void;
	closeLink(): void;
	time(datetime: string): void;
}

interface OpenLink {
	readonly href: string;
	readonly rel: readonly string[];
	text: string;
}

/** The block being read. */
interface Draft {
	text: string;
	/** White space since: no part of the text unless more follows. */
	space: string;
	/** Characters but white space, all and in links. */
	letters: number;
	linked: number;
	links: PageLink[];
	datetime: string | undefined;
	/** The deepest element that holds all of its text. */
	holder: Element | undefined;
	/** Line breaks since the last text. */
	breaks: number;
}

const emptyDraft = (): Draft => ({
	text: "",
	space: "",
	letters: 0,
	linked: 0,
	links: [],
	datetime: undefined,
	holder: undefined,
	breaks: 0,
});

/** True for white space alone. */
function isBlank(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const c = text.charCodeAt(i);
		if (c > 127) return !NOT_SPACE.test(text);
		if (c > 32 || c < 9 || (c > 13 && c < 32)) return false;
	}
	return true;
}

const NO_REL: readonly string[] = [];

const relOf = (rel: string): readonly string[] =>
	rel === "" ? NO_REL : rel.toLowerCase().split(/\s+/).filter(Boolean);

const countLetters = (text: string): number => {
	let letters = 0;
	for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 32) letters++;
	return letters;
};

/** A fresh builder; one page each. */
export function buildBlocks(contexts: Contexts): BlockBuilder {
	const blocks: PageBlock[] = [];
	let draft = emptyDraft();
	let link: OpenLink | undefined;
	/** The last link's text as it was written and as it is: many blocks are a link and nothing else. */
	let [written, cleaned] = ["", ""];
	let pageText = 0;
	let truncated = false;

	function endLinkText(): void {
		if (!link) return;
		const text = oneLine(link.text);
		[written, cleaned] = [link.text, text];
		if (text !== "" && draft.links.length < MAX_LINKS_PER_BLOCK)
			draft.links.push({ href: link.href, text, rel: link.rel });
		link.text = "";
	}

	const lineOf = (text: string): string => (text === written ? cleaned : oneLine(text));

	function flush(): void {
		const { holder } = draft;
		if (!holder) {
			draft.datetime = undefined;
			draft.breaks = 0;
			return;
		}
		endLinkText();
		const finished = draft;
		draft = emptyDraft();
		const text = holder.shape === "code" ? keepLines(finished.text) : lineOf(finished.text);
		if (text === "") return;
		blocks.push({
			type: holder.shape,
			level: holder.level,
			text,
			linkDensity: finished.letters === 0 ? 0 : finished.linked / finished.letters,
			links: finished.links,
			datetime: finished.datetime,
			markup: contexts.of(holder),
		});
	}

	function text(data: string, within: Element): void {
		if (within.hiddenInline) return;
		if (isBlank(data)) {
			if (draft.holder) draft.space += data;
			return;
		}
		if (blocks.length >= MAX_BLOCKS || pageText > MAX_PAGE_TEXT) {
			truncated = true;
			return;
		}
		if (draft.text.length + draft.space.length + data.length > MAX_BLOCK_TEXT) flush();
		draft.breaks = 0;
		draft.holder = draft.holder ? commonAncestor(draft.holder, within) : within;
		draft.text += draft.space === "" ? data : draft.space + data;
		draft.space = "";
		pageText += data.length;
		const letters = countLetters(data);
		draft.letters += letters;
		if (link) {
			draft.linked += letters;
			link.text += data;
		}
	}

	return {
		blocks,
		truncated: () => truncated,
		isOpen: () => draft.holder !== undefined,
		text,
		flush,
		lineBreak(within) {
			if (within.shape === "code") draft.space += "\n";
			else if (draft.holder && ++draft.breaks >= 2) flush();
			else draft.space += " ";
		},
		openLink(href, rel) {
			link = { href: href.slice(0, MAX_HREF), rel: relOf(rel), text: "" };
		},
		closeLink() {
			endLinkText();
			link = undefined;
		},
		time(datetime) {
			draft.datetime ??= datetime.slice(0, 40);
		},
	};
}
