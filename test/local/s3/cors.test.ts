/** What Precis expects of an S3, towards web pages. Runs against the embedded one, or against AWS: `PRECIS_S3=aws`. */
import * as S3 from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { beforeAll, describe, expect, test } from "vitest";
import { contractSuite } from "./fixture.ts";

const { s3 } = contractSuite();
const PAGE = "https://app.example";
const RULE = {
	AllowedOrigins: [PAGE, "https://*.example"],
	AllowedMethods: ["PUT"],
	AllowedHeaders: ["content-type", "x-amz-meta-precis-*"],
	ExposeHeaders: ["x-amz-version-id"],
	MaxAgeSeconds: 60,
};
beforeAll(async () => {
	const { client, Bucket } = s3;
	await client.send(new S3.PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [RULE] } }));
});

const address = () =>
	getSignedUrl(s3.client, new S3.PutObjectCommand({ Bucket: s3.Bucket, Key: "from a page" }), {
		expiresIn: 60,
	});
const preflight = async (origin: string, method = "PUT", headers = "content-type,x-amz-meta-precis-url") =>
	fetch(await address(), {
		method: "OPTIONS",
		headers: {
			Origin: origin,
			"Access-Control-Request-Method": method,
			"Access-Control-Request-Headers": headers,
		},
	});

describe("a web page of an origin that a rule names", () => {
	test("is told what it may do, without a signature", async () => {
		const { status, headers } = await preflight(PAGE);
		expect(status).toBe(200);
		expect(headers.get("access-control-allow-origin")).toBe(PAGE);
		expect(headers.get("access-control-allow-headers")).toBe("content-type, x-amz-meta-precis-url");
		expect(headers.get("access-control-max-age")).toBe("60");
		expect((await preflight("https://other.example")).status).toBe(200);
	});

	test("may read the answer to what it put", async () => {
		const { status, headers } = await fetch(await address(), {
			method: "PUT",
			body: "hello",
			headers: { Origin: PAGE },
		});
		expect([status, headers.get("access-control-allow-origin")]).toEqual([200, PAGE]);
		expect(headers.get("access-control-expose-headers")).toBe("x-amz-version-id");
	});
});

describe("a web page", () => {
	test.each([
		["of another origin", "https://else.test", "PUT", "content-type"],
		["with another method", PAGE, "DELETE", ""],
		["with another header", PAGE, "PUT", "x-amz-acl"],
	])("%s is refused", async (_, origin, method, headers) => {
		const answer = await preflight(origin, method, headers);
		expect([answer.status, answer.headers.get("access-control-allow-origin")]).toEqual([403, null]);
	});
});
