/** What text of an article does to those who read it: as a page, a feed, Markdown, JSON-LD. */
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { Parser } from "htmlparser2";
import { expect } from "vitest";
import type { Embedded } from "../embedded.ts";
import { page } from "../pages.ts";
import type { Case } from "./case.ts";

const KEY = "hostile/answers.html";
const MARKS = [
	'<script>alert("one")</script>',
	"<img src=x onerror=alert(2)>",
	"</title></style></script><svg onload=alert(3)>",
	"]]><!--",
	"[click](javascript:alert(4))",
	"\u202egnp.exe",
];
const escaped = (text: string): string =>
	text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

let uploaded: Promise<unknown> | undefined;

/** An article that has all of it in its headline's neighbourhood and its paragraphs, as text. */
const answer = async (embedded: Embedded, path: string): Promise<string> => {
	uploaded ??= embedded.s3.send(
		new PutObjectCommand({
			Bucket: embedded.stack.articlesBucket,
			Key: KEY,
			Body: page(`the gate of ${escaped(MARKS.join(" and "))}`),
			ContentType: "text/html; charset=utf-8",
		}),
	);
	await uploaded;
	expect((await embedded.summary(KEY)).status).toBe(200);
	const { status, body } = await embedded.get(path);
	expect(status).toBe(200);
	return typeof body === "string" ? body : JSON.stringify(body);
};

const query = `key=${encodeURIComponent(KEY)}`;

/** What a parser finds in `markup` that could run or fetch something. */
const dangers = (markup: string, xmlMode: boolean): string[] => {
	const found: string[] = [];
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (/^(?:script|img|svg|iframe|object|embed|form|base)$/i.test(name)) found.push(name);
				for (const [attribute, value] of Object.entries(attributes))
					if (/^on/i.test(attribute) || /^\s*(?:javascript|data|vbscript):/i.test(value))
						found.push(`${name} ${attribute}`);
			},
		},
		{ xmlMode },
	);
	parser.end(markup);
	return found;
};

const escapedCase = (where: string, path: string, xmlMode = false): Case => ({
	what: `script and event handlers in an article's text, read ${where}`,
	outcome: "text, escaped",
	async trying(embedded) {
		const markup = await answer(embedded, path);
		expect(markup).toContain("alert(");
		expect(dangers(markup, xmlMode)).toEqual([]);
		return "text, escaped";
	},
});

/** What readers get. */
export const ANSWERS: readonly Case[] = [
	escapedCase("as a page", `/summaries?${query}&format=html`),
	escapedCase("as the article's page", `/articles?${query}&format=html`),
	escapedCase("in a feed", "/feeds/all.atom", true),
	{
		what: "script and event handlers in an article's text, read in a JSON feed",
		outcome: "text, and said to be",
		async trying(embedded) {
			const items = JSON.parse(await answer(embedded, "/feeds/all.json")).items as Record<string, string>[];
			const item = items.find(({ id }) => id?.includes(encodeURIComponent(KEY)));
			expect(item?.content_text).toContain("alert(");
			for (const one of items) expect(one).not.toHaveProperty("content_html");
			return "text, and said to be";
		},
	},
	{
		what: "links to `javascript:` in an article's text, read as Markdown",
		outcome: "text, no link",
		async trying(embedded) {
			const markdown = await answer(embedded, `/summaries?${query}&format=markdown`);
			expect(markdown).not.toMatch(/(?<!\\)\[click(?<!\\)\]\(javascript:/);
			return "text, no link";
		},
	},
	{
		what: "a page's own style, script or frame",
		outcome: "forbidden by the content security policy",
		async trying(embedded) {
			const { headers } = await embedded.get(`/summaries?${query}&format=html`);
			expect(headers).toMatch(/content-security-policy: default-src 'none'; style-src 'sha256-[^;]+;/i);
			expect(headers).toMatch(/x-content-type-options: nosniff/i);
			return "forbidden by the content security policy";
		},
	},
];
