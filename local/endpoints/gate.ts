/** A gate: the port that clients know of a service. */
import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { HOST } from "../account.ts";
import type { Callers } from "../iam/index.ts";
import { onPort } from "../on-port.ts";
import { PATIENCE } from "../patience.ts";
import { type Answer, type Body, type Call, HangUp, type Interceptor, type ServiceName } from "./call.ts";
import { operationOf } from "./operation.ts";

/** A gate that listens, and keeps whoever comes waiting until it is opened. */
export interface Gate {
	readonly endpoint: string;
	/** Lets calls through. */
	serve(service: Service): void;
	/** Lets calls under way end, for a moment, then hangs up. */
	close(): Promise<void>;
}

/** What is behind a gate. */
export interface Service {
	/** Where the service listens. */
	readonly endpoint: string;
	readonly callers: Callers;
	/** In the order in which a call passes them. */
	readonly interceptors: readonly Interceptor[];
}

const GRACE_MS = 2_000;

/** Headers that are about one connection, and not about the call. */
const HOP_BY_HOP: ReadonlySet<string> = new Set(["connection", "keep-alive", "proxy-connection", "expect"]);

const endToEnd = (rawHeaders: readonly string[]): string[] =>
	rawHeaders.filter((_, index) => !HOP_BY_HOP.has((rawHeaders[index - (index % 2)] ?? "").toLowerCase()));

/** More than the largest call of DynamoDB, 16 MB. */
const MAX_BODY_BYTES = 20 * 1024 * 1024;

const readAll = async (message: IncomingMessage): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of message) {
		length += chunk.length;
		if (length > MAX_BODY_BYTES) throw new HangUp("Too large a body");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
};

/** The access key that a request claims to be signed with. */
const accessKeyOf = ({ headers, url = "" }: IncomingMessage): string =>
	/Credential=([^/,\s]+)\//.exec(headers.authorization ?? "")?.[1] ??
	/[?&]X-Amz-Credential=([^/&%]+)(\/|%2F)/i.exec(url)?.[1] ??
	"";

/** Passes a call on. When the client goes, so does this: whoever polls a queue is to be missed there. */
const forward = async (
	{ request }: Call,
	body: Body,
	upstream: URL,
	agent: Agent,
	gone: AbortSignal,
): Promise<Answer> => {
	const outgoing = send({
		host: upstream.hostname,
		port: upstream.port,
		method: request.method,
		path: request.url,
		headers: endToEnd(request.rawHeaders),
		agent,
		signal: gone,
	});
	const answered = once(outgoing, "response") as Promise<[IncomingMessage]>;
	// S3 may answer before it has read everything; what then becomes of the rest is nobody's concern.
	if (body instanceof Readable) pipeline(body, outgoing).catch(() => {});
	else outgoing.end(body);
	outgoing.on("error", () => {});
	const [answer] = await answered;
	return { status: answer.statusCode ?? 502, headers: endToEnd(answer.rawHeaders), body: answer };
};

const write = async (response: ServerResponse, { status, headers, body }: Answer): Promise<void> => {
	response.writeHead(status, [...headers]);
	if (body instanceof Readable) await pipeline(body, response);
	else response.end(body);
};

/** Takes a port, 0 for any. Throws `Unable` when somebody else has it. */
export const openGate = async (name: ServiceName, label: string, port: number): Promise<Gate> => {
	const server = createServer(PATIENCE);
	await onPort(label, port, async () => {
		server.listen(port, HOST);
		await once(server, "listening");
	});
	const agent = new Agent({ keepAlive: true });

	const opened = Promise.withResolvers<Service>();
	const handle = async (message: IncomingMessage, response: ServerResponse) => {
		const service = await opened.promise;
		const gone = new AbortController();
		response.on("close", () => response.writableFinished || gone.abort());
		const call: Call = {
			service: name,
			operation: operationOf(name, message),
			caller: service.callers.find(accessKeyOf(message)),
			request: message,
			body: name === "s3" ? message : await readAll(message),
		};
		const upstream = new URL(service.endpoint);
		const passing = service.interceptors.reduceRight<(body: Body) => Promise<Answer>>(
			(next, interceptor) => (body) => interceptor({ ...call, body }, (other) => next(other ?? body)),
			(body) => forward(call, body, upstream, agent, gone.signal),
		);
		await write(response, await passing(call.body));
	};

	server.on("request", (message, response) => {
		// No answer is better than a wrong one: clients try again when a connection breaks off.
		handle(message, response).catch(() => response.destroy());
	});

	return {
		endpoint: `http://${HOST}:${(server.address() as AddressInfo).port}`,
		serve: opened.resolve,
		async close() {
			const closed = once(server, "close");
			server.close();
			const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
			await closed;
			clearTimeout(impatience);
			agent.destroy();
		},
	};
};
