/** An article as a web page that needs nothing else: what was kept, and beside it what was cut. */
import type { Article, Block, StrippedBlock } from "../functions/shared/article.ts";
import { factsOf, passagesOf, percent } from "./passages.ts";

const ESCAPES: Readonly<Record<string, string>> = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	'"': "&quot;",
	"'": "&#39;",
};

/** Whatever the page says, as text. */
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? "");

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dce1, #3a3f47); --soft: light-dark(#5c6470, #9aa3af);
	--cut: light-dark(#8a2a1b, #f0a294); --cut-ground: light-dark(#fdf3f1, #2c2220); }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 78rem; font: 1rem/1.55 system-ui, sans-serif;
	background: light-dark(#fff, #17191c); color: light-dark(#1b1e23, #e6e8eb); overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
article + article { margin-top: 4rem; border-top: 2px solid var(--line); padding-top: 2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0 0 1.5rem; font-size: .875rem; }
dt, .source { color: var(--soft); }
dd { margin: 0; }
.passage { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 0 2rem; padding: .35rem 0; }
.passage > * { margin: 0; }
.names { position: sticky; top: 0; background: inherit; border-bottom: 1px solid var(--line); font-weight: 600; padding: .5rem 0;
	background: light-dark(#fff, #17191c); }
.kept h2, .kept h3 { margin: .6rem 0 0; font-size: 1.15rem; line-height: 1.3; }
.kept p, .kept blockquote, .kept pre, .kept ul, .kept table { margin: 0; }
.kept blockquote { border-left: 3px solid var(--line); padding-left: 1rem; }
.kept pre { overflow-x: auto; white-space: pre-wrap; font-size: .875rem; }
.kept table { border-collapse: collapse; font-size: .875rem; }
td { border: 1px solid var(--line); padding: .2rem .5rem; vertical-align: top; }
.cut { font-size: .8125rem; line-height: 1.4; }
.cut p { margin: 0 0 .35rem; padding: .3rem .6rem; border-left: 3px solid var(--cut); background: var(--cut-ground);
	white-space: pre-line; max-height: 9.5rem; overflow: auto; }
.cut b { color: var(--cut); font-weight: 600; margin-right: .5rem; }
@media (max-width: 40rem) { .passage { grid-template-columns: 1fr; } .names { display: none; } }
`;

const table = (text: string): string =>
	`<table>${text
		.split("\n")
		.map(
			(row) =>
				`<tr>${row
					.split(" | ")
					.map((cell) => `<td>${escaped(cell)}</td>`)
					.join("")}</tr>`,
		)
		.join("")}</table>`;

const WRITE: Readonly<Record<Block["type"], (text: string) => string>> = {
	heading: (text) => `<h2>${escaped(text)}</h2>`,
	paragraph: (text) => `<p>${escaped(text)}</p>`,
	"list-item": (text) => `<ul><li>${escaped(text)}</li></ul>`,
	quote: (text) => `<blockquote>${escaped(text)}</blockquote>`,
	code: (text) => `<pre>${escaped(text)}</pre>`,
	table,
};

const cutBlock = ({ text, kind, confidence }: StrippedBlock, explain: boolean): string =>
	`<p><b>${kind}${explain ? ` ${percent(confidence)}` : ""}</b>${escaped(text)}</p>`;

const row = (kept: string, cut: string, name = "passage"): string =>
	`<div class="${name}"><div class="kept">${kept}</div><div class="cut">${cut}</div></div>`;

const facts = (article: Article): string =>
	`<dl>${factsOf(article)
		.map(({ name, value, source }) => {
			const from = source ? ` <span class="source">from ${escaped(source)}</span>` : "";
			return `<dt>${escaped(name)}</dt><dd>${escaped(value)}${from}</dd>`;
		})
		.join("")}</dl>`;

const articlePart = (article: Article, explain: boolean): string => {
	const { blocks, stripped } = article.counts;
	const passages = passagesOf(article).map(({ kept, cut }) =>
		row(kept ? WRITE[kept.type](kept.text) : "", cut.map((block) => cutBlock(block, explain)).join("")),
	);
	return `<article lang="${escaped(article.language)}">
<h1>${escaped(article.metadata.title ?? "Without a title")}</h1>
${explain ? facts(article) : ""}
<div class="passage names"><div>Kept: ${blocks}</div><div>Cut: ${stripped}</div></div>
${passages.join("\n")}
${article.warnings.map(({ message }) => `<p>Warning: ${escaped(message)}</p>`).join("")}
</article>`;
};

/** Writes one page about one article or several. Nothing on it is loaded, linked or run. */
export const htmlPage = (articles: readonly Article[], explain: boolean): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(articles[0]?.metadata.title ?? "Articles")}: kept and cut</title>
<style>${STYLE}</style>
</head>
<body>
${articles.map((article) => articlePart(article, explain)).join("\n")}
</body>
</html>
`;
