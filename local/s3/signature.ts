/**
 * Signature Version 4, the verifying side. The AWS SDK's own `SignatureV4` only signs, adds headers of its own
 * while at it, and cannot verify the chunks of a streamed body, so the few steps are here.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { S3Error } from "./errors.ts";
import type { S3Request } from "./request.ts";

/** Whom to believe, where, and when it is. */
export interface Authority {
	readonly region: string;
	/** `s3` */
	readonly service: string;
	readonly now: () => Date;
	/** The key that signs for an access key on a day (`20250129`); none when nobody has that access key. */
	readonly signingKey: (accessKeyId: string, date: string) => Buffer | undefined;
}

/** The secret of an access key, when somebody has it. */
export type SecretOf = (accessKeyId: string) => string | undefined;

/** Makes an authority. It remembers each one's last day's key: deriving it is a third of verifying. */
export const newAuthority = (
	secretOf: SecretOf,
	{ region, service, now }: Pick<Authority, "region" | "service" | "now">,
): Authority => {
	const lasts = new Map<string, { date: string; key: Buffer }>();
	const signingKey = (accessKeyId: string, date: string): Buffer | undefined => {
		const last = lasts.get(accessKeyId);
		if (last?.date === date) return last.key;
		const secret = secretOf(accessKeyId);
		if (secret === undefined) return undefined;
		const key = [date, region, service, "aws4_request"].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`));
		lasts.set(accessKeyId, { date, key });
		return key;
	};
	return { region, service, now, signingKey };
};

/** What of a request is signed. */
export type SignedRequest = Pick<S3Request, "method" | "path" | "parameters" | "query" | "headers" | "body">;

/** A verified signature, and what the signatures of a streamed body's chunks go on from. */
export interface VerifiedSignature {
	/** Whose it is. */
	readonly accessKeyId: string;
	readonly signature: string;
	/** The value of `x-amz-content-sha256`: a hash, or how the body is sent. */
	readonly payload: string;
	/** Signs the next string of the chain, such as a chunk's. */
	readonly sign: (algorithm: string, ...lines: string[]) => string;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const UNSIGNED = "UNSIGNED-PAYLOAD";
const MAX_SKEW_MS = 15 * 60_000;
const MAX_EXPIRY_SECONDS = 7 * 24 * 3600;

const sha256 = (text: string | Buffer): string => createHash("sha256").update(text).digest("hex");
const hmac = (key: Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();

/** RFC 3986's unreserved characters stay, everything else is escaped: what AWS means by UriEncode. */
const uriEncode = (text: string): string =>
	encodeURIComponent(text).replace(
		/[!'()*]/g,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);

const byName = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

/** S3 signs a path as it is meant, all other services as it is sent, escaped once more. */
const canonicalPath = (path: string, service: string): string =>
	path
		.split("/")
		.map((segment) => uriEncode(service === "s3" ? decodeURIComponent(segment) : segment))
		.join("/");

const canonicalQuery = (request: SignedRequest): string =>
	request.parameters
		.filter(([name]) => name !== "X-Amz-Signature")
		.map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
		.sort((left, right) => byName(left[0], right[0]) || byName(left[1], right[1]))
		.map(([name, value]) => `${name}=${value}`)
		.join("&");

const canonicalRequest = (
	request: SignedRequest,
	service: string,
	signedHeaders: string,
	payload: string,
): Buffer => {
	const headers = signedHeaders
		.split(";")
		.map((name) => `${name}:${(request.body.headers[name] ?? "").toString().trim().replace(/ +/g, " ")}\n`)
		.join("");
	const lines = [
		request.method,
		canonicalPath(request.path, service),
		canonicalQuery(request),
		headers,
		signedHeaders,
		payload,
	];
	// Node reads header bytes as Latin-1; only as Latin-1 do they become the bytes that were signed.
	return Buffer.from(lines.join("\n"), "latin1");
};

interface Scope {
	readonly accessKeyId: string;
	readonly text: string;
	readonly key: Buffer;
}

const readScope = (credential: string, authority: Authority): Scope => {
	const [accessKeyId = "", date = "", region, service, ending] = credential.split("/");
	const key = authority.signingKey(accessKeyId, date);
	if (key === undefined) throw new S3Error("InvalidAccessKeyId");
	if (region !== authority.region || service !== authority.service || ending !== "aws4_request")
		throw new S3Error(
			"AuthorizationHeaderMalformed",
			`The credential's scope must be ${authority.region}/${authority.service}/aws4_request.`,
		);
	return { accessKeyId, text: `${date}/${region}/${service}/aws4_request`, key };
};

/** Compares in constant time. */
export const requireEqual = (given: string, expected: string): void => {
	const [left, right] = [Buffer.from(given), Buffer.from(expected)];
	if (left.length !== right.length || !timingSafeEqual(left, right))
		throw new S3Error("SignatureDoesNotMatch");
};

