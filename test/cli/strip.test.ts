import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { htmlPage } from "../../cli/page.ts";
import { sideBySide } from "../../cli/side-by-side.ts";
import { readArticle } from "../../functions/ingest/index.ts";
import { ArticleSchema } from "../../functions/shared/article.ts";
import { widthOf } from "../../terminal/wrap.ts";

const PAGE = `<!doctype html><html lang="en"><head><title>Lamps of the quay</title>
<meta name="author" content="Oda Brandt"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Lamps of the quay</h1>
<p>Someone has counted the lamps along the quay again, and there are fewer of them than there were in spring.</p>
<h2>Why they are fewer</h2>
<p>They are not lost, the harbour master said on Tuesday, but are being mended in the yard behind the town hall.</p>
<ul><li>Twelve of them stood in the northern street, where the wind is.</li></ul>
<blockquote>Nobody has fallen into the water yet, as far as we know, but it is only a matter of time.</blockquote>
<p>The council will talk about it next week, and has asked for the price of forty lamps &amp; a ladder &lt;of oak&gt;.</p>
</article>
<footer><p>© 2026 The Quay Post. All rights reserved.</p></footer></body></html>`;

let folder: string;
let page: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), "precis-strip-"));
	page = join(folder, "lamps.html");
	writeFileSync(page, PAGE);
	writeFileSync(join(folder, "menu.html"), "<!doctype html><nav><a href=/>Home</a> <a href=/a>A</a></nav>");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const strip = (args: readonly string[], { cwd = folder, input = "" } = {}) =>
	spawnSync(process.execPath, [resolve("cli/main.ts"), "strip", ...args], {
		cwd,
		input,
		encoding: "utf8",
		env: { ...process.env, npm_lifecycle_event: undefined },
	});

