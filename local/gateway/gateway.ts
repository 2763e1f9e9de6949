/**
 * API Gateway's HTTP API before the template's routes: payload format 2.0, its decoding, its limits, its JWT
 * authoriser, its CORS. It does not insist on signatures where the template has IAM: it listens on 127.0.0.1
 * only, and takes only requests that name it so (a web page whose domain resolves to 127.0.0.1 is turned away).
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import { ACCOUNT, HOST } from "../account.ts";
import type { Outcome } from "../lambda/environment.ts";
import { onPort } from "../on-port.ts";
import { PATIENCE } from "../patience.ts";
import type { CorsPlan, RoutePlan } from "../template.ts";
import { corsHeaders, isPreflight } from "./cors.ts";
import type { IamAuthoriser, IamContext } from "./execute-api.ts";
import { type JwtContext, jwtAuthoriser } from "./jwt.ts";
import { Refusal } from "./refusal.ts";
import { compileRoutes } from "./routes.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
const MAX_HEADER_BYTES = 10_240;
const TIMEOUT_MS = 30_000;
/** Articles don't go through the API: what does is small. */
const BODY_MS = 10_000;

/** A running HTTP API. */
export interface Gateway {
	readonly endpoint: string;
	/** Takes no more requests, lets those under way end within `graceMs`, then hangs up. */
	close(graceMs: number): Promise<void>;
}

/** What the gateway needs. */
export interface GatewayOptions {
	readonly port: number;
	readonly routes: readonly RoutePlan[];
	readonly cors: CorsPlan | undefined;
	readonly iam: IamAuthoriser;
	readonly invoke: (functionName: string, event: APIGatewayProxyEventV2) => Promise<Outcome>;
}

const AnswerSchema = z.object({
	statusCode: z.coerce.number().int().min(100).max(599),
	headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
	cookies: z.array(z.string()).nullish(),
	body: z.string().nullish(),
	isBase64Encoded: z.boolean().nullish(),
});

/** Bodies of these types travel as text, all others as Base64. */
const TEXT_TYPE = /^(text\/|application\/(json|javascript|xml)\b|[^;]*\+(json|xml)\b)/i;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	let length = 0;
	for await (const chunk of request) {
		length += chunk.length;
		if (length > MAX_BODY_BYTES) throw new Refusal(413, "Request Entity Too Large");
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
};

/**
 * The path as functions get it: percent-decoded, and cut where that uncovers a question mark. What stood
 * behind it is lost, also to the query; keys that have one are fetched with `?key=`.
 */
const rawPathOf = (target: string): string => {
	try {
		return decodeURIComponent(target.split("?", 1)[0] ?? "").split("?", 1)[0] ?? "";
	} catch {
		throw new Refusal(400, "Bad Request");
	}
};

const joined = (entries: Iterable<[string, string]>): Record<string, string> => {
	const values = new Map<string, string>();
	for (const [name, value] of entries) {
		const former = values.get(name);
		values.set(name, former === undefined ? value : `${former},${value}`);
	}
	return Object.fromEntries(values);
};

const headersOf = ({ headersDistinct }: IncomingMessage): Record<string, string> =>
	joined(
		Object.entries(headersDistinct)
			.filter(([name]) => name !== "cookie")
			.flatMap(([name, values = []]) => values.map((value): [string, string] => [name, value])),
	);

const eventOf = (
	request: IncomingMessage,
	routeKey: string,
	rawPath: string,
	pathParameters: Record<string, string>,
	authorizer: JwtContext | IamContext | undefined,
	body: Buffer,
): APIGatewayProxyEventV2 => {
	const rawQueryString = /\?(.*)$/s.exec(request.url ?? "")?.[1] ?? "";
	const queryStringParameters = joined(new URLSearchParams(rawQueryString));
	const cookies = request.headers.cookie?.split(/; ?/);
	const isText = TEXT_TYPE.test(request.headers["content-type"] ?? "");
	const now = new Date();
	return {
		version: "2.0",
		routeKey,
		rawPath,
		rawQueryString,
		...(cookies && { cookies }),
		// Whatever the client says about itself, it is the gateway that knows.
		headers: { ...headersOf(request), "x-forwarded-proto": "http" },
		...(rawQueryString && { queryStringParameters }),
		requestContext: {
			accountId: ACCOUNT.id,
			apiId: "local",
			...(authorizer && { authorizer }),
			domainName: request.headers.host ?? "",
			domainPrefix: "local",
			http: {
				method: request.method ?? "",
				path: rawPath,
				protocol: `HTTP/${request.httpVersion}`,
				sourceIp: request.socket.remoteAddress ?? "",
				userAgent: request.headers["user-agent"] ?? "",
			},
			requestId: randomUUID(),
			routeKey,
			stage: "$default",
			time: now.toISOString(),
			timeEpoch: now.getTime(),
		},
		...(Object.keys(pathParameters).length > 0 && { pathParameters }),
		...(body.length > 0 && { body: body.toString(isText ? "utf8" : "base64") }),
		isBase64Encoded: body.length > 0 && !isText,
	};
};

