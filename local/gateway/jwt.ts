/**
 * An HTTP API's JWT authoriser: the token's signature by the issuer's published keys, its issuer, audience, times
 * and scopes.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html
 */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from "jose";
import * as z from "zod";
import type { JwtPlan } from "../template.ts";
import { Refusal } from "./refusal.ts";

/** What functions are told of a caller. */
export interface JwtContext {
	readonly principalId: string;
	readonly integrationLatency: number;
	readonly jwt: { readonly claims: Record<string, string>; readonly scopes: string[] };
}

/** Those that "the issuer's public keys" can be of; symmetric ones are not among them. */
const ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"];

const DiscoverySchema = z.object({ jwks_uri: z.url() });

const unauthorised = () => new Refusal(401, "Unauthorized", { "www-authenticate": "Bearer" });

const publishedKeys = async (issuer: string) => {
	const answer = await fetch(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`);
	const { jwks_uri } = DiscoverySchema.parse(await answer.json());
	return createRemoteJWKSet(new URL(jwks_uri));
};

/** `scope` is a text of RFC 8693, `scp` what some issuers have in its stead. */
const scopesOf = ({ scope, scp }: JWTPayload): string[] => {
	const given = scope ?? scp;
	if (Array.isArray(given)) return given.map(String);
	return typeof given === "string" ? given.split(" ").filter((one) => one !== "") : [];
};

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Makes the function that checks an `Authorization` header; it throws a `Refusal`. */
export const jwtAuthoriser = () => {
	const keys = new Map<string, ReturnType<typeof publishedKeys>>();
	const keysOf = (issuer: string) => {
		const known = keys.get(issuer) ?? publishedKeys(issuer);
		keys.set(issuer, known);
		// An issuer that doesn't answer is asked again with the next request.
		known.catch(() => keys.delete(issuer));
		return known;
	};

	const verify = async (token: string, { issuer, audience }: JwtPlan): Promise<JWTPayload> => {
		try {
			const options = { issuer, audience: [...audience], algorithms: ALGORITHMS, requiredClaims: ["exp"] };
			return (await jwtVerify(token, await keysOf(issuer), options)).payload;
		} catch (error) {
			if (error instanceof errors.JOSEError) throw unauthorised();
			throw new Refusal(500, "Internal Server Error");
		}
	};

	return async (authorization: string | undefined, plan: JwtPlan): Promise<JwtContext> => {
		const token = /^(?:Bearer )?(\S+)$/i.exec(authorization ?? "")?.[1];
		if (token === undefined) throw unauthorised();
		const payload = await verify(token, plan);
		const scopes = scopesOf(payload);
		if (plan.scopes.length > 0 && !plan.scopes.some((scope) => scopes.includes(scope)))
			throw new Refusal(403, "Forbidden", { "www-authenticate": `Bearer scope="${plan.scopes.join(" ")}"` });
		const claims = Object.entries(payload).map(([name, value]) => [name, textOf(value)]);
		return { principalId: "", integrationLatency: 0, jwt: { claims: Object.fromEntries(claims), scopes } };
	};
};