describe("npm run strip", () => {
	it("shows kept and cut side by side", () => {
		const { stdout, status } = strip([page]);
		const rows = stdout.split("\n").map((row) => row.split("│"));
		const [kept, cut] = [0, 1].map((column) => rows.map((row) => row[column]?.trim() ?? "").join(" "));
		expect(kept).toContain("Someone has counted the lamps along the quay again");
		expect(kept).not.toContain("All rights reserved");
		expect(cut).toContain("All rights reserved");
		expect(cut).not.toContain("counted");
		expect(stdout).not.toContain("\u001b");
		expect(status).toBe(0);
	});

	it("tells kinds, confidences and where metadata was found with --explain", () => {
		const { stdout } = strip(["--explain", page]);
		expect(stdout).toMatch(/legal \d+% ©/);
		expect(stdout).toMatch(/title: +Lamps of the quay/);
		expect(stdout).toMatch(/authors: +Oda Brandt {2}← meta/);
	});

	it("prints the body as text", () => {
		const { stdout } = strip(["--format", "text", page]);
		expect(stdout.split("\n").slice(0, 2)).toEqual([
			"Someone has counted the lamps along the quay again, and there are fewer of them than there were in spring.",
			"Why they are fewer",
		]);
	});

	it("prints the article as Markdown that reads as its text", () => {
		const { stdout } = strip(["--format", "md", page]);
		expect(stdout).toMatch(/^# Lamps of the quay\n/);
		expect(stdout).toContain("\n## Why they are fewer\n");
		expect(stdout).toContain("\n- Twelve of them");
		expect(stdout).toContain("\n> Nobody has fallen");
		expect(stdout).toContain("a ladder \\<of oak\\>");
		expect(stdout).not.toContain("All rights reserved");
	});

	it("prints all that is known as JSON, one object a file", () => {
		const one = strip(["--format", "json", page]);
		expect(ArticleSchema.parse(JSON.parse(one.stdout)).metadata.title).toBe("Lamps of the quay");
		const two = strip(["--format", "json", page, page]);
		expect(JSON.parse(two.stdout)).toHaveLength(2);
	});

	it("takes several files, and paths from where it is called", () => {
		const { stdout } = strip(["--format", "text", "lamps.html", "./lamps.html"]);
		expect(stdout.match(/Someone has counted/g)).toHaveLength(2);
	});

	it("reads standard input", () => {
		const { stdout, status } = strip(["--format", "text", "-"], { input: PAGE });
		expect(stdout).toMatch(/^Someone has counted/);
		expect(status).toBe(0);
	});

	it("takes the page's address as the base of its links", () => {
		const input = PAGE.replace("<title>", '<meta property="og:image" content="/lamp.jpg"><title>');
		const { stdout } = strip(["--format", "json", "--url", "https://quay.example/a", "-"], { input });
		expect(JSON.parse(stdout).metadata.image).toBe("https://quay.example/lamp.jpg");
	});
});

describe("what npm run strip can't do", () => {
	it("is told for each file, while the others are printed", () => {
		const { stdout, stderr, status } = strip(["--format", "text", "menu.html", "none.html", page]);
		expect(stderr.split("\n").slice(0, 2)).toEqual([
			expect.stringMatching(/^menu\.html: No article text was found: .*\.$/),
			"none.html: there is no such file.",
		]);
		expect(stdout).toContain("Someone has counted");
		expect(status).toBe(1);
	});

	it("is told as JSON to who asked for JSON", () => {
		const { stdout, stderr } = strip(["--json", "none.html"]);
		expect([stdout, JSON.parse(stderr)]).toEqual([
			"",
			{ error: { message: "none.html: there is no such file." } },
		]);
	});

	it.each([
		[[], "Missing required argument 'file'"],
		[["--format", "pdf", "x"], "'pdf' is invalid. Allowed choices are text, md, json, html."],
		[["--format", "toString", "x"], "'toString' is invalid. Allowed choices are text, md, json, html."],
		[["--url", "quay", "x"], '--url takes an http or https address, not "quay".'],
		[["--colour"], "Unknown option '--colour'"],
	])("is told in a sentence of %j", (args, sentence) => {
		const { stderr, status } = strip(args);
		expect(stderr).toContain(`${sentence}\n`);
		expect(status).toBe(2);
	});

	it("is not asked for by --help", () => {
		const { stdout, status } = strip(["--help"]);
		expect(stdout).toContain("--explain");
		expect(status).toBe(0);
	});
});

describe("kept and cut on a terminal", () => {
	const article = readArticle(new TextEncoder().encode(PAGE), { contentType: "text/html" });

	it("are told apart by colour, and say the same without it", () => {
		const coloured = sideBySide(article, { columns: 80, styled: true, explain: true });
		expect(coloured).toContain("\u001b[31m");
		expect(stripVTControlCharacters(coloured)).toBe(
			sideBySide(article, { columns: 80, styled: false, explain: true }),
		);
	});

	it.each([40, 80, 200])("fit %d columns, also in wide characters", (columns) => {
		const wide = {
			...article,
			blocks: [{ type: "paragraph" as const, text: "港口的灯比春天少了。".repeat(20) }],
		};
		const rows = sideBySide(wide, { columns, styled: false, explain: false }).split("\n");
		expect(Math.max(...rows.map(widthOf))).toBeLessThanOrEqual(columns);
	});

	it("can't command it", () => {
		const hostile = { ...article, blocks: [{ type: "paragraph" as const, text: "a \u001b[2J\u202e b" }] };
		const shown = sideBySide(hostile, { columns: 80, styled: false, explain: true });
		expect(shown).not.toContain("\u001b");
		expect(shown).not.toContain("\u202e");
	});
});

describe("kept and cut as a page", () => {
	const hostile = `<script>alert(1)</script>"'&<b>`;

	it("says whatever the article says as text", () => {
		const article = readArticle(new TextEncoder().encode(PAGE), { contentType: "text/html" });
		const named = { ...article.metadata, title: hostile };
		const blocks = (["heading", "paragraph", "list-item", "quote", "code", "table"] as const).map((type) => ({
			type,
			text: hostile,
		}));
		const stripped = [
			{ type: "paragraph" as const, text: hostile, kind: "other" as const, confidence: 1, after: 0 },
		];
		const written = htmlPage([{ ...article, metadata: named, language: `en"><b>`, blocks, stripped }], true);
		expect(written).not.toMatch(/<script|<b>[^o]|"><b>/);
		expect(written.split("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;b&gt;")).toHaveLength(11);
	});

	it("stands by itself and runs nothing", () => {
		const { stdout } = strip(["--format", "html", resolve("examples/harbour-battery.html")]);
		expect(stdout).toContain("default-src 'none'");
		expect(stdout).not.toMatch(/<(?:script|link|img|iframe)|\ssrc=|\shref=/);
		expect(stdout).toContain("Kept: ");
	});
});

it("npm has the command", () => {
	expect(JSON.parse(readFileSync("package.json", "utf8")).scripts.strip).toBe("node cli/main.ts strip");
});
