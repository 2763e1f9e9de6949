/**
 * CORS as an HTTP API does it: preflights are answered before any route, and what the function says of it is
 * replaced.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html
 */
import type { IncomingMessage } from "node:http";
import type { CorsPlan } from "../template.ts";

/** Whether a browser asks what it may do. */
export const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
	method === "OPTIONS" && "origin" in headers && "access-control-request-method" in headers;

/** The headers for a request's origin; none for one that may not. */
export const corsHeaders = (request: IncomingMessage, plan: CorsPlan): Record<string, string> => {
	const { origin } = request.headers;
	const isAny = plan.AllowOrigins.includes("*");
	if (origin === undefined || !(isAny || plan.AllowOrigins.includes(origin))) return {};
	const always = {
		"access-control-allow-origin": isAny ? "*" : origin,
		"access-control-expose-headers": plan.ExposeHeaders.join(","),
	};
	if (!isPreflight(request)) return always;
	return {
		...always,
		"access-control-allow-methods": plan.AllowMethods.join(","),
		"access-control-allow-headers": plan.AllowHeaders.join(","),
		...(plan.MaxAge !== undefined && { "access-control-max-age": String(plan.MaxAge) }),
	};
};
