/** Writes that break off in the middle: of an upload, and of the documents that functions store. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import {
	ListObjectsV2Command,
	ListObjectVersionsCommand,
	PutObjectCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { HangUp, type Interceptor } from "../../local/endpoints/index.ts";
import { startStack } from "../../local/stack.ts";
import { faultyAssembly } from "../faults/assembly.ts";
import { type Embedded, embed } from "./embedded.ts";
import { page } from "./pages.ts";

/** Whose bodies are cut, and how many are yet to be. */
const cuts = { where: /^$/, left: 0, made: 0 };

async function* firstHalf(body: Buffer): AsyncGenerator<Buffer> {
	yield body.subarray(0, Math.floor(body.length / 2));
	throw new HangUp("Cut");
}

/** S3 gets half of a body, and then the connection is gone. */
const cutter: Interceptor = async (call, next) => {
	const isCut = call.operation === "PutObject" && cuts.where.test(call.request.url ?? "") && cuts.left > 0;
	if (!isCut || !(call.body instanceof Readable)) return next();
	cuts.left--;
	cuts.made++;
	await next(Readable.from(firstHalf(await buffer(call.body))));
	throw new HangUp("Cut");
};

let embedded: Embedded;
let remove: () => void;
beforeAll(async () => {
	const dataDir = mkdtempSync(join(tmpdir(), "precis-partial-"));
	const assembly = await faultyAssembly();
	remove = () => {
		rmSync(dataDir, { recursive: true });
		rmSync(assembly, { recursive: true });
	};
	const stack = await startStack({ assembly, dataDir, port: 0, interceptors: [cutter] });
	embedded = embed(stack, () => stack.close());
});
afterAll(async () => {
	await embedded?.stop();
	remove();
});

/** Cuts the next writes of what `where` names. */
const cut = (where: RegExp, left: number) => Object.assign(cuts, { where, left, made: 0 });

test("an upload that breaks off leaves nothing, and no event", async () => {
	cut(/broken\.html/, 1);
	const { stack } = embedded;
	const once = new S3Client({ ...stack.client, endpoint: stack.endpoints.s3, maxAttempts: 1 });
	const put = new PutObjectCommand({
		Bucket: stack.articlesBucket,
		Key: "broken.html",
		Body: page("the pier"),
	});
	await expect(once.send(put)).rejects.toThrow();
	expect(cuts.made).toBe(1);
	const { Versions, DeleteMarkers } = await embedded.s3.send(
		new ListObjectVersionsCommand({ Bucket: stack.articlesBucket, Prefix: "broken" }),
	);
	expect([Versions, DeleteMarkers]).toEqual([undefined, undefined]);
	expect((await embedded.get("/summaries?key=broken.html")).status).toBe(404);
});

// The SDK makes a call three times, so the third and the sixth cut end a try.
test.each([
	["article", /\/articles\//],
	["summary", /\/summaries\//],
])(
	"the %s that breaks off as it is stored, in one try after the other, is whole in the end",
	async (what, where) => {
		cut(where, 5);
		await embedded.put(`${what}.html`, `the ${what} of the weir`);
		const { status, body } = await expect
			.poll(() => embedded.summary(`${what}.html`), { timeout: 60_000 })
			.toMatchObject({ status: 200 })
			.then(() => embedded.summary(`${what}.html`));
		expect({ status, made: cuts.made }).toEqual({ status: 200, made: 5 });
		expect(body.gist.text).toContain(`the ${what} of the weir`);
		const { Contents = [] } = await embedded.s3.send(
			new ListObjectsV2Command({ Bucket: embedded.stack.outputs.LibraryBucketName }),
		);
		expect(Contents.map(({ Key = "" }) => Key)).toEqual(expect.arrayContaining(Object.values(body.pointers)));
	},
);