const parseTimestamp = (timestamp: string): number => {
	const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(timestamp);
	if (match === null) throw new S3Error("AccessDenied", "AWS authentication requires a valid x-amz-date.");
	const [year = 0, month = 0, ...rest] = match.slice(1).map(Number);
	return Date.UTC(year, month - 1, ...rest);
};

const verify = (
	request: SignedRequest,
	authority: Authority,
	given: { credential: string; timestamp: string; signedHeaders: string; signature: string; payload: string },
): VerifiedSignature => {
	const scope = readScope(given.credential, authority);
	const signed = new Set(given.signedHeaders.split(";"));
	const loose = Object.keys(request.body.headers).find(
		(name) => name.startsWith("x-amz-") && !signed.has(name),
	);
	if (!signed.has("host") || loose !== undefined)
		throw new S3Error(
			"AccessDenied",
			`There were headers present in the request which were not signed: ${loose ?? "host"}`,
		);
	const sign = (algorithm: string, ...lines: string[]): string =>
		hmac(scope.key, [algorithm, given.timestamp, scope.text, ...lines].join("\n")).toString("hex");
	requireEqual(
		given.signature,
		sign(ALGORITHM, sha256(canonicalRequest(request, authority.service, given.signedHeaders, given.payload))),
	);
	const { accessKeyId } = scope;
	return { accessKeyId, signature: given.signature, payload: given.payload, sign };
};

const verifyHeader = (
	request: SignedRequest,
	authority: Authority,
	authorization: string,
	bodyHash: string | undefined,
): VerifiedSignature => {
	const fields = new Map(
		authorization
			.slice(ALGORITHM.length)
			.split(",")
			.map((field): [string, string] => {
				const [name = "", value = ""] = field.trim().split("=", 2);
				return [name, value];
			}),
	);
	const [credential, signedHeaders, signature] = ["Credential", "SignedHeaders", "Signature"].map((name) =>
		fields.get(name),
	);
	if (!authorization.startsWith(`${ALGORITHM} `) || !credential || !signedHeaders || !signature)
		throw new S3Error("AuthorizationHeaderMalformed");
	const timestamp = request.headers.get("x-amz-date") ?? "";
	if (Math.abs(authority.now().getTime() - parseTimestamp(timestamp)) > MAX_SKEW_MS)
		throw new S3Error("RequestTimeTooSkewed");
	const payload = request.headers.get("x-amz-content-sha256") ?? bodyHash;
	if (payload === undefined)
		throw new S3Error("InvalidRequest", "Missing required header for this request: x-amz-content-sha256");
	return verify(request, authority, { credential, timestamp, signedHeaders, signature, payload });
};

const verifyPresigned = (request: SignedRequest, authority: Authority): VerifiedSignature => {
	const parameter = (name: string): string => {
		const value = request.query.get(name);
		if (value === undefined) throw new S3Error("AuthorizationQueryParametersError", `${name} is missing.`);
		return value;
	};
	if (parameter("X-Amz-Algorithm") !== ALGORITHM) throw new S3Error("AuthorizationQueryParametersError");
	const timestamp = parameter("X-Amz-Date");
	const seconds = Number(parameter("X-Amz-Expires"));
	if (!Number.isInteger(seconds) || seconds < 1 || seconds > MAX_EXPIRY_SECONDS)
		throw new S3Error(
			"AuthorizationQueryParametersError",
			"X-Amz-Expires must be between 1 and 604800 seconds.",
		);
	const age = authority.now().getTime() - parseTimestamp(timestamp);
	if (age > seconds * 1000) throw new S3Error("AccessDenied", "Request has expired");
	if (age < -MAX_SKEW_MS) throw new S3Error("AccessDenied", "Request is not yet valid");
	return verify(request, authority, {
		credential: parameter("X-Amz-Credential"),
		timestamp,
		signedHeaders: parameter("X-Amz-SignedHeaders"),
		signature: parameter("X-Amz-Signature"),
		payload: request.headers.get("x-amz-content-sha256") ?? UNSIGNED,
	});
};

/**
 * Verifies the signature in the request's header or, of a presigned address, in its query. `bodyHash` is the
 * SHA-256 of the body for services whose requests don't tell it, unlike those of S3.
 */
export const verifyRequest = (
	request: SignedRequest,
	authority: Authority,
	bodyHash?: string,
): VerifiedSignature => {
	const authorization = request.headers.get("authorization");
	if (authorization !== undefined) return verifyHeader(request, authority, authorization, bodyHash);
	if (request.query.has("X-Amz-Signature")) return verifyPresigned(request, authority);
	throw new S3Error("AccessDenied");
};

/** Verifies the signature of a POST form, which is over the policy alone. Tells whose it is. */
export const verifyPolicy = (
	policy: string,
	given: { readonly credential: string; readonly signature: string },
	authority: Authority,
): string => {
	const { accessKeyId, key } = readScope(given.credential, authority);
	requireEqual(given.signature, hmac(key, policy).toString("hex"));
	return accessKeyId;
};
