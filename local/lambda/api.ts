/**
 * Lambda's `Invoke`, so that `aws lambda invoke` and the SDK can start a function by hand.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { HOST } from "../account.ts";
import type { FunctionPlan } from "../template.ts";
import { onPort } from "../unable.ts";
import type { Outcome } from "./environment.ts";

/** A running Lambda API. */
export interface InvokeApi {
	readonly endpoint: string;
	close(): Promise<void>;
}

/** What it needs. */
export interface InvokeApiOptions {
	readonly port: number;
	readonly functions: readonly FunctionPlan[];
	readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
}

const refuse = (response: ServerResponse, status: number, type: string, message: string): void => {
	response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type });
	response.end(JSON.stringify({ Type: "User", Message: message, message }));
};

const readEvent = async (request: IncomingMessage): Promise<unknown> => {
	const body = (await buffer(request)).toString();
	return body === "" ? {} : JSON.parse(body);
};

/** Starts it. */
export const startInvokeApi = async ({ port, functions, invoke }: InvokeApiOptions): Promise<InvokeApi> => {
	const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		// What a web page can't send without asking first: signatures aren't checked here, but have to be there.
		if (!request.headers.authorization?.startsWith("AWS4-HMAC-SHA256 "))
			return refuse(response, 403, "MissingAuthenticationTokenException", "The request is not signed.");
		const path = /^\/2015-03-31\/functions\/([^/?]+)\/invocations/.exec(request.url ?? "")?.[1];
		const wanted = decodeURIComponent(path ?? "");
		const found = functions.find(({ name, arn }) => name === wanted || arn === wanted);
		if (request.method !== "POST" || !found)
			return refuse(response, 404, "ResourceNotFoundException", `Function not found: ${wanted}`);
		let event: unknown;
		try {
			event = await readEvent(request);
		} catch {
			return refuse(response, 400, "InvalidRequestContentException", "The payload is not JSON.");
		}
		const outcome = await invoke(found.name, event);
		response.setHeader("content-type", "application/json");
		if (outcome.status === "done") response.end(outcome.payload);
		else {
			response.setHeader("x-amz-function-error", "Unhandled");
			response.end(JSON.stringify({ errorType: outcome.errorType, errorMessage: outcome.message }));
		}
	};

	const server = createServer((request, response) => {
		response.on("error", () => {}); // The client has gone; there is nobody to tell.
		handle(request, response).catch((error) => refuse(response, 500, "ServiceException", String(error)));
	});
	await onPort("Lambda", port, async () => {
		server.listen(port, HOST);
		await once(server, "listening");
	});
	return {
		endpoint: `http://${HOST}:${(server.address() as AddressInfo).port}`,
		async close() {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
};
