/** Requests signed as API Gateway's IAM authorisation wants them. */
import { defaultProvider } from "@aws-sdk/credential-provider-node";
import { AwsV4Signer } from "aws4fetch";
import { Unable } from "../local/unable.ts";

/** Credentials of the environment, profiles, SSO, a container or an instance, until they expire. */
const credentialsOf = (provide: ReturnType<typeof defaultProvider>) => async () => {
	try {
		return await provide();
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		throw new Unable(`There are no AWS credentials to sign with: ${why.replace(/\.?$/, ".")}`);
	}
};

/** A `fetch` that signs each request; give it to `createClient`. */
export const signingFetch = (region: string): typeof fetch => {
	const credentials = credentialsOf(defaultProvider());
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
			service: "execute-api",
			region,
		}).sign();
		return fetch(url, { ...init, headers });
	};
};
