import type { Context } from "aws-lambda";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Cloud, startCloud } from "../../support/cloud.ts";
import { httpApiEvent } from "./http-api-event.ts";
import { uploadsTo } from "./uploads.ts";

let cloud: Cloud;
let uploads: ReturnType<typeof uploadsTo>;
let handler: typeof import("../../../functions/fetch/handler.ts")["handler"];

beforeAll(async () => {
	cloud = await startCloud();
	uploads = uploadsTo(cloud);
	for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
	({ handler } = await import("../../../functions/fetch/handler.ts"));
});
afterAll(async () => {
	vi.unstubAllEnvs();
	await cloud.close();
});

const context = {
	functionName: "fetch",
	functionVersion: "$LATEST",
	memoryLimitInMB: "512",
	invokedFunctionArn: "arn:aws:lambda:eu-central-1:123456789012:function:fetch",
	awsRequestId: "6bc28136-xmpl-4365-b021-0ce6b2e64ab0",
} as Context;

const invoke = async (request: Parameters<typeof httpApiEvent>[0]) => {
	const { statusCode, headers, body, isBase64Encoded } = await handler(httpApiEvent(request), context);
	return { statusCode, headers: headers ?? {}, body, isBase64Encoded };
};

describe("the function behind the HTTP API", () => {
	it("answers for the key in the query", async () => {
		await uploads.ready("news/a b.html");
		const { statusCode, body, headers, isBase64Encoded } = await invoke({
			rawPath: "/summaries",
			rawQueryString: "key=news%2Fa%20b.html",
		});
		expect({ statusCode, isBase64Encoded }).toEqual({ statusCode: 200, isBase64Encoded: false });
		expect(headers).toMatchObject({ "content-type": "application/json", vary: "Accept, Accept-Encoding" });
		expect(JSON.parse(body)).toMatchObject({ key: "news/a b.html", schema: "precis.summary/1" });
	});

	it("answers Markdown as text", async () => {
		await uploads.ready("markdown");
		const { body, headers, isBase64Encoded } = await invoke({
			rawPath: "/articles/markdown",
			headers: { accept: "text/markdown" },
		});
		expect({ isBase64Encoded, headers }).toMatchObject({
			isBase64Encoded: false,
			headers: { "content-type": "text/markdown; charset=utf-8" },
		});
		expect(body).toMatch(/^# Lindmouth harbour to close\n/);
	});

	it("answers problems", async () => {
		const { statusCode, headers, body } = await invoke({ rawPath: "/articles", rawQueryString: "key=%ff" });
		expect({ statusCode, headers }).toMatchObject({
			statusCode: 400,
			headers: { "content-type": "application/problem+json" },
		});
		expect(JSON.parse(body)).toMatchObject({ status: 400, code: "invalid-query" });
	});
});

describe("a key in the path", () => {
	it.each([
		"news/2025/harbour.html",
		"/leading and trailing/",
		"a/../b/./c",
		"50% of 100%25",
		"what#fragment",
		"what?question",
		"1+1=2&more",
		"naïve/日本語/🦊",
		"back\\slash\n{key+}",
		"http://host.example/x",
	])("is everything after the shelf, exactly as the gateway decoded it: %j", async (key) => {
		await uploads.received(key);
		const { statusCode, body } = await invoke({ rawPath: `/summaries/${key}` });
		expect({ statusCode, ...JSON.parse(body) }).toMatchObject({ statusCode: 202, key });
	});

	it("goes with the other parameters", async () => {
		const started = performance.now();
		const { statusCode } = await invoke({ rawPath: "/summaries/never", rawQueryString: "wait=1" });
		expect(statusCode).toBe(404);
		expect(performance.now() - started).toBeGreaterThan(990);
	});

	it("and another in the query is 400", async () => {
		const { statusCode } = await invoke({ rawPath: "/summaries/a", rawQueryString: "key=b" });
		expect(statusCode).toBe(400);
	});

	it("that is empty is 400, and says what to do", async () => {
		const { statusCode, body } = await invoke({ rawPath: "/summaries/" });
		expect(statusCode).toBe(400);
		expect(JSON.parse(body).detail).toContain("?key=");
	});
});

it("a deployment without its environment says so by name", async () => {
	vi.resetModules();
	vi.stubEnv("CATALOGUE_TABLE", undefined);
	await expect(import("../../../functions/fetch/handler.ts")).rejects.toThrow("CATALOGUE_TABLE");
});
