import { AwsV4Signer } from "aws4fetch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Stack, startStack } from "../../../local/stack.ts";
import { makeFolder, writeAssembly } from "../assembly.ts";

/** Answers with what it was told of the caller, and with its own keys. */
const READER = `export const handler = async ({ requestContext }) => ({
	caller: requestContext?.authorizer ?? "nobody",
	accessKeyId: process.env.AWS_ACCESS_KEY_ID,
	secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY,
});`;

const app = makeFolder();
const data = makeFolder();
let stack: Stack;
beforeAll(async () => {
	const assembly = writeAssembly(app.path, { worker: READER, reader: READER });
	stack = await startStack({ assembly, dataDir: data.path, port: 0 });
});
afterAll(async () => {
	await stack.close();
	app.remove();
	data.remove();
});

interface Keys {
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
}

const signed = async (service: string, url: string, keys: Keys, body?: string) => {
	const { region } = stack.client;
	const method = body === undefined ? "GET" : "POST";
	const request = await new AwsV4Signer({
		url,
		method,
		service,
		region,
		...keys,
		...(body && { body }),
	}).sign();
	return fetch(request.url, { method, headers: request.headers, ...(body && { body }) });
};

const keysOf = async (name: string): Promise<Keys> => {
	const outcome = await stack.lambda.invoke(name, {});
	return JSON.parse(outcome.status === "done" ? outcome.payload : "");
};

describe("a request of the API", () => {
	const things = (key: string) => `${stack.endpoints.api}/things/${key}`;

	it("that nobody signed is let through: only this machine can send it", async () => {
		expect(await (await fetch(things("a"))).json()).toMatchObject({ caller: "nobody" });
	});

	it.each(["a", "a%20b/c?d=e+f&a=%2B", "%C3%A9", "..%2Fa"])(
		"that the owner signed tells who: %s",
		async (key) => {
			const answer = await signed("execute-api", things(key), stack.client.credentials);
			expect(await answer.json()).toMatchObject({
				caller: { iam: { userArn: "arn:aws:iam::000000000000:user/precis", accessKey: "precis" } },
			});
		},
	);

	it.each([
		["by a function, which has no right to", () => keysOf("precis-worker")],
		["with a wrong secret", async () => ({ ...stack.client.credentials, secretAccessKey: "guessed" })],
		["by nobody known", async () => ({ accessKeyId: "AKIANOBODY", secretAccessKey: "guessed" })],
	])("that was signed %s is forbidden", async (_, keys) => {
		const answer = await signed("execute-api", things("a"), await keys());
		expect(answer.status).toBe(403);
		expect(await answer.json()).toEqual({ message: "Forbidden" });
	});
});

describe("an invocation by hand", () => {
	const invocations = () => `${stack.endpoints.lambda}/2015-03-31/functions/precis-reader/invocations`;

	it("is the owner's", async () => {
		const answer = await signed("lambda", invocations(), stack.client.credentials, "{}");
		expect(await answer.json()).toMatchObject({ caller: "nobody" });
	});

	it("is no function's without the right to", async () => {
		const answer = await signed("lambda", invocations(), await keysOf("precis-worker"), "{}");
		expect(answer.status).toBe(403);
		expect(await answer.json()).toMatchObject({
			Message:
				"User: arn:aws:sts::000000000000:assumed-role/precis-role/precis-worker is not authorized to perform: lambda:InvokeFunction on resource: arn:aws:lambda:us-east-1:000000000000:function:precis-reader because no identity-based policy allows the lambda:InvokeFunction action",
		});
	});

	it("has to be signed rightly", async () => {
		const guessed = { ...stack.client.credentials, secretAccessKey: "guessed" };
		expect((await signed("lambda", invocations(), guessed, "{}")).status).toBe(403);
	});
});

it("every function has keys of its own", async () => {
	const [worker, reader] = await Promise.all(["precis-worker", "precis-reader"].map(keysOf));
	expect(worker?.accessKeyId).not.toBe(reader?.accessKeyId);
	expect(worker?.secretAccessKey).not.toBe(reader?.secretAccessKey);
});
