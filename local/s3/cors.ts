/**
 * CORS as S3 does it: by the bucket's own rules, the first that fits.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/cors.html
 */
import type { IncomingMessage } from "node:http";
import { S3Error } from "./errors.ts";
import { splitPath } from "./request.ts";
import type { Store } from "./store.ts";
import { readXml, type XmlElement } from "./xml.ts";

const texts = (rule: XmlElement, name: string): string[] => rule.all(name).map(({ value }) => value);

/** "The wildcard character (*) at most once". */
const fits = (pattern: string, value: string): boolean => {
	const [before = "", after] = pattern.split("*", 2);
	if (after === undefined) return pattern === value;
	return value.length >= before.length + after.length && value.startsWith(before) && value.endsWith(after);
};

const rulesOf = (store: Store, bucket: string): XmlElement[] => {
	const row = store.database.sql.get`SELECT document FROM configurations
		WHERE bucket = ${bucket} AND name = ${"cors"}`;
	return row ? readXml(String(row.document), "CORSConfiguration").all("CORSRule") : [];
};

/** Whether a browser asks what it may do. */
export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
	method === "OPTIONS" && headers.origin !== undefined;

/** The headers that let a web page read the answer; none when no rule does. A preflight without a rule is refused. */
export const corsHeaders = (message: IncomingMessage, store: Store): Record<string, string> => {
	const { origin } = message.headers;
	if (origin === undefined) return {};
	const preflight = isPreflight(message);
	const method = (preflight && message.headers["access-control-request-method"]) || (message.method ?? "");
	const asked = String((preflight && message.headers["access-control-request-headers"]) || "");
	const headers = asked
		.split(",")
		.map((name) => name.trim().toLowerCase())
		.filter((name) => name !== "");
	const [bucket] = splitPath(message.url?.split("?", 1)[0] ?? "/");
	const rule = rulesOf(store, bucket).find(
		(one) =>
			texts(one, "AllowedOrigin").some((pattern) => fits(pattern, origin)) &&
			texts(one, "AllowedMethod").includes(method) &&
			headers.every((name) => texts(one, "AllowedHeader").some((it) => fits(it.toLowerCase(), name))),
	);
	if (!rule) {
		if (preflight) throw new S3Error("AccessForbidden");
		return {};
	}
	const [maxAge] = texts(rule, "MaxAgeSeconds");
	return {
		"access-control-allow-origin": texts(rule, "AllowedOrigin").includes("*") ? "*" : origin,
		"access-control-allow-methods": texts(rule, "AllowedMethod").join(", "),
		...(headers.length > 0 && { "access-control-allow-headers": headers.join(", ") }),
		...(maxAge !== undefined && { "access-control-max-age": maxAge }),
		"access-control-expose-headers": texts(rule, "ExposeHeader").join(", "),
		vary: "Origin, Access-Control-Request-Headers, Access-Control-Request-Method",
	};
};
