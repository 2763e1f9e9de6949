/** The way out: an HTTP API before the fetch function, signed requests only, throttled and logged. */
import { Stack } from "aws-cdk-lib";
import { AccessLogFormat } from "aws-cdk-lib/aws-apigateway";
import { HttpApi, HttpMethod, HttpStage, LogGroupLogDestination } from "aws-cdk-lib/aws-apigatewayv2";
import { HttpIamAuthorizer } from "aws-cdk-lib/aws-apigatewayv2-authorizers";
import { HttpLambdaIntegration } from "aws-cdk-lib/aws-apigatewayv2-integrations";
import type { IFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { Settings } from "./context.ts";

/** The API's part of the settings, and the function that answers. */
export interface SummariesApiProps
	extends Pick<Settings, "apiRateLimit" | "apiBurstLimit" | "logRetentionDays" | "removalPolicy"> {
	readonly handler: IFunction;
}

/**
 * `?key=` takes any key; the path is the convenience for keys that look like one. Every method and every other
 * path go to the function too: HEAD is GET without a body, and what is wrong with the rest is for it to say.
 */
const ROUTES = ["/summaries", "/summaries/{key+}", "/articles", "/articles/{key+}"];

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
	route: "$context.routeKey",
	status: "$context.status",
	responseBytes: "$context.responseLength",
	latencyMs: "$context.responseLatency",
	integrationStatus: "$context.integrationStatus",
	integrationLatencyMs: "$context.integrationLatency",
	error: "$context.error.message",
};

/** Reads only. No CORS: requests are signed with AWS credentials, which do not belong in a web page. */
export class SummariesApi extends Construct {
	readonly url: string;

	constructor(scope: Construct, id: string, props: SummariesApiProps) {
		super(scope, id);
		const integration = new HttpLambdaIntegration("Fetch", props.handler);
		const api = new HttpApi(this, "HttpApi", {
			apiName: Stack.of(this).stackName,
			description: "Precis: summaries by the key that was uploaded",
			createDefaultStage: false,
			defaultAuthorizer: new HttpIamAuthorizer(),
			defaultIntegration: integration,
		});
		for (const path of ROUTES) api.addRoutes({ path, methods: [HttpMethod.ANY], integration });

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
		this.url = stage.url;
	}
}
