/** An HTTP server that answers what the test says, in turn, and keeps what it was asked. */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

/** What to answer. `hang` answers nothing, `drop` hangs up. */
export type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | "hang" | "drop";

/** What was asked. */
export interface Asked {
	readonly method: string;
	readonly url: string;
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** A running server. */
export interface ScriptedServer {
	readonly url: string;
	readonly asked: Asked[];
	/** The next answers; the last one is repeated. */
	answer(...replies: Reply[]): void;
	close(): Promise<void>;
}

/** Starts a server on 127.0.0.1. */
export const startScriptedServer = async (): Promise<ScriptedServer> => {
	const asked: Asked[] = [];
	let replies: Reply[] = [];
	const server = createServer(async (request, response) => {
		const body = await text(request);
		asked.push({ method: request.method ?? "", url: request.url ?? "", headers: request.headers, body });
		const reply = replies.length > 1 ? replies.shift() : replies[0];
		if (reply === "hang") return;
		if (reply === "drop" || reply === undefined) return void request.socket.destroy();
		const { status = 200, headers = {}, body: answer = {} } = reply;
		response.writeHead(status, { "content-type": "application/json", ...headers });
		response.end(typeof answer === "string" ? answer : JSON.stringify(answer));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		answer(...next) {
			replies = next;
			asked.length = 0;
		},
		async close() {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
};
