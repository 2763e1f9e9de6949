import { describe, expect, it } from "vitest";
import { properties, readable, resources, synthesise } from "./template.ts";

const stage = (context: Record<string, unknown> = {}) =>
	properties(synthesise(context), "AWS::ApiGatewayV2::Stage", "ApiStage");

describe("the HTTP API", () => {
	const READ = [
		"$default",
		"GET /summaries",
		"GET /summaries/{key+}",
		"GET /articles",
		"GET /articles/{key+}",
		"GET /feeds/{feed+}",
		"GET /status",
	];
	const WRITE = [
		"POST /uploads",
		"DELETE /articles",
		"DELETE /articles/{key+}",
		"DELETE /summaries",
		"DELETE /summaries/{key+}",
	];
	const routes = (context: Record<string, unknown> = {}) =>
		[...resources(synthesise(context), "AWS::ApiGatewayV2::Route").values()].map(
			({ Properties }) => Properties,
		);

	it("takes signed requests only, by query or by path", () => {
		expect(routes().map(({ RouteKey, AuthorizationType }) => [RouteKey, AuthorizationType])).toEqual(
			[...READ, ...WRITE].map((route) => [route, "AWS_IAM"]),
		);
	});

	it("takes an issuer's tokens instead, each route with its scope", () => {
		const context = {
			jwtIssuer: "https://id.example",
			jwtAudience: "web,cli",
			jwtWriteScope: "precis/write",
		};
		const authorizers = [...resources(synthesise(context), "AWS::ApiGatewayV2::Authorizer").values()];
		expect(authorizers.map(({ Properties }) => Properties)).toMatchObject([
			{
				AuthorizerType: "JWT",
				JwtConfiguration: { Issuer: "https://id.example", Audience: ["web", "cli"] },
			},
		]);
		expect(
			routes(context).map((route) => [route.RouteKey, route.AuthorizationType, route.AuthorizationScopes]),
		).toEqual([
			...READ.map((route) => [route, "JWT", ["read"]]),
			...WRITE.map((route) => [route, "JWT", ["precis/write"]]),
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
		const permissions = [...resources(synthesise(), "AWS::Lambda::Permission").values()].filter(
			({ Properties }) => readable(Properties.FunctionName) === "<FetchFunctionLambda.Arn>",
		);
		for (const { Properties } of permissions) expect(Properties.Principal).toBe("apigateway.amazonaws.com");
		const callers = permissions.map(({ Properties }) => JSON.stringify(Properties.SourceArn));
		for (const caller of callers) expect(caller).toMatch(/execute-api.+ApiHttpApi/);
		expect(callers).toHaveLength(READ.length + WRITE.length);
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

	it("lets pages of the configured origins call, and answers their preflights without credentials", () => {
		const context = { corsOrigins: "https://app.example" };
		expect(properties(synthesise(context), "AWS::ApiGatewayV2::Api", "ApiHttpApi")).toMatchObject({
			CorsConfiguration: { AllowOrigins: ["https://app.example"] },
		});
		expect(routes(context).at(-1)).toMatchObject({
			RouteKey: "OPTIONS /{any+}",
			AuthorizationType: "NONE",
		});
	});

	it("sends no CORS headers by default", () => {
		expect(properties(synthesise(), "AWS::ApiGatewayV2::Api", "ApiHttpApi")).not.toHaveProperty(
			"CorsConfiguration",
		);
	});
});
