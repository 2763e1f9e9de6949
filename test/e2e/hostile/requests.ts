/** Hostile requests to the API. */
import { connect } from "node:net";
import { expect } from "vitest";
import type { Embedded } from "../embedded.ts";
import type { Case } from "./case.ts";

const asked = (what: string, outcome: string, path: string, ...options: string[]): Case => ({
	what,
	outcome,
	async trying(embedded) {
		const { status, body } = await embedded.get(path, ...options);
		return body?.code === undefined ? String(status) : `${status} ${body.code}`;
	},
});

const json = ["-X", "POST", "-H", "Content-Type: application/json", "--data-binary"];
const cursorOf = (text: string): string => Buffer.from(text).toString("base64url");

/** Sends raw bytes and gives the answer's status, or `hangs up` when there is none. */
const raw = ({ stack }: Embedded, bytes: string, endpoint = stack.endpoints.api): Promise<string> =>
	new Promise((resolve, reject) => {
		const { port } = new URL(endpoint);
		const socket = connect(Number(port), "127.0.0.1", () => socket.write(bytes));
		let heard = "";
		socket.on("data", (chunk) => {
			heard += chunk.toString("latin1");
		});
		socket.on("close", () => resolve(heard.split("\r\n", 1)[0]?.split(" ")[1] ?? "hangs up"));
		socket.on("error", reject);
	});

/** Requests. */
export const REQUESTS: readonly Case[] = [
	asked("a cursor that nobody gave", "400 invalid-cursor", `/summaries?cursor=${cursorOf('{"rank":"z"}')}`),
	asked("a cursor of noise", "400 invalid-cursor", "/summaries?cursor=%00..%2f"),
	{
		what: "a cursor of another list",
		outcome: "400 invalid-cursor",
		async trying(embedded) {
			const first = await embedded.get("/summaries?limit=1");
			expect(first.body.next).toBeTypeOf("string");
			const { status, body } = await embedded.get(`/summaries?limit=1&topic=else&cursor=${first.body.next}`);
			return `${status} ${body.code}`;
		},
	},
	asked("a key of 1,025 bytes", "400 invalid-query", `/summaries?key=${"a".repeat(1025)}`),
	asked("two keys", "400 invalid-query", "/summaries?key=a&key=b"),
	asked("a parameter that there isn't", "400 invalid-query", "/summaries?key=a&__proto__=b"),
	asked("a percent sign that encodes nothing", "400 invalid-query", "/summaries?key=%zz"),
	asked("`/summaries/../status`", "404 unknown-key", "/summaries/../status"),
	asked("`/summaries/%2e%2e%2fstatus`", "404 unknown-key", "/summaries/%2e%2e%2fstatus"),
	asked("an upload request that is no JSON", "400 invalid-body", "/uploads", ...json, "{"),
	asked(
		"an upload request of 1 MB",
		"413 too-large",
		"/uploads",
		...json,
		`{"key":"${"a".repeat(100_000)}"}`,
	),
	asked(
		"an upload request with a key of CR and LF in its content type",
		"400 invalid-body",
		"/uploads",
		...json,
		'{"key":"a","contentType":"text/html\\r\\nx: y"}',
	),
	asked(
		"an upload request for `javascript:…`",
		"400 invalid-body",
		"/uploads",
		...json,
		'{"key":"a","url":"javascript:alert(1)"}',
	),
	asked("the removal of what was never uploaded", "404 unknown-key", "/articles?key=never", "-X", "DELETE"),
	asked("a method that there isn't", "405 method-not-allowed", "/summaries?key=a", "-X", "PATCH"),
	asked(
		"a method in a header",
		"404 unknown-key",
		"/summaries?key=never",
		"-H",
		"X-HTTP-Method-Override: DELETE",
	),
	asked("a header of 20 KB", "431", "/summaries", "-H", `X-Large: ${"a".repeat(20_000)}`),
	asked("another host's name (DNS rebinding)", "403", "/summaries", "-H", "Host: evil.example"),
	{
		what: "CR and LF in the path",
		outcome: "400",
		trying: (embedded) => raw(embedded, "GET /summaries\r\nX: y\r\n\rHTTP/1.1\r\n\r\n"),
	},
	{
		what: "a request whose headers never end, at any of the five ports",
		outcome: "408",
		async trying(embedded) {
			const head = "GET /summaries HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ";
			const ports = Object.values(embedded.stack.endpoints);
			return [...new Set(await Promise.all(ports.map((port) => raw(embedded, head, port))))].join(", ");
		},
	},
	{
		what: "a request whose body never ends",
		outcome: "408",
		trying: (embedded) =>
			raw(embedded, "POST /uploads HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\n{"),
	},
];
