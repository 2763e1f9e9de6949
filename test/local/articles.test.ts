import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { fetchSummary } from "../../local/articles.ts";
import { summaryDocument, upload } from "../support/documents.ts";

let server: Server;
afterEach(() => server.close());

/** An API that gives these answers one after the other, and the last one from then on. */
const answering = async (...answers: [status: number, body: object][]) => {
	let asked = 0;
	server = createServer((_, response) => {
		const [status, body] = answers[Math.min(asked++, answers.length - 1)] ?? [500, {}];
		response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const { port } = server.address() as AddressInfo;
	const api = `http://127.0.0.1:${port}`;
	return { endpoints: { api, s3: "", sqs: "", dynamodb: "", lambda: "" } };
};

const uploaded = { key: "news/harbour.html", versionId: "v2" };
const ready = (versionId: string): [number, object] => [
	200,
	summaryDocument({ upload: upload({ versionId }) }),
];
const fetched = async (...answers: Parameters<typeof answering>) =>
	fetchSummary(await answering(...answers), uploaded, AbortSignal.timeout(10_000));

describe("the summary of an upload is waited for", () => {
	it("while its event or it is on its way, and while a service does not answer", async () => {
		const summary = await fetched(
			[404, { code: "unknown-key", detail: "Nothing is known of this key." }],
			[202, {}],
			[503, { code: "unavailable", detail: "Try again in a moment." }],
			[503, { message: "Service Unavailable" }],
			ready("v2"),
		);
		expect(summary.upload.versionId).toBe("v2");
	});

	it("while there is one of an older version", async () => {
		expect((await fetched(ready("v1"), ready("v2"))).upload.versionId).toBe("v2");
	});

	it.each([
		[422, { code: "empty", detail: "This upload is empty." }, "This upload is empty."],
		[503, { code: "ingest-failed", detail: "It could not be read." }, "It could not be read."],
		[500, { message: "Internal Server Error" }, "Internal Server Error"],
	])("no longer than until the API says %i %j", async (status, body, sentence) => {
		await expect(fetched([status, body])).rejects.toThrow(sentence);
	});
});
