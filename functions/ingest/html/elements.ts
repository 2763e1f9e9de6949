/**
 * What each HTML element is to a reader of text: tables after the HTML Living Standard's section 15
 * (Rendering, https://html.spec.whatwg.org/multipage/rendering.html) and its list of void elements.
 */
import type { BlockType } from "../../shared/article.ts";

/** Elements whose content is never text of the page. `noscript` only ever holds stand-ins for images. */
export const SKIPPED: ReadonlySet<string> = new Set(
	"script style template noscript svg select datalist textarea iframe object canvas audio video map title annotation annotation-xml rp rt noembed noframes".split(
		" ",
	),
);

/** Elements that start and end a line. */
export const BLOCK_LEVEL: ReadonlySet<string> = new Set(
	"address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html iframe label legend li listing main menu nav ol option p picture plaintext pre search section select summary table tbody td textarea tfoot th thead tr ul video audio xmp".split(
		" ",
	),
);

/** Elements that hold only phrasing content: a custom element inside one is part of its line. */
export const PHRASING_ONLY: ReadonlySet<string> = new Set(
	"p h1 h2 h3 h4 h5 h6 a b i em strong span cite q small sub sup mark u".split(" "),
);

/** The shape that an element gives the text in it. */
export const SHAPES: ReadonlyMap<string, BlockType> = new Map([
	["h1", "heading"],
	["h2", "heading"],
	["h3", "heading"],
	["h4", "heading"],
	["h5", "heading"],
	["h6", "heading"],
	["li", "list-item"],
	["dt", "list-item"],
	["dd", "list-item"],
	["blockquote", "quote"],
	["pre", "code"],
	["listing", "code"],
	["xmp", "code"],
]);

/** Elements that make their descendants neighbours. */
export const CONTAINERS: ReadonlySet<string> = new Set(
	"html body main article section aside nav header footer div form fieldset table td th ul ol dl blockquote figure details dialog center".split(
		" ",
	),
);

/** Elements that the tokenizer reads as raw text up to their end tag, so they can't nest. */
export const RAW_TEXT: ReadonlySet<string> = new Set(
	"script style textarea title iframe noembed noframes xmp plaintext".split(" "),
);

/** Elements without content (htmlparser2's list: HTML's, and what there once was). */
export const VOID: ReadonlySet<string> = new Set(
	"area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr".split(
		" ",
	),
);

/** What holds another vocabulary than HTML's, and where in it HTML may stand again (`foreignObject` in SVG alone, by the standard). */
export const FOREIGN: ReadonlySet<string> = new Set(["svg", "math"]);
export const HTML_AGAIN: ReadonlySet<string> = new Set(
	"mi mo mn ms mtext annotation-xml foreignobject desc title".split(" "),
);

const closing = (tags: string, closed: string): readonly (readonly [string, ReadonlySet<string>])[] =>
	tags.split(" ").map((tag) => [tag, new Set(closed.split(" "))]);

/** Which elements a start tag ends, if they are innermost: end tags that may be left out (htmlparser2's table). */
export const CLOSED_BY: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	...closing("tr", "tr th td"),
	...closing("th", "th"),
	...closing("td", "thead th td"),
	...closing("tbody tfoot", "thead tbody"),
	...closing("body", "head link script"),
	...closing("a", "a"),
	...closing("li", "li"),
	...closing("dd dt", "dd dt"),
	...closing("rt rp", "rt rp"),
	...closing("h1 h2 h3 h4 h5 h6", "h1 h2 h3 h4 h5 h6 p"),
	...closing("option", "option"),
	...closing("optgroup", "optgroup option"),
	...closing(
		"select input output button datalist textarea",
		"input option optgroup select button datalist textarea",
	),
	...closing(
		"p address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre section table ul",
		"p",
	),
]);

/** Headings. */
export const HEADINGS: ReadonlySet<string> = new Set("h1 h2 h3 h4 h5 h6".split(" "));

/** What stands below a heading's text only where its end tag was forgotten. */
export const ENDS_HEADING: ReadonlySet<string> = new Set(
	"article aside blockquote figure footer form h1 h2 h3 h4 h5 h6 main nav ol p pre section table ul".split(
		" ",
	),
);

/** Most of the tags that pages have. */
export const COMMON_TAGS: ReadonlySet<string> = new Set(
	"a abbr article aside b blockquote body br button center cite code dd div dl dt em figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input label li link main meta nav noscript ol option p path picture script section small source span strong style svg table tbody td th time title tr u ul use".split(
		" ",
	),
);
