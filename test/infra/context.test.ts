import { App, RemovalPolicy } from "aws-cdk-lib";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../infra/context.ts";

const read = (context: Record<string, unknown>) => readSettings(new App({ context }).node);

describe("settings from context", () => {
	it("have a default for everything", () => {
		expect(read({})).toEqual({
			removalPolicy: RemovalPolicy.RETAIN,
			noncurrentVersionDays: 30,
			logRetentionDays: 30,
			ingestConcurrency: 10,
			summariseConcurrency: 10,
			apiRateLimit: 50,
			apiBurstLimit: 100,
			jwtReadScope: "read",
			jwtWriteScope: "write",
			summaryLength: "standard",
			sweepRoundHours: 24,
		});
	});

	it("take numbers as the strings that -c makes of them", () => {
		expect(read({ apiRateLimit: "5", ingestConcurrency: "2" })).toMatchObject({
			apiRateLimit: 5,
			ingestConcurrency: 2,
		});
	});

	it.each([
		["articlesBucketName", "Our Articles"],
		["existingArticlesBucketName", ""],
		["libraryBucketName", "x"],
		["removalPolicy", "snapshot"],
		["noncurrentVersionDays", "0"],
		["noncurrentVersionDays", "soon"],
		["logRetentionDays", "31"],
		["ingestConcurrency", "1"],
		["summariseConcurrency", "1001"],
		["fetchReservedConcurrency", "0"],
		["apiRateLimit", "2.5"],
		["apiBurstLimit", "-1"],
		["jwtIssuer", "http://id.example"],
		["jwtReadScope", "two scopes"],
		["corsOrigins", "https://app.example/path"],
		["summaryLength", "long"],
	])("say which one is wrong and what it is for: %s=%s", (key, value) => {
		expect(() => read({ [key]: value })).toThrow(new RegExp(`^Context "${key}" \\(.+\\): .+`));
	});

	it("report everything that is wrong at once", () => {
		expect(() => read({ apiRateLimit: "fast", logRetentionDays: "31" })).toThrow(
			/"logRetentionDays".+\n.*"apiRateLimit"/,
		);
	});

	it("take several audiences and origins in one text", () => {
		const jwt = { jwtIssuer: "https://id.example", jwtAudience: "web, cli" };
		expect(read({ ...jwt, corsOrigins: "https://a.example,http://localhost:3000" })).toMatchObject({
			jwtAudience: ["web", "cli"],
			corsOrigins: ["https://a.example", "http://localhost:3000"],
		});
	});

	it("refuse an issuer without an audience, and an audience without an issuer", () => {
		expect(() => read({ jwtIssuer: "https://id.example" })).toThrow(/jwtIssuer.*both or neither/);
		expect(() => read({ jwtAudience: "web" })).toThrow(/both or neither/);
	});

	it("refuse a bucket to make and one that exists together", () => {
		expect(() =>
			read({ articlesBucketName: "our-articles", existingArticlesBucketName: "the-newsroom" }),
		).toThrow(/existingArticlesBucketName.*give one of them/);
	});
});
