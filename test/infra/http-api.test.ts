import { describe, expect, it } from "vitest";
import { properties, readable, resources, synthesise } from "./template.ts";

const stage = (context: Record<string, unknown> = {}) =>
	properties(synthesise(context), "AWS::ApiGatewayV2::Stage", "ApiStage");

describe("the HTTP API", () => {
	it("reads summaries and articles, by query or by path, and signed requests only", () => {
		const routes = [...resources(synthesise(), "AWS::ApiGatewayV2::Route").values()];
		expect(routes.map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType])).toEqual([
			["$default", "AWS_IAM"],
			["ANY /summaries", "AWS_IAM"],
			["ANY /summaries/{key+}", "AWS_IAM"],
			["ANY /articles", "AWS_IAM"],
			["ANY /articles/{key+}", "AWS_IAM"],
		]);
	});

	it("hands every request to fetch in payload format 2.0", () => {
		const template = synthesise();
		const integrations = [...resources(template, "AWS::ApiGatewayV2::Integration").values()];
		expect(integrations).toHaveLength(1);
		expect(integrations[0]?.Properties).toMatchObject({
			IntegrationType: "AWS_PROXY",
			PayloadFormatVersion: "2.0",
		});
		expect(readable(integrations[0]?.Properties.IntegrationUri)).toBe("<FetchFunctionLambda.Arn>");
	});

	it("lets nobody but its own API call fetch", () => {
		const permissions = [...resources(synthesise(), "AWS::Lambda::Permission").values()];
		for (const { Properties } of permissions) {
			expect(Properties.Principal).toBe("apigateway.amazonaws.com");
			expect(readable(Properties.FunctionName)).toBe("<FetchFunctionLambda.Arn>");
		}
		const callers = permissions.map(({ Properties }) => JSON.stringify(Properties.SourceArn));
		for (const [index, path] of [
			"",
			"summaries",
			"summaries/{key+}",
			"articles",
			"articles/{key+}",
		].entries()) {
			expect(callers[index]).toMatch(/execute-api.+ApiHttpApi/);
			expect(callers[index]).toContain(path === "" ? '"/*/*"' : `"/*/*/${path}"`);
		}
		expect(callers).toHaveLength(5);
	});

	it("throttles as the deployer says", () => {
		expect(stage({ apiRateLimit: "20", apiBurstLimit: "40" }).DefaultRouteSettings).toEqual({
			ThrottlingRateLimit: 20,
			ThrottlingBurstLimit: 40,
		});
		expect(stage().DefaultRouteSettings).toEqual({ ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 });
	});

	it("logs each request as one line of JSON that no key or user agent can get into", () => {
		const template = synthesise({ logRetentionDays: "7" });
		const { DestinationArn, Format } = properties(template, "AWS::ApiGatewayV2::Stage", "ApiStage")
			.AccessLogSettings as { DestinationArn: unknown; Format: string };
		expect(readable(DestinationArn)).toBe("<ApiAccessLog.Arn>");
		expect(properties(template, "AWS::Logs::LogGroup", "ApiAccessLog")).toEqual({ RetentionInDays: 7 });
		const fields = Object.values(JSON.parse(Format) as Record<string, string>);
		expect(fields).toContain("$context.requestId");
		expect(fields).not.toContain("$context.path");
		expect(fields).not.toContain("$context.identity.userAgent");
	});

	it("sends no CORS headers", () => {
		expect(properties(synthesise(), "AWS::ApiGatewayV2::Api", "ApiHttpApi")).not.toHaveProperty(
			"CorsConfiguration",
		);
	});
});
