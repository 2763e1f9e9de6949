/** Who signed a request, for services whose signatures are over the whole body. */
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { ACCOUNT } from "../account.ts";
import type { Callers } from "../iam/index.ts";
import { readRequest } from "../s3/request.ts";
import { newAuthority, verifyRequest } from "../s3/signature.ts";

/** Verifies a request's signature and tells the access key. Throws an `S3Error` for one that is missing or wrong. */
export type Signer = (request: IncomingMessage, body: Buffer) => string;

/** Makes the signer of a service (`sqs`, `execute-api`). */
export const signerOf = (service: string, callers: Pick<Callers, "secretOf">): Signer => {
	const authority = newAuthority(callers.secretOf, {
		region: ACCOUNT.region,
		service,
		now: () => new Date(),
	});
	return (request, body) => {
		const hash = createHash("sha256").update(body).digest("hex");
		return verifyRequest(readRequest(request, ""), authority, hash).accessKeyId;
	};
};
