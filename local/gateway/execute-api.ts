/**
 * IAM before the HTTP API. Whoever signs is held to what they may; whoever doesn't is taken for the owner of the
 * machine, who may everything, unless the stack has other users.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html
 */
import type { IncomingMessage } from "node:http";
import { ACCOUNT } from "../account.ts";
import { signerOf } from "../endpoints/index.ts";
import type { Callers } from "../iam/index.ts";
import { S3Error } from "../s3/errors.ts";
import { Refusal } from "./refusal.ts";

/** What functions are told of who signed. */
export interface IamContext {
	readonly iam: {
		readonly accessKey: string;
		readonly accountId: string;
		readonly callerId: string;
		readonly cognitoIdentity: null;
		readonly principalOrgId: null;
		readonly userArn: string;
		readonly userId: string;
	};
}

/** Tells who signed a request, nothing when nobody did. Throws a `Refusal` for one that may not. */
export type IamAuthoriser = (request: IncomingMessage, body: Buffer, path: string) => IamContext | undefined;

const isSigned = ({ headers, url = "" }: IncomingMessage): boolean =>
	(headers.authorization?.startsWith("AWS4-HMAC-SHA256 ") ?? false) || url.includes("X-Amz-Signature=");

/** Makes the authoriser; an open one lets those through who don't sign. */
export const iamAuthoriser = (callers: Callers, { isOpen }: { isOpen: boolean }): IamAuthoriser => {
	const signer = signerOf("execute-api", callers);
	return (request, body, path) => {
		if (!isSigned(request)) {
			if (isOpen) return undefined;
			throw new Refusal(403, "Forbidden");
		}
		try {
			const accessKey = signer(request, body);
			const resource = `arn:aws:execute-api:${ACCOUNT.region}:${ACCOUNT.id}:local/$default/${request.method}${path}`;
			const caller = callers.find(accessKey);
			const refusal = callers.refusal(accessKey, { action: "execute-api:Invoke", resource });
			if (!caller || refusal !== undefined) throw new Refusal(403, "Forbidden");
			const { arn } = caller.principal;
			return {
				iam: {
					accessKey,
					accountId: ACCOUNT.id,
					callerId: accessKey,
					cognitoIdentity: null,
					principalOrgId: null,
					userArn: arn,
					userId: accessKey,
				},
			};
		} catch (error) {
			if (error instanceof S3Error) throw new Refusal(403, "Forbidden");
			throw error;
		}
	};
};
