import * as fc from "fast-check";
import { Parser } from "htmlparser2";
import { describe, expect, it } from "vitest";
import { cleanCharacters, oneLine } from "../../../functions/ingest/characters.ts";
import { countWords } from "../../../functions/ingest/counts.ts";
import { PageParser } from "../../../functions/ingest/html/parser.ts";
import { PageTokenizer } from "../../../functions/ingest/html/tokenizer.ts";
import { type Source, stringSource, utf8Source } from "../../../functions/ingest/source.ts";
import { countReaderWords } from "../../../functions/ingest/strip/features/reader-words.ts";
import { unitsOf } from "../../../functions/ingest/strip/units.ts";

describe("a clean line", () => {
	it("is the same the short way and the long way, whatever characters stand in it", () => {
		const long = (text: string): string => cleanCharacters(text).replace(/\s+/g, " ").trim();
		const different: string[] = [];
		for (let unit = 0; unit < 0x10000; unit++) {
			const character = String.fromCharCode(unit);
			for (const text of [`a${character}b`, ` ${character} `, `가${character}`, `${character}\u0301`])
				if (oneLine(text) !== long(text)) different.push(text);
		}
		expect(different).toEqual([]);
	});
});

describe("the number of words", () => {
	const segmented = (text: string, language: string): number =>
		[...new Intl.Segmenter(language, { granularity: "word" }).segment(text)].filter((s) => s.isWordLike)
			.length;

	it.each([
		["en", `"Don't," said Ann (aged 42), "ask the U.S. for 3.5% or £1,000 at 10:30 a.m. – it's e-mail, no?"`],
		["de", "„Größe“ ist übrigens nicht alles: 3,5 % der Fähren-Gäste kämen auch so!"],
		["fr", "L'île d'Yeu, aujourd’hui : « c'est l'été »."],
		["ru", "Паром ушёл в 6:00, а вернулся без пассажиров."],
		["ja", "フェリーは六時に港を出た。12人が乗っていた。"],
		["fi", "EU:n ja WSOY:n, sanoi Ann."],
	])("is the segmenter's in %s", (language, text) => {
		expect(countWords(text, language)).toBe(segmented(text, language));
	});
});

describe("the words that are said to the reader", () => {
	/** What the trees learned with. */
	const PATTERN =
		/\b(?:you|your|our|us|we|my|please|click|here|sie|ihr|ihre|ihren|uns|unser|vous|votre|nos|notre|usted|tu|su|nuestro|você|seu|nosso|noi|nostro|jouw|onze)\b/gi;
	const WORDS = "you YOUR us We please nuestro você VOCÊ vocÊ jouw onze ihr harbour ferry x _ 7 é ſu \u212a";

	it("are as many as the pattern finds", () => {
		const pieces = [...WORDS.split(" "), " ", " ", ", ", "-"];
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 20 }), (parts) => {
				const text = parts.join("");
				expect(countReaderWords(unitsOf(text), 0, text.length)).toBe(text.match(PATTERN)?.length ?? 0);
			}),
			{ numRuns: 3_000 },
		);
	});
});

/** What markup is made of, and what breaks it. */
const PIECES = [
	...`< > / = " ' ! - ? a A é & \0`.split(" "),
	..." |\n|\f|text|</|<!|<!--|-->|<!doctype html>|/>|</p>|</P |<p>|<div class=\"a b\">|<DIV id='x'".split(
		"|",
	),
	...`<a href=x|<a href= "y"|<img src="z" alt/>|<br/>|<i =b="c">|<script>|</script>|<title|</title>`.split(
		"|",
	),
	...`<svg>|</svg>|<style >|</style|<textarea|<plaintext>|<iframe>|<p=q>|<${"n".repeat(60)}>`.split("|"),
	"long ".repeat(30),
	`<b title="${"long ".repeat(30)}"`,
];

describe("the page's tokenizer", () => {
	type Events = readonly unknown[];
	const eventsOf = (html: string, Tokenizer?: typeof PageTokenizer): Events => {
		const events: unknown[] = [];
		const parser = new Parser(
			{
				onopentag: (name, attributes) => events.push("open", name, { ...attributes }),
				onclosetag: (name, implied) => events.push("close", name, implied),
				ontext: (text) => events.push("text", text),
				oncomment: (text) => events.push("comment", text),
				onprocessinginstruction: (name, text) => events.push("instruction", name, text),
			},
			{ decodeEntities: false, ...(Tokenizer && { Tokenizer }) },
		);
		parser.end(html);
		return events;
	};

	it("reads what the original reads, whatever the markup", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }), (pieces) => {
				const html = pieces.join("");
				expect(eventsOf(html, PageTokenizer)).toEqual(eventsOf(html));
			}),
			{ numRuns: 3_000 },
		);
	});
});

describe("the page's parser", () => {
	const TAGS =
		"a b p br div li ul h1 h2 table tr td th tbody form input option select svg title image body dt dd";
	const TREE = [
		...TAGS.split(" ").flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
		// Outside of SVG there is no such element, and ours doesn't tell the two apart.
		..."<br/>|<div/>|<path/>|</b|<p class=x|text|<image>|<svg><foreignObject>|</foreignObject>".split("|"),
	];

	const opened = (source: Source): readonly string[] => {
		const events: string[] = [];
		const page = new PageParser(source.reader(), {
			onopentag: ({ name }) => events.push(`<${name}>`),
			ontext: (text) => events.push(text),
			onrawtext: (text) => events.push(String(text)),
			onclosetag: () => events.push("end"),
			wantsText: () => true,
			wantsSpace: () => true,
			inNoscript: () => false,
		});
		page.read();
		return events;
	};
	const openedByOriginal = (html: string): readonly string[] => {
		const events: string[] = [];
		const parser = new Parser(
			{
				onopentag: (name) => events.push(`<${name.toLowerCase()}>`),
				ontext: (text) => events.push(text),
				onclosetag: () => events.push("end"),
			},
			{ decodeEntities: false },
		);
		parser.end(html);
		return events;
	};

	it.each([
		["broken", PIECES],
		["misplaced", TREE],
	])("begins and ends elements where the original does in %s markup", (_, pieces) => {
		const markup = fc.array(fc.constantFrom(...pieces.filter((piece) => piece !== "&")), { maxLength: 30 });
		fc.assert(
			fc.property(markup, (parts) => {
				expect(opened(stringSource(parts.join("")))).toEqual(openedByOriginal(parts.join("")));
			}),
			{ numRuns: 3_000 },
		);
	});

	it("reads a page the same as a whole and in pieces, wherever these end", () => {
		const filler = fc.tuple(
			fc.constantFrom("x", "é", "한", "😀", "- ", "<b>", "</"),
			fc.integer({ max: 9, min: 0 }),
		);
		const long = filler.map(
			([unit, more]) => `${unit}${unit.repeat(Math.ceil(23_000 / unit.length))}${"y".repeat(more)}`,
		);
		const markup = fc.array(
			fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...PIECES, "<![CDATA[", "]]>") }, long),
			{
				maxLength: 20,
			},
		);
		fc.assert(
			fc.property(markup, (parts) => {
				const html = parts.join("");
				expect(opened(utf8Source(Buffer.from(html)))).toEqual(opened(stringSource(html)));
			}),
			{ numRuns: 500 },
		);
	});
});
