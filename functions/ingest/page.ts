/**
 * A page as its reader found it, before anyone decided what is article and what is furniture. The three
 * readers (html/, text/ for plain text and Markdown) all make one of these; strip/ labels its blocks and
 * metadata/ reads its head.
 */
import type { BlockType, StrippedKind, Warning } from "../shared/article.ts";
import type { LaterText } from "./source.ts";

/** What the uploader said of the bytes; each is a hint, none is trusted. */
export interface UploadHints {
	/** The object's key; its extension helps to tell the format. */
	readonly key?: string | undefined;
	/** A Content-Type header, with or without charset. */
	readonly contentType?: string | undefined;
	/** A Content-Encoding header. */
	readonly contentEncoding?: string | undefined;
	/** The page's address: the base for relative links, and its URL when the page doesn't tell one. */
	readonly url?: string | undefined;
}

/** A link's target and the text it covers in its block. */
export interface PageLink {
	readonly href: string;
	readonly text: string;
	/** `rel` tokens, lower case. */
	readonly rel: readonly string[];
}

/** An element that holds a block's text, one object for all its blocks; only HTML has this. */
export interface MarkupContext {
	readonly tag: string;
	/** Lower-case words of its class, id, role, itemprop, data-testid…, each once. */
	readonly names: string;
	readonly parent: MarkupContext | undefined;
	/** Which of the page's elements that hold text it is, from 1 on, parents before their children. */
	readonly number: number;
	/** True when it or an ancestor is hidden (hidden, aria-hidden, display:none…). */
	readonly hidden: boolean;
}

/** One run of text with a shape. `text` is normalised as the contract's block text; never empty. */
export interface PageBlock {
	readonly type: BlockType;
	readonly level?: number | undefined;
	readonly text: string;
	/** Share of the text's characters inside links, 0 to 1. */
	readonly linkDensity: number;
	readonly links: readonly PageLink[];
	/** The machine-readable date of the first `<time>` in the block. */
	readonly datetime?: string | undefined;
	/** The deepest element that holds all of it. */
	readonly markup?: MarkupContext | undefined;
}

/** What the page says of itself outside its text. Keys of `meta` are lower case; nothing here is trusted. */
export interface PageHead {
	readonly language?: string | undefined;
	readonly title?: string | undefined;
	/** `<meta>` by lower-case name, property or http-equiv, in page order. */
	readonly meta: ReadonlyMap<string, readonly string[]>;
	/** `<link>` by rel, and the document's `<base>` as rel `base`. */
	readonly links: ReadonlyMap<string, readonly string[]>;
	/** Parsed JSON-LD nodes, flattened out of arrays and `@graph`. */
	readonly jsonLd: readonly Readonly<Record<string, unknown>>[];
	/** Microdata and RDFa values by lower-case property name, in page order; `author.name` for one within another. */
	readonly properties: ReadonlyMap<string, readonly string[]>;
	/** What the page carries for its own scripts, unread: scripts without a source, state in attributes. */
	readonly data?: readonly LaterText[];
	/** Markdown's front matter. */
	readonly frontMatter?: Readonly<Record<string, unknown>> | undefined;
}

/** An upload as read, before anything is judged. */
export interface Page {
	readonly blocks: readonly PageBlock[];
	readonly head: PageHead;
	readonly warnings: readonly Warning[];
}

/** A block with what it was found to be: `body` is kept, any other kind is stripped. */
export interface LabelledBlock extends PageBlock {
	readonly kind: "body" | StrippedKind;
	/** 0 to 1. */
	readonly confidence: number;
	/** True of a block that the page doesn't show, but has in its data (embedded/). */
	readonly fromData?: boolean;
}

/** What a labeller is: the whole of the interface between the readers and whoever decides. */
export type Labeller = (page: Page) => readonly LabelledBlock[];
