import { randomBytes } from "node:crypto";
import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from "node:zlib";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { page } from "./pages.ts";

let embedded: Embedded;
beforeAll(async () => {
	embedded = await startEmbedded();
});
afterAll(() => embedded.stop());

const MIB = 1024 * 1024;
const PNG = Buffer.concat([Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), randomBytes(500)]);
const ZIP = Buffer.concat([Buffer.from("504b0304140000000800", "hex"), randomBytes(500)]);
const bomb = Buffer.alloc(65 * MIB, "a ");
const LINKS = Array.from({ length: 60 }, (_, i) => `<li><a href="/${i}">Section ${i}</a></li>`).join("");

/** What each bad upload gets: the code, and a word of the sentence. */
const CASES: [string, { body: Uint8Array | string; encoding?: string }, string, RegExp][] = [
	["nothing at all", { body: "" }, "empty", /empty/],
	["white space", { body: " \n\t " }, "empty", /white space/],
	["more than 25 MiB", { body: Buffer.alloc(25 * MIB + 1, "a") }, "too-large", /25 MiB/],
	["a gzip bomb", { body: gzipSync(bomb) }, "inflates-too-large", /64 MiB/],
	["a deflate bomb", { body: deflateSync(bomb), encoding: "deflate" }, "inflates-too-large", /64 MiB/],
	[
		"a brotli bomb",
		{ body: brotliCompressSync(bomb.subarray(0, 65 * MIB)), encoding: "br" },
		"inflates-too-large",
		/64 MiB/,
	],
	["a zstd bomb", { body: zstdCompressSync(bomb) }, "inflates-too-large", /64 MiB/],
	[
		"a gzip cut short",
		{ body: gzipSync(page("the quay")).subarray(0, 200) },
		"corrupt-compression",
		/corrupt|cut/,
	],
	["an image", { body: PNG }, "not-text", /an image \(PNG\)/],
	["a PDF", { body: `%PDF-1.7\n${"%âãÏÓ\n".repeat(20)}` }, "not-text", /a PDF/],
	["a ZIP", { body: ZIP }, "not-text", /a ZIP/],
	["random bytes", { body: randomBytes(4000) }, "not-text", /binary data/],
	["JSON", { body: JSON.stringify({ articles: [] }) }, "not-text", /JSON/],
	["a page of links", { body: `<html><body><ul>${LINKS}</ul></body></html>` }, "no-article", /links/],
];

test.each(CASES)(
	"%s is rejected with a code and what to do",
	async (name, { body, encoding }, code, words) => {
		const key = `bad/${name}`;
		await embedded.s3.send(
			new PutObjectCommand({
				Bucket: embedded.stack.articlesBucket,
				Key: key,
				Body: body,
				...(encoding !== undefined && { ContentEncoding: encoding }),
			}),
		);
		const answer = await embedded.summary(key);
		expect(answer.status).toBe(422);
		expect(answer.body).toMatchObject({ status: 422, code });
		expect(answer.body.detail).toMatch(words);
		expect(answer.body.detail).not.toMatch(/Error|undefined|\bat \w+ \(/);
		expect((await embedded.get(`/articles?key=${encodeURIComponent(key)}`)).status).toBe(422);
	},
);

test("a rejected key is summarised once a good upload replaces it", async () => {
	const put = (Body: string) =>
		embedded.s3.send(new PutObjectCommand({ Bucket: embedded.stack.articlesBucket, Key: "mended", Body }));
	await put(" ");
	expect((await embedded.summary("mended")).status).toBe(422);
	await put(page("the mended fence"));
	const end = Date.now() + 20_000;
	let answer = await embedded.summary("mended");
	while (answer.status !== 200 && Date.now() < end) answer = await embedded.summary("mended");
	expect(answer.body.gist.text).toContain("the mended fence");
});
