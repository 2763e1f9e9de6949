import { once } from "node:events";
import { createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { type Call, type Gate, HangUp, type Interceptor, openGate } from "../../../local/endpoints/index.ts";
import { openCallers } from "../../../local/iam/index.ts";

const NOBODY = openCallers({
	functions: [],
	rules: [],
	policies: { role: () => [], resource: () => [] },
});

interface Seen {
	readonly message: IncomingMessage;
	readonly body: string;
}

let closers: (() => Promise<void>)[] = [];
afterEach(async () => {
	for (const close of closers.reverse()) await close();
	closers = [];
});

/** A service that says what it was told, behind a gate with interceptors. */
const start = async (
	service: "s3" | "dynamodb",
	...interceptors: Interceptor[]
): Promise<{ gate: Gate; seen: Seen[]; open(): void }> => {
	const seen: Seen[] = [];
	const server = createServer(async (message, response) => {
		const body = Buffer.concat(await message.toArray().catch(() => [])).toString();
		seen.push({ message, body });
		response.writeHead(201, ["X-Said", "a", "X-Said", "b"]).end(`heard ${body}`);
	}).listen(0, "127.0.0.1");
	await once(server, "listening");
	closers.push(async () => {
		server.close();
		server.closeAllConnections();
	});
	const gate = await openGate(service, service, 0);
	closers.push(() => gate.close());
	const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return { gate, seen, open: () => gate.serve({ endpoint, callers: NOBODY, interceptors }) };
};

const opened = async (...args: Parameters<typeof start>) => {
	const started = await start(...args);
	started.open();
	return started;
};

const put = (gate: Gate, path = "/bucket/key", headers: Record<string, string> = {}, body = "text") =>
	new Promise<{ status: number | undefined; said: string[] | undefined; body: string }>((resolve, reject) => {
		const { hostname, port } = new URL(gate.endpoint);
		const sent = request({ hostname, port, path, method: "PUT", headers }, async (response) => {
			const text = Buffer.concat(await response.toArray()).toString();
			resolve({ status: response.statusCode, said: response.headersDistinct["x-said"], body: text });
		});
		sent.on("error", reject);
		sent.end(body);
	});

describe("a gate", () => {
	it("passes calls and answers on as they are", async () => {
		const { gate, seen } = await opened("s3");
		const target = "/bucket/..//a%2Fb%20c?x-id=PutObject&versionId=";
		expect(await put(gate, target, { "X-Amz-Meta-A": "b" })).toEqual({
			status: 201,
			said: ["a", "b"],
			body: "heard text",
		});
		expect(seen[0]?.message.url).toBe(target);
		expect(seen[0]?.message.headers).toMatchObject({
			"x-amz-meta-a": "b",
			host: new URL(gate.endpoint).host,
		});
	});

	it("keeps those waiting who come before it is opened", async () => {
		const { gate, open } = await start("s3");
		const answer = put(gate);
		await sleep(30);
		open();
		expect(await answer).toMatchObject({ status: 201 });
	});

	it("tells its service when the client goes", async () => {
		const gone = Promise.withResolvers<void>();
		const server = createServer((message) => message.on("close", gone.resolve)).listen(0, "127.0.0.1");
		await once(server, "listening");
		closers.push(async () => void server.close());
		const gate = await openGate("dynamodb", "DynamoDB", 0);
		closers.push(() => gate.close());
		const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
		gate.serve({ endpoint, callers: NOBODY, interceptors: [] });
		const impatient = new AbortController();
		const answer = fetch(gate.endpoint, { method: "POST", body: "{}", signal: impatient.signal });
		await sleep(50);
		impatient.abort();
		await expect(answer).rejects.toThrow(/abort/);
		await gone.promise;
	});

	it("breaks off when its service doesn't answer, as a service that breaks off does", async () => {
		const gate = await openGate("s3", "S3", 0);
		closers.push(() => gate.close());
		gate.serve({ endpoint: "http://127.0.0.1:9", callers: NOBODY, interceptors: [] });
		await expect(put(gate)).rejects.toThrow(/hang up|ECONNRESET/);
	});
});

describe("an interceptor", () => {
	it("is told what is called", async () => {
		const calls: Call[] = [];
		const { gate } = await opened("s3", (call, next) => {
			calls.push(call);
			return next();
		});
		await put(gate);
		expect(calls).toMatchObject([{ service: "s3", operation: "PutObject", caller: undefined }]);
	});

	it("may answer itself", async () => {
		const { gate, seen } = await opened("s3", async () => ({
			status: 503,
			headers: ["X-Said", "slow down"],
			body: Buffer.from("later"),
		}));
		expect(await put(gate)).toEqual({ status: 503, said: ["slow down"], body: "later" });
		expect(seen).toEqual([]);
	});

	it("may break off before the service has heard of it", async () => {
		const { gate, seen } = await opened("s3", async () => {
			throw new HangUp();
		});
		await expect(put(gate)).rejects.toThrow(/hang up|ECONNRESET/);
		expect(seen).toEqual([]);
	});

	it("may break off when the service has done its part", async () => {
		const { gate, seen } = await opened("s3", async (_, next) => {
			await next();
			throw new HangUp();
		});
		await expect(put(gate)).rejects.toThrow(/hang up|ECONNRESET/);
		expect(seen).toHaveLength(1);
	});

	it("may send a call twice where its body is whole", async () => {
		const { gate, seen } = await opened("dynamodb", async (_, next) => {
			await next();
			return next();
		});
		await put(gate, "/");
		expect(seen.map(({ body }) => body)).toEqual(["text", "text"]);
	});

	it("passes on to the next one, the service last", async () => {
		const order: string[] = [];
		const named =
			(name: string): Interceptor =>
			async (_, next) => {
				order.push(name);
				const answer = await next();
				order.push(`${name} again`);
				return answer;
			};
		const { gate } = await opened("s3", named("first"), named("second"));
		await put(gate);
		expect(order).toEqual(["first", "second", "second again", "first again"]);
	});
});
