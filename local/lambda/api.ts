/**
 * Lambda's `Invoke`, so that `aws lambda invoke` and the SDK can start a function by hand.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { HOST } from "../account.ts";
import { signerOf } from "../endpoints/index.ts";
import type { Callers } from "../iam/index.ts";
import { onPort } from "../on-port.ts";
import { PATIENCE } from "../patience.ts";
import { S3Error } from "../s3/errors.ts";
import type { FunctionPlan } from "../template.ts";
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
	readonly callers: Callers;
	readonly invoke: (functionName: string, event: unknown) => Promise<Outcome>;
}

const refuse = (response: ServerResponse, status: number, type: string, message: string): void => {
	response.writeHead(status, { "content-type": "application/json", "x-amzn-errortype": type });
	response.end(JSON.stringify({ Type: "User", Message: message, message }));
};

/** Starts it. */
export const startInvokeApi = async (options: InvokeApiOptions): Promise<InvokeApi> => {
	const { port, functions, callers, invoke } = options;
	const signer = signerOf("lambda", callers);
	const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const body = await buffer(request);
		const accessKeyId = signer(request, body);
		const path = /^\/2015-03-31\/functions\/([^/?]+)\/invocations/.exec(request.url ?? "")?.[1];
		const wanted = decodeURIComponent(path ?? "");
		const found = functions.find(({ name, arn }) => name === wanted || arn === wanted);
		if (request.method !== "POST" || !found)
			return refuse(response, 404, "ResourceNotFoundException", `Function not found: ${wanted}`);
		const refusal = callers.refusal(accessKeyId, { action: "lambda:InvokeFunction", resource: found.arn });
		if (refusal !== undefined) return refuse(response, 403, "AccessDeniedException", refusal);
		let event: unknown;
		try {
			event = body.length === 0 ? {} : JSON.parse(body.toString());
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

	const server = createServer(PATIENCE, (request, response) => {
		response.on("error", () => {}); // The client has gone; there is nobody to tell.
		handle(request, response).catch((error) => {
			if (error instanceof S3Error) refuse(response, 403, "InvalidSignatureException", error.message);
			else refuse(response, 500, "ServiceException", String(error));
		});
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
