/** Asks IAM for SQS and DynamoDB, which on this machine ask nobody themselves. */
import type { IncomingMessage } from "node:http";
import type { Access, Callers } from "../iam/index.ts";
import { S3Error, type S3ErrorCode } from "../s3/errors.ts";
import { type Answer, type Interceptor, jsonError } from "./call.ts";
import { dynamodbAccesses } from "./dynamodb.ts";
import { signerOf } from "./signer.ts";
import { sqsAccesses } from "./sqs.ts";

type Json = Readonly<Record<string, unknown>>;

const SERVICES = {
	// SQS's clients go by the name that its older protocol had for it.
	sqs: { accesses: sqsAccesses, status: 403, headers: ["x-amzn-query-error", "AccessDenied;Sender"] },
	dynamodb: { accesses: dynamodbAccesses, status: 400, headers: [] },
} as const;

const DENIED = "com.amazon.coral.service#AccessDeniedException";

/** How these services call what is wrong with a signature. */
const SIGNATURE_ERRORS: Readonly<Partial<Record<S3ErrorCode, string>>> = {
	AccessDenied: "com.amazon.coral.service#MissingAuthenticationTokenException",
	InvalidAccessKeyId: "com.amazon.coral.service#UnrecognizedClientException",
	AuthorizationHeaderMalformed: "com.amazon.coral.service#IncompleteSignatureException",
};
const INVALID_SIGNATURE = "com.amazon.coral.service#InvalidSignatureException";

const parse = (body: Buffer): Json | undefined => {
	try {
		const value: unknown = JSON.parse(body.toString());
		return typeof value === "object" && value !== null ? (value as Json) : undefined;
	} catch {
		return undefined;
	}
};

/** The authorising interceptor of one service. */
export const authorise = (service: keyof typeof SERVICES, callers: Callers): Interceptor => {
	const { accesses, status, headers } = SERVICES[service];
	const signer = signerOf(service, callers);
	const refuse = (message: string): Answer => {
		const answer = jsonError(status, DENIED, message);
		return { ...answer, headers: [...answer.headers, ...headers] };
	};

	/** What stands in the way, told as the service does. */
	const obstacle = (operation: string, request: IncomingMessage, body: Buffer): Answer | undefined => {
		const accessKeyId = signer(request, body);
		const input = parse(body);
		// What isn't JSON has no meaning that could be allowed or denied: the service says so.
		if (!input) return undefined;
		const needed: readonly Access[] | undefined = accesses(operation, input);
		if (!needed) return refuse(`The embedded stack doesn't know what ${service}:${operation} needs`);
		for (const access of needed) {
			const message = callers.refusal(accessKeyId, access);
			if (message !== undefined) return refuse(message);
		}
		return undefined;
	};

	return async ({ operation, request, body }, next) => {
		if (!(body instanceof Buffer)) throw new Error(`Calls of ${service} are read whole`);
		try {
			return obstacle(operation, request, body) ?? (await next());
		} catch (error) {
			if (!(error instanceof S3Error)) throw error;
			return jsonError(status, SIGNATURE_ERRORS[error.code] ?? INVALID_SIGNATURE, error.message);
		}
	};
};
