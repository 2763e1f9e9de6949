import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks } from "cdk-nag";
import { describe, expect, it } from "vitest";
import { makeStack, readable, synthesise } from "./template.ts";

describe("the stack", () => {
	it("needs no account, region or custom resource", () => {
		const stack = makeStack();
		expect(stack.environment).toBe("aws://unknown-account/unknown-region");
		const types = new Set(
			Object.values<{ Type: string }>(Template.fromStack(stack).toJSON().Resources).map(({ Type }) => Type),
		);
		expect([...types].filter((type) => /^Custom::|CustomResource/.test(type))).toEqual([]);
	});

	it("tells a person where everything is, and nothing else", () => {
		const outputs = Object.entries<{ Value: unknown; Description?: string }>(synthesise().toJSON().Outputs);
		expect(Object.fromEntries(outputs.map(([name, { Value }]) => [name, readable(Value)]))).toEqual({
			ApiUrl: "https://<ApiHttpApi>.execute-api.<AWS::Region>.<AWS::URLSuffix>/",
			ArticlesBucketName: "<InboxArticles>",
			LibraryBucketName: "<LibraryDocuments>",
			CatalogueTableName: "<LibraryCatalogue>",
			EntriesTableName: "<LibraryEntries>",
			IngestQueueUrl: "<InboxIngestQueue>",
			IngestDeadLettersUrl: "<InboxIngestDeadLetters>",
			SummariseQueueUrl: "<SummariseQueue>",
			SummariseDeadLettersUrl: "<SummariseDeadLetters>",
			UndeliveredEventsUrl: "<InboxUndelivered>",
			SweepFunctionName: "<SweepFunctionLambda>",
		});
		for (const [name, { Description }] of outputs) expect(Description, name).toBeTruthy();
	});

	it("exports nothing to other stacks", () => {
		expect(JSON.stringify(synthesise().toJSON().Outputs)).not.toContain('"Export"');
	});

	it("is the same whenever it is synthesised", () => {
		expect(Template.fromStack(makeStack()).toJSON()).toEqual(synthesise().toJSON());
	});

	it.each([
		["as it is", {}],
		["with a bucket that exists", { existingArticlesBucketName: "the-newsroom" }],
		["when it may be destroyed", { removalPolicy: "destroy" }],
		[
			"for pages with tokens",
			{ jwtIssuer: "https://id.example", jwtAudience: "web", corsOrigins: "https://app.example" },
		],
	])("has no finding of AWS's best practices that is not acknowledged with a reason, %s", (_, context) => {
		const stack = makeStack(context);
		Template.fromStack(stack);
		expect(new AwsSolutionsChecks(stack).validateScope(stack).violations).toEqual([]);
	});
});
