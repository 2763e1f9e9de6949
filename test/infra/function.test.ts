import { describe, expect, it } from "vitest";
import { properties, readable, resources, synthesise } from "./template.ts";

const FUNCTIONS = ["FetchFunction", "IngestFunction", "SummariseFunction", "SweepFunction"];

const lambda = (name: string, context: Record<string, unknown> = {}) =>
	properties(synthesise(context), "AWS::Lambda::Function", `${name}Lambda`);

const environment = (name: string): Record<string, string> => {
	const { Variables } = lambda(name).Environment as { Variables: Record<string, unknown> };
	return Object.fromEntries(Object.entries(Variables).map(([key, value]) => [key, readable(value)]));
};

describe("the functions", () => {
	it("are exactly four", () => {
		expect([...resources(synthesise(), "AWS::Lambda::Function").keys()].sort()).toEqual(
			FUNCTIONS.map((name) => `${name}Lambda`),
		);
	});

	it("are told where things are, and no more than they need", () => {
		const library = {
			LIBRARY_BUCKET: "<LibraryDocuments>",
			CATALOGUE_TABLE: "<LibraryCatalogue>",
			ENTRIES_TABLE: "<LibraryEntries>",
		};
		expect(environment("IngestFunction")).toEqual({
			...library,
			SUMMARISE_QUEUE_URL: "<SummariseQueue>",
			MAX_RECEIVE_COUNT: "5",
		});
		expect(environment("SummariseFunction")).toEqual({
			...library,
			MAX_RECEIVE_COUNT: "5",
			SUMMARY_LENGTH: "standard",
		});
		for (const name of ["FetchFunction", "SweepFunction"])
			expect(environment(name)).toEqual({
				...library,
				ARTICLES_BUCKET: "<InboxArticles>",
				INGEST_QUEUE_URL: "<InboxIngestQueue>",
				INGEST_DEAD_LETTERS_URL: "<InboxIngestDeadLetters>",
				SUMMARISE_QUEUE_URL: "<SummariseQueue>",
				SUMMARISE_DEAD_LETTERS_URL: "<SummariseDeadLetters>",
				UNDELIVERED_URL: "<InboxUndelivered>",
			});
	});

	it("share the account's concurrency, unless some of it is set aside for readers", () => {
		for (const name of FUNCTIONS) expect(lambda(name)).not.toHaveProperty("ReservedConcurrentExecutions");
		const reserved = { fetchReservedConcurrency: "20" };
		expect(lambda("FetchFunction", reserved)).toMatchObject({ ReservedConcurrentExecutions: 20 });
		expect(lambda("IngestFunction", reserved)).not.toHaveProperty("ReservedConcurrentExecutions");
	});
});

describe.each(FUNCTIONS)("%s", (name) => {
	it("runs on Node 24 on arm64, from one bundled module", () => {
		expect(lambda(name)).toMatchObject({
			Runtime: "nodejs24.x",
			Architectures: ["arm64"],
			Handler: "index.handler",
		});
	});

	it("has a role of its own", () => {
		expect(readable(lambda(name).Role)).toBe(`<${name}Role.Arn>`);
	});

	it("writes JSON lines to a log group of its own, kept as long as the deployer says", () => {
		const template = synthesise({ logRetentionDays: "90" });
		const { LoggingConfig } = properties(template, "AWS::Lambda::Function", `${name}Lambda`);
		expect(LoggingConfig).toMatchObject({ LogFormat: "JSON", SystemLogLevel: "INFO" });
		expect(readable((LoggingConfig as { LogGroup: unknown }).LogGroup)).toBe(`<${name}Logs>`);
		expect(properties(template, "AWS::Logs::LogGroup", `${name}Logs`)).toEqual({ RetentionInDays: 90 });
	});
});
