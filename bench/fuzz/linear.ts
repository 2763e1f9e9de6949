/**
 * Shows that reading takes time in proportion to the upload, whatever is in it: `node bench/fuzz/linear.ts`.
 * Each hostile shape is read at a size and at twice the size; a ratio far above 2 is a way to stall ingest.
 * Prints only: timings on a shared machine prove nothing to a test.
 */
import { RejectedUpload, readArticle } from "../../functions/ingest/index.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

const REPEATS = 60_000;

/** Shapes that have made HTML readers quadratic, by what is repeated. */
const SHAPES: Readonly<Record<string, (n: number) => string>> = {
	"nested elements": (n) => `${"<div>".repeat(n)}text`,
	"unmatched end tags": (n) => "<b>".repeat(n) + "</i>".repeat(n),
	"unclosed elements with text": (n) => "<p>text<span>".repeat(n),
	"attributes of one element": (n) => `<p ${Array.from({ length: n }, (_, i) => `a${i}=1`).join(" ")}>text`,
	"words of one class": (n) => `<p class="${"aB ".repeat(n)}">text`,
	"links in one paragraph": (n) => `<p>${"<a href=x>y</a> ".repeat(n)}`,
	"nested tables": (n) => "<table><tr><td>a".repeat(n),
	"rows of one table": (n) => `<table>${"<tr><td>a<td>b".repeat(n)}</table>`,
	"line breaks": (n) => "text<br>".repeat(n),
	"white space": (n) => `<p>a${" \n".repeat(n)}b`,
	"less-than signs": (n) => "<".repeat(n),
	"broken entities": (n) => "&am".repeat(n),
	"nested properties": (n) => "<i itemscope itemprop=author>By Ann ".repeat(n),
	"brackets in JSON-LD": (n) => `<script type=application/ld+json>${"[".repeat(n)}</script>`,
	"commas in JSON-LD": (n) => `<script type=application/ld+json>{"a":1${", ".repeat(n)}</script>`,
	"paragraphs with ancestors": (n) =>
		`<p>${"This sentence is long enough to be running text, it says.<div><p>".repeat(n)}`,
	"short lines": (n) => "<p>By Ann Doe and ".repeat(n),
	"one long line": (n) => `<p>${"by and By And ".repeat(n)}`,
	"a long title": (n) => `<title>${"a | ".repeat(n)}</title><p>${"text. ".repeat(60)}`,
	keywords: (n) => `<meta name=keywords content="${"a, ".repeat(n)}"><p>${"text. ".repeat(60)}`,
};

function millisecondsFor(html: string): number {
	const bytes = new TextEncoder().encode(html);
	const start = cpuMilliseconds();
	try {
		readArticle(bytes, { contentType: "text/html; charset=utf-8" });
	} catch (error) {
		if (!(error instanceof RejectedUpload)) throw error;
	}
	return cpuMilliseconds() - start;
}

for (const [name, shape] of Object.entries(SHAPES)) {
	millisecondsFor(shape(1_000));
	const [once, twice] = [millisecondsFor(shape(REPEATS)), millisecondsFor(shape(2 * REPEATS))];
	const megabytes = shape(2 * REPEATS).length / 1e6;
	console.log(
		`${name.padEnd(30)} ${megabytes.toFixed(1).padStart(5)} MB  ${twice.toFixed(0).padStart(6)} ms  ratio ${(twice / once).toFixed(1)}`,
	);
}
