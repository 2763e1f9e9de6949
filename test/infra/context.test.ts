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
			summaryLength: "standard",
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
		["summaryLength", "long"],
	])("say which one is wrong and what it is for: %s=%s", (key, value) => {
		expect(() => read({ [key]: value })).toThrow(new RegExp(`^Context "${key}" \\(.+\\): .+`));
	});

	it("report everything that is wrong at once", () => {
		expect(() => read({ apiRateLimit: "fast", logRetentionDays: "31" })).toThrow(
			/"logRetentionDays".+\n.*"apiRateLimit"/,
		);
	});

	it("refuse a bucket to make and one that exists together", () => {
		expect(() =>
			read({ articlesBucketName: "our-articles", existingArticlesBucketName: "the-newsroom" }),
		).toThrow(/existingArticlesBucketName.*give one of them/);
	});
});
