/**
 * Hostile input of every kind, and what comes of it. The table in docs/security.md is made of what happened here:
 * `npx vitest run --project e2e test/e2e/hostile.test.ts -u` writes it.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "./embedded.ts";
import { ANSWERS } from "./hostile/answers.ts";
import type { Case } from "./hostile/case.ts";
import { REQUESTS } from "./hostile/requests.ts";
import { stopGuarded, TOKENS } from "./hostile/tokens.ts";
import { BYTES, HEADERS, KEYS, MARKUP } from "./hostile/uploads.ts";

const KINDS: readonly (readonly [kind: string, cases: readonly Case[]])[] = [
	["Keys", KEYS],
	["What an upload says of itself", HEADERS],
	["Bytes", BYTES],
	["Markup", MARKUP],
	["Text that readers get", ANSWERS],
	["Requests", REQUESTS],
	["Tokens, where the API takes them", TOKENS],
];

let embedded: Embedded;
beforeAll(async () => {
	embedded = await startEmbedded();
});
afterAll(async () => {
	await Promise.all([embedded?.stop(), stopGuarded()]);
});

const happened = new Map<Case, string>();

describe.each(KINDS)("%s", (_, cases) => {
	test.each(cases.map((one) => [one.what, one] as const))("%s", async (_what, one) => {
		const outcome = await one.trying(embedded);
		happened.set(one, outcome);
		expect(outcome).toBe(one.outcome);
	});
});

const cell = (text: string): string => text.replaceAll("|", "\\|");

test("docs/security.md tells all of it", async () => {
	const rows = KINDS.flatMap(([kind, cases]) => [
		`| **${kind}** | |`,
		...cases.map((one) => `| ${cell(one.what)} | ${happened.get(one) ?? "not tried"} |`),
	]);
	const all = KINDS.flatMap(([, cases]) => cases);
	const unexpected = all.filter((one) => happened.get(one) !== one.outcome).length;
	const table = [
		`${all.length} cases, unexpected outcomes: ${unexpected}.\n`,
		"| what comes | what comes of it |",
		"|---|---|",
		...rows,
	].join("\n");
	const path = fileURLToPath(new URL("../../docs/security.md", import.meta.url));
	const document = readFileSync(path, "utf8").replace(
		/(?<=<!-- Made by test\/e2e\/hostile.test.ts -->\n)[\s\S]*?(?=\n<!-- -->)/,
		() => table,
	);
	expect(document).toContain(table);
	await expect(document).toMatchFileSnapshot(path);
});