/** Sends what the function answered; without a `statusCode` the answer is the body itself. */
const sendAnswer = (response: ServerResponse, payload: string): void => {
	const value: unknown = JSON.parse(payload);
	const isStructured = typeof value === "object" && value !== null && "statusCode" in value;
	const parsed = AnswerSchema.safeParse(
		isStructured ? value : { statusCode: 200, body: typeof value === "string" ? value : payload },
	);
	if (!parsed.success) throw new Refusal(500, "Internal Server Error");
	const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
	response.statusCode = statusCode;
	response.setHeader("content-type", isStructured ? "text/plain;charset=UTF-8" : "application/json");
	for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, String(value));
	if (cookies) response.setHeader("set-cookie", cookies);
	response.end(Buffer.from(body ?? "", isBase64Encoded ? "base64" : "utf8"));
};

const sendRefusal = (response: ServerResponse, { status, message, headers }: Refusal): void => {
	response.statusCode = status;
	for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
	response.setHeader("content-type", "application/json");
	response.end(JSON.stringify({ message }));
};

/** Starts the HTTP API. */
export const startGateway = async ({ port, routes, cors, iam, invoke }: GatewayOptions): Promise<Gateway> => {
	const findRoute = compileRoutes(routes);
	const authorise = jwtAuthoriser();

	const handle = async (request: IncomingMessage): Promise<string> => {
		if (!/^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? "")) {
			throw new Refusal(403, `This API answers to ${HOST} and localhost only`);
		}
		const rawPath = rawPathOf(request.url ?? "");
		const route = findRoute(request.method ?? "", rawPath);
		if (!route) throw new Refusal(404, "Not Found");
		const token = route.jwt && (await authorise(request.headers.authorization, route.jwt));
		const body = await readBody(request);
		const authorizer = token ?? (route.asksIam ? iam(request, body, rawPath) : undefined);
		const event = eventOf(request, route.key, rawPath, route.parameters, authorizer, body);
		const late = new AbortController();
		const outcome = await Promise.race([
			invoke(route.function, event),
			sleep(TIMEOUT_MS, undefined, { signal: late.signal }),
		]);
		late.abort();
		if (!outcome) throw new Refusal(503, "Service Unavailable");
		if (outcome.status === "failed") throw new Refusal(500, "Internal Server Error");
		return outcome.payload;
	};

	const limits = { ...PATIENCE, requestTimeout: BODY_MS, maxHeaderSize: MAX_HEADER_BYTES };
	const server = createServer(limits, async (request, response) => {
		response.on("error", () => {}); // The client has gone; there is nobody to tell.
		try {
			const headers = cors && corsHeaders(request, cors);
			for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
			if (cors && isPreflight(request)) response.writeHead(204).end();
			else sendAnswer(response, await handle(request));
		} catch (error) {
			sendRefusal(response, error instanceof Refusal ? error : new Refusal(500, "Internal Server Error"));
		}
	});
	await onPort("API", port, async () => {
		server.listen(port, HOST);
		await once(server, "listening");
	});

	return {
		endpoint: `http://${HOST}:${(server.address() as AddressInfo).port}`,
		async close(graceMs) {
			const closed = once(server, "close");
			server.close();
			const hangUp = setTimeout(() => server.closeAllConnections(), graceMs);
			await closed;
			clearTimeout(hangUp);
		},
	};
};
