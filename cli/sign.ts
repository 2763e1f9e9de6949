/** Requests signed as AWS's services want them. */
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { AwsV4Signer } from "aws4fetch";
import { Unable } from "../terminal/unable.ts";

/** Credentials of the environment, profiles, SSO, a container or an instance, until they expire. */
const credentialsOf = (provide: ReturnType<typeof defaultProvider>) => async () => {
	try {
		return await provide();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Unable(`There are no AWS credentials to sign with: ${why.replace(/\.?$/, ".")}`);
	}
};

/** A `fetch` that signs each request, as API Gateway's IAM authorisation wants it or another service. */
export const signingFetch = (
	region: string,
	service = "execute-api",
	provide: ReturnType<typeof defaultProvider> = defaultProvider(),
): typeof fetch => {
	const credentials = credentialsOf(provide);
	return async (input, init = {}) => {
		const { accessKeyId, secretAccessKey, sessionToken } = await credentials();
		const { url, headers } = await new AwsV4Signer({
			url: String(input),
			method: init.method ?? "GET",
			headers: new Headers(init.headers),
			body: typeof init.body === "string" ? init.body : null,
			accessKeyId,
			secretAccessKey,
			...(sessionToken !== undefined && { sessionToken }),
			service,
			region,
		}).sign();
		return fetch(url, { ...init, headers });
	};
};
