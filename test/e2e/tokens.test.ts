/** The embedded stack when it is told to take an issuer's tokens. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureAssembly } from "../../local/build.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { type Issuer, startIssuer } from "../support/issuer.ts";

let issuer: Issuer;
let stack: Stack;
const dataDir = mkdtempSync(join(tmpdir(), "precis-tokens-"));
beforeAll(async () => {
	issuer = await startIssuer();
	const assembly = await ensureAssembly(() => {}, {
		jwtIssuer: issuer.url,
		jwtAudience: "precis",
		corsOrigins: "https://app.example",
	});
	stack = await startStack({ assembly, dataDir, port: 0 });
});
afterAll(async () => {
	await stack?.close();
	await issuer?.close();
	rmSync(dataDir, { recursive: true, force: true });
});

const ask = async (token: string | undefined, path = "/summaries", init: RequestInit = {}) => {
	const authorization = token === undefined ? {} : { Authorization: `Bearer ${token}` };
	return fetch(stack.endpoints.api + path, { ...init, headers: { ...authorization, ...init.headers } });
};

describe("who may", () => {
	test("read with the scope for it, and nothing else", async () => {
		const reader = await issuer.token({ scope: "openid read" });
		for (const path of ["/summaries", "/status", "/feeds/all.json", "/docs"])
			expect((await ask(reader, path)).status).toBe(200);
		const upload = { method: "POST", body: '{"key":"a"}', headers: { "Content-Type": "application/json" } };
		expect((await ask(reader, "/uploads", upload)).status).toBe(403);
		for (const path of ["/articles?key=a", "/articles/a", "/summaries?key=a", "/summaries/a"])
			expect((await ask(reader, path, { method: "DELETE" })).status).toBe(403);
	});

	test("write with the scope for it, which reads nothing", async () => {
		const writer = await issuer.token({ scope: "write" });
		const upload = { method: "POST", body: '{"key":"a"}', headers: { "Content-Type": "application/json" } };
		expect((await ask(writer, "/uploads", upload)).status).toBe(201);
		expect((await ask(writer, "/articles?key=never", { method: "DELETE" })).status).toBe(404);
		expect((await ask(writer)).status).toBe(403);
	});

	test.each<[string, () => Promise<string | undefined>]>([
		["no token", async () => undefined],
		["nonsense", async () => "a.b.c"],
		["another's signature", () => issuer.forged()],
		["another issuer", () => issuer.token({ issuer: "https://else.example" })],
		["another audience", () => issuer.token({ audience: "else" })],
		["an expired token", () => issuer.token({ expires: -60 })],
		["a token without a signature", async () => `${btoa('{"alg":"none"}')}.${btoa("{}")}.`],
		[
			"a symmetric signature",
			() => new SignJWT({ scope: "read" }).setProtectedHeader({ alg: "HS256" }).sign(Buffer.alloc(32)),
		],
	])("not with %s", async (_, token) => {
		const answer = await ask(await token());
		expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
	});
});

describe("pages of other origins", () => {
	const preflight = (origin: string) =>
		ask(undefined, "/uploads", {
			method: "OPTIONS",
			headers: { Origin: origin, "Access-Control-Request-Method": "POST" },
		});

	test("may call when they are configured; preflights need no token", async () => {
		const answer = await preflight("https://app.example");
		expect(answer.status).toBe(204);
		expect(answer.headers.get("access-control-allow-origin")).toBe("https://app.example");
		expect(answer.headers.get("access-control-allow-methods")).toContain("POST");
	});

	test("may not otherwise", async () => {
		expect((await preflight("https://else.example")).headers.get("access-control-allow-origin")).toBeNull();
	});
});
