/** An OIDC issuer on this machine: a key pair, its discovery document, and tokens. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

type Key = Awaited<ReturnType<typeof generateKeyPair>>["privateKey"];

/** What a token says; everything has a default that is in order. */
export interface Claims {
	readonly issuer?: string;
	readonly audience?: string;
	readonly scope?: string;
	/** Seconds from now. */
	readonly expires?: number;
}

/** A running issuer. */
export interface Issuer {
	readonly url: string;
	token(claims?: Claims): Promise<string>;
	/** A token in order, but signed by somebody else with the same key id. */
	forged(): Promise<string>;
	close(): Promise<void>;
}

/** Starts an issuer whose tokens are for `precis`. */
export const startIssuer = async (): Promise<Issuer> => {
	const [own, other] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
	const jwk = { ...(await exportJWK(own.publicKey)), kid: "one", alg: "RS256", use: "sig" };
	const server = createServer((request, response) => {
		response.setHeader("content-type", "application/json");
		const documents: Record<string, object> = {
			"/.well-known/openid-configuration": { issuer: url, jwks_uri: `${url}/keys` },
			"/keys": { keys: [jwk] },
		};
		response.end(JSON.stringify(documents[request.url ?? ""] ?? {}));
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	const sign = (key: Key, { issuer = url, audience = "precis", scope = "read", expires = 300 }: Claims) =>
		new SignJWT({ scope })
			.setProtectedHeader({ alg: "RS256", kid: "one" })
			.setSubject("ada")
			.setIssuer(issuer)
			.setAudience(audience)
			.setExpirationTime(Math.floor(Date.now() / 1000) + expires)
			.sign(key);
	return {
		url,
		token: (claims = {}) => sign(own.privateKey, claims),
		forged: () => sign(other.privateKey, {}),
		async close() {
			const closed = once(server, "close");
			server.close();
			server.closeAllConnections();
			await closed;
		},
	};
};
