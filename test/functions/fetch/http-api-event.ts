import type { HttpApiEvent } from "../../../functions/fetch/path-key.ts";

interface Request {
	/** Decoded, as the gateway hands it over. */
	readonly rawPath: string;
	/** As the client sent it. */
	readonly rawQueryString?: string;
	readonly method?: string;
	readonly headers?: Record<string, string>;
}

/** What an HTTP API's default stage invokes a function with (payload format 2.0). */
export const httpApiEvent = ({
	rawPath,
	rawQueryString = "",
	method = "GET",
	headers = {},
}: Request): HttpApiEvent => ({
	version: "2.0",
	routeKey: `${method} /summaries/{key+}`,
	rawPath,
	rawQueryString,
	headers: {
		accept: "*/*",
		"content-length": "0",
		host: "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
		"user-agent": "curl/8.5.0",
		"x-amzn-trace-id": "Root=1-65f0a1b2-0123456789abcdef01234567",
		"x-forwarded-for": "192.0.2.7",
		"x-forwarded-port": "443",
		"x-forwarded-proto": "https",
		...headers,
	},
	requestContext: {
		accountId: "123456789012",
		apiId: "a1b2c3d4e5",
		authentication: null,
		authorizer: {},
		domainName: "a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com",
		domainPrefix: "a1b2c3d4e5",
		http: { method, path: rawPath, protocol: "HTTP/1.1", sourceIp: "192.0.2.7", userAgent: "curl/8.5.0" },
		requestId: "JKJaXmPLvHcESHA=",
		routeKey: `${method} /summaries/{key+}`,
		stage: "$default",
		time: "07/Mar/2025:09:00:00 +0000",
		timeEpoch: 1741338000000,
	},
	body: null,
	isBase64Encoded: false,
});
