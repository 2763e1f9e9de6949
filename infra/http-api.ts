/** The way out: an HTTP API before the fetch function, authorised, throttled and logged. */
import { Duration, Stack, Validations } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import {
	CorsHttpMethod,
	type CorsPreflightOptions,
	HttpApi,
	HttpMethod,
	HttpNoneAuthorizer,
	HttpStage,
	type IHttpRouteAuthorizer,
	LogGroupLogDestination,
} from "aws-cdk-lib/aws-apigatewayv2";
import { HttpIamAuthorizer, HttpJwtAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Settings } from "./context.ts";

/** The API's part of the settings, and the function that answers. */
export interface SummariesApiProps
	extends Pick<
		Settings,
		| "apiRateLimit"
		| "apiBurstLimit"
		| "corsOrigins"
		| "jwtAudience"
		| "jwtIssuer"
		| "jwtReadScope"
		| "jwtWriteScope"
		| "logRetentionDays"
		| "removalPolicy"
	> {
	readonly handler: IFunction;
}

/**
 * `?key=` takes any key; the path is the convenience for keys that look like one. What else is asked goes to the
 * function too, by `$default`: HEAD is GET without a body, and what is wrong with the rest is for it to say. These
 * stand here to be told apart in the access log.
 */
const READ = [
	"/summaries",
	"/summaries/{key+}",
	"/articles",
	"/articles/{key+}",
	"/feeds/{feed+}",
	"/status",
].map((path) => ({ path, method: HttpMethod.GET }));

/** What changes something. `$default` reads, so nothing that writes may be left out. */
const WRITE = [
	{ path: "/uploads", method: HttpMethod.POST },
	...["/articles", "/articles/{key+}", "/summaries", "/summaries/{key+}"].map((path) => ({
		path,
		method: HttpMethod.DELETE,
	})),
];

/**
 * One line of JSON a request. The route rather than the path, and no user agent: what a client chooses freely
 * is not escaped here and could forge fields, and keys are nobody's business in a log.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
 */
const ACCESS_LOG = {
	requestId: "$context.requestId",
	requestTime: "$context.requestTime",
	sourceIp: "$context.identity.sourceIp",
	caller: "$context.identity.userArn",
	subject: "$context.authorizer.claims.sub",
	route: "$context.routeKey",
	status: "$context.status",
	responseBytes: "$context.responseLength",
	latencyMs: "$context.responseLatency",
	integrationStatus: "$context.integrationStatus",
	integrationLatencyMs: "$context.integrationLatency",
	error: "$context.error.message",
};

/** Who may: signed requests of IAM, or an issuer's tokens with the route's scope. */
const authorizer = ({ jwtIssuer, jwtAudience }: SummariesApiProps): IHttpRouteAuthorizer =>
	jwtIssuer !== undefined && jwtAudience !== undefined
		? new HttpJwtAuthorizer("Jwt", jwtIssuer, { jwtAudience })
		: new HttpIamAuthorizer();

/** Pages of these origins may call with a token; signatures and cookies don't belong in a web page. */
const cors = (origins: string[]): CorsPreflightOptions => ({
	allowOrigins: origins,
	allowMethods: [CorsHttpMethod.GET, CorsHttpMethod.HEAD, CorsHttpMethod.POST, CorsHttpMethod.DELETE],
	allowHeaders: ["accept", "authorization", "content-type", "if-none-match"],
	exposeHeaders: ["etag", "link", "location", "retry-after"],
	maxAge: Duration.hours(1),
});

/** The API and its one function. */
export class SummariesApi extends Construct {
	readonly id: string;
	readonly url: string;

	constructor(scope: Construct, id: string, props: SummariesApiProps) {
		super(scope, id);
		const integration = new HttpLambdaIntegration("Fetch", props.handler);
		const isJwt = props.jwtIssuer !== undefined;
		const readScopes = isJwt ? [props.jwtReadScope] : [];
		const writeScopes = isJwt ? [props.jwtWriteScope] : [];
		const api = new HttpApi(this, "HttpApi", {
			apiName: Stack.of(this).stackName,
			description: "Precis: summaries by the key that was uploaded",
			createDefaultStage: false,
			defaultAuthorizer: authorizer(props),
			defaultAuthorizationScopes: readScopes,
			defaultIntegration: integration,
			...(props.corsOrigins && { corsPreflight: cors(props.corsOrigins) }),
		});
		for (const { path, method } of READ) api.addRoutes({ path, methods: [method], integration });
		for (const { path, method } of WRITE)
			api.addRoutes({ path, methods: [method], integration, authorizationScopes: writeScopes });
		if (props.corsOrigins) {
			const preflights = api.addRoutes({
				path: "/{any+}",
				methods: [HttpMethod.OPTIONS],
				integration,
				authorizer: new HttpNoneAuthorizer(),
				authorizationScopes: [],
			});
			for (const route of preflights)
				Validations.of(route).acknowledge({
					id: "AwsSolutions-APIG4",
					reason:
						"Preflights carry no credentials, and $default would ask for some. OPTIONS answers nothing else.",
				});
		}

		const stage = new HttpStage(this, "Stage", {
			httpApi: api,
			autoDeploy: true,
			throttle: { rateLimit: props.apiRateLimit, burstLimit: props.apiBurstLimit },
			accessLogSettings: {
				destination: new LogGroupLogDestination(
					new LogGroup(this, "AccessLog", {
						retention: props.logRetentionDays,
						removalPolicy: props.removalPolicy,
					}),
				),
				format: AccessLogFormat.custom(JSON.stringify(ACCESS_LOG)),
			},
		});
		this.id = api.apiId;
		this.url = stage.url;
	}
}
