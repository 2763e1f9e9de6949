/** Forged tokens, for a stack that takes an issuer's. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SignJWT } from "jose";
import { ensureAssembly } from "../../../local/build.ts";
import { startStack } from "../../../local/stack.ts";
import { type Issuer, startIssuer } from "../../support/issuer.ts";
import type { Case } from "./case.ts";

/** A stack that takes tokens, and their issuer. */
interface Guarded {
	readonly issuer: Issuer;
	ask(token: string | undefined): Promise<number>;
	stop(): Promise<void>;
}

const start = async (): Promise<Guarded> => {
	const issuer = await startIssuer();
	const dataDir = mkdtempSync(join(tmpdir(), "precis-forgery-"));
	const assembly = await ensureAssembly(() => {}, { jwtIssuer: issuer.url, jwtAudience: "precis" });
	const stack = await startStack({ assembly, dataDir, port: 0 });
	return {
		issuer,
		async ask(token) {
			const headers = { ...(token !== undefined && { Authorization: `Bearer ${token}` }) };
			return (await fetch(`${stack.endpoints.api}/summaries`, { headers })).status;
		},
		async stop() {
			await stack.close();
			await issuer.close();
			rmSync(dataDir, { recursive: true, force: true });
		},
	};
};

let guarded: Promise<Guarded> | undefined;

/** Stops what the cases have started. */
export const stopGuarded = async (): Promise<void> => (await guarded)?.stop();

const tokenCase = (
	what: string,
	outcome: string,
	token: (issuer: Issuer) => Promise<string | undefined> | string,
): Case => ({
	what,
	outcome,
	async trying() {
		guarded ??= start();
		const { issuer, ask } = await guarded;
		return String(await ask(await token(issuer)));
	},
});

const symmetric = () =>
	new SignJWT({ scope: "read" }).setProtectedHeader({ alg: "HS256" }).sign(Buffer.alloc(32));

/** A token in order, but for what it says. */
const rewritten = async (issuer: Issuer): Promise<string> => {
	const [head, , signature] = (await issuer.token({ scope: "write" })).split(".");
	const claims = { iss: issuer.url, aud: "precis", scope: "read write", exp: 4_000_000_000 };
	return [head, Buffer.from(JSON.stringify(claims)).toString("base64url"), signature].join(".");
};

/** Tokens. */
export const TOKENS: readonly Case[] = [
	tokenCase("no token", "401", async () => undefined),
	tokenCase("a token of noise", "401", () => "a.b.c"),
	tokenCase(
		"a token without a signature (`alg: none`)",
		"401",
		() => `${btoa('{"alg":"none"}')}.${btoa("{}")}.`,
	),
	tokenCase("a token signed with a secret in place of a key", "401", symmetric),
	tokenCase("a token signed by another, under the issuer's key id", "401", (issuer) => issuer.forged()),
	tokenCase("a token whose claims were rewritten", "401", rewritten),
	tokenCase("a token of another issuer", "401", (issuer) => issuer.token({ issuer: "https://else.example" })),
	tokenCase("a token for another audience", "401", (issuer) => issuer.token({ audience: "else" })),
	tokenCase("a token that has expired", "401", (issuer) => issuer.token({ expires: -60 })),
	tokenCase("a token without the scope", "403", (issuer) => issuer.token({ scope: "write" })),
	tokenCase("a token in order", "200", (issuer) => issuer.token()),
];
