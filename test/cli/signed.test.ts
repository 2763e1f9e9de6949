import { createHash, createHmac } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ScriptedServer, startScriptedServer } from "../client/scripted-server.ts";
import { runPrecis } from "./at-the-shell.ts";

let api: ScriptedServer;
let folder: string;
beforeAll(async () => {
	api = await startScriptedServer();
	folder = mkdtempSync(join(tmpdir(), "precis-cli-"));
	writeFileSync(join(folder, "f.txt"), "Hello");
});
afterAll(async () => {
	await api.close();
	rmSync(folder, { recursive: true, force: true });
});

const precis = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
	runPrecis(args, folder, { PRECIS_API: api.url, ...env });

describe("a signed request", () => {
	const hmac = (key: string | Buffer, data: string) => createHmac("sha256", key).update(data).digest();
	const sha256 = (data: string) => createHash("sha256").update(data).digest("hex");
	const encode = (part: string) =>
		encodeURIComponent(part).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);

	/** The signature as API Gateway computes it, by the steps of the documentation. */
	const expected = ({ method, url, headers, body }: ScriptedServer["asked"][number]): string => {
		const { pathname, searchParams } = new URL(url, api.url);
		const [, scope = "", names = ""] =
			/Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(headers.authorization ?? "") ?? [];
		const query = [...searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
		const signed = names.split(";").map((name) => `${name}:${headers[name]}\n`);
		const request = [method, pathname, query.join("&"), signed.join(""), names, sha256(body)].join("\n");
		const toSign = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(request)].join("\n");
		const key = scope.split("/").reduce<string | Buffer>(hmac, "AWS4a secret");
		return hmac(key, toSign).toString("hex");
	};
	const AWS = {
		AWS_ACCESS_KEY_ID: "AKIAEXAMPLE",
		AWS_SECRET_ACCESS_KEY: "a secret",
		AWS_SESSION_TOKEN: "session",
		AWS_REGION: "eu-central-1",
	};

	it("carries the signature that the environment's credentials give", async () => {
		api.answer({ body: { items: [] } });
		expect((await precis(["list", "--topic", "Ferries (old) & quays*", "--iam"], AWS)).status).toBe(0);
		const [asked] = api.asked;
		if (!asked) throw new Error("nothing was asked");
		expect(asked.headers["x-amz-security-token"]).toBe("session");
		expect(asked.headers.authorization).toMatch(
			/^AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE\/\d{8}\/eu-central-1\/execute-api\/aws4_request, /,
		);
		expect(asked.headers.authorization).toContain(`Signature=${expected(asked)}`);
	});

	it("is over its body too", async () => {
		api.answer(problemOf403());
		await precis(["upload", "f.txt", "--iam"], AWS);
		const [asked] = api.asked;
		expect(asked?.body).toBe('{"key":"f.txt","contentType":"text/plain"}');
		expect(asked?.headers.authorization).toContain(`Signature=${asked && expected(asked)}`);
	});

	const problemOf403 = () => ({ status: 403, body: { message: "Forbidden" } });

	it("can't be made without credentials, which is told in a sentence", async () => {
		const { stderr, status } = await precis(["list", "--iam"], {
			AWS_REGION: "eu-central-1",
			AWS_EC2_METADATA_DISABLED: "true",
			HOME: folder,
		});
		expect(status).toBe(1);
		expect(stderr).toContain("There are no AWS credentials to sign with");
	});
});
