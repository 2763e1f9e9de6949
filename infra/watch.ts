/** What is watched: an alarm for each thing that somebody must see to, and one page to look at when it rings. */
import { Duration } from "aws-cdk-lib";
import {
	Alarm,
	AlarmStatusWidget,
	ComparisonOperator,
	Dashboard,
	GraphWidget,
	type IMetric,
	MathExpression,
	Metric,
	type MetricOptions,
	TextWidget,
	TreatMissingData,
} from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import { FilterPattern, type IFilterPattern, MetricFilter } from "aws-cdk-lib/aws-logs";
import { Topic } from "aws-cdk-lib/aws-sns";
import { EmailSubscription } from "aws-cdk-lib/aws-sns-subscriptions";
import type { Queue } from "aws-cdk-lib/aws-sqs";
import { Construct } from "constructs";
import type { Settings } from "./context.ts";
import type { HandlerFunction } from "./function.ts";
import type { WorkQueue } from "./work-queue.ts";

/** What there is to watch. */
export interface WatchProps extends Pick<Settings, "alarmEmail"> {
	readonly functions: Readonly<Record<"Ingest" | "Summarise" | "Fetch" | "Sweep", HandlerFunction>>;
	readonly queues: Readonly<Record<"Ingest" | "Summarise", WorkQueue>>;
	/** Upload events that EventBridge gave up on. */
	readonly undelivered: Queue;
	readonly apiId: string;
}

/** One alarm. It rings when the metric is above `above` in each of `periods`. */
interface Watched {
	readonly id: string;
	/** A sentence for whoever is woken by it. docs/operations.md says what to do, under the alarm's id. */
	readonly meaning: string;
	readonly metric: IMetric;
	readonly above: number;
	readonly periods?: number;
}

const FIVE_MINUTES: MetricOptions = { period: Duration.minutes(5) };
const EACH_HOUR: MetricOptions = { period: Duration.hours(1), statistic: "Sum" };

/** A backlog that a flood of uploads makes is worked off; one this old isn't. */
const OLD_SECONDS = 30 * 60;
/** Half of everything is not one upload. */
const MANY = 0.5;
/** One poisonous upload is tried each six minutes by ingest, each three by summarise. */
const TRIES_OF_ONE_UPLOAD = 2;
/** A reader whose call fails tries again. */
const MANY_CALLS = 5;

/** The share of a function's runs that fail; 0 while no more do than when one upload among few is poisonous. */
const failureRate = ({ lambda }: HandlerFunction): IMetric =>
	new MathExpression({
		expression: `IF(errors > ${TRIES_OF_ONE_UPLOAD}, errors / runs, 0)`,
		usingMetrics: {
			errors: lambda.metricErrors({ ...FIVE_MINUTES, statistic: "Sum" }),
			runs: lambda.metricInvocations({ ...FIVE_MINUTES, statistic: "Sum" }),
		},
		period: Duration.minutes(5),
	});

/** Alarms, the topic that they tell, and the dashboard. */
export class Watch extends Construct {
	private readonly props: WatchProps;

	constructor(scope: Construct, id: string, props: WatchProps) {
		super(scope, id);
		this.props = props;
		const topic = new Topic(this, "Alarms", { displayName: "Precis", enforceSSL: true });
		if (props.alarmEmail !== undefined) topic.addSubscription(new EmailSubscription(props.alarmEmail));
		const watched = [...this.lost(), ...this.stuck(), ...this.broken(), ...this.repaired()];
		const action = new SnsAction(topic);
		const alarms = watched.map(({ id, meaning, metric, above, periods = 1 }) => {
			const alarm = new Alarm(this, id, {
				alarmDescription: meaning,
				metric,
				threshold: above,
				comparisonOperator: ComparisonOperator.GREATER_THAN_THRESHOLD,
				evaluationPeriods: periods,
				treatMissingData: TreatMissingData.NOT_BREACHING,
			});
			alarm.addAlarmAction(action);
			alarm.addOkAction(action);
			return alarm;
		});
		this.dashboard(alarms);
	}

	/** What will not be tried again by itself. */
	private lost(): Watched[] {
		const { queues, undelivered } = this.props;
		const depth = (queue: {
			metricApproximateNumberOfMessagesVisible: Queue["metricApproximateNumberOfMessagesVisible"];
		}) =>
			queue.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: "Maximum" });
		return [
			{
				id: "IngestDeadLetters",
				meaning: "Uploads could not be read, five times each. They wait to be redriven.",
				metric: depth(queues.Ingest.deadLetters),
				above: 0,
			},
			{
				id: "SummariseDeadLetters",
				meaning: "Articles could not be summarised, five times each. They wait to be redriven.",
				metric: depth(queues.Summarise.deadLetters),
				above: 0,
			},
			{
				id: "Undelivered",
				meaning: "EventBridge could not hand upload events to the ingest queue for a day.",
				metric: depth(undelivered),
				above: 0,
			},
		];
	}

	/** What waits for too long. */
	private stuck(): Watched[] {
		const age = ({ queue }: WorkQueue) =>
			queue.metricApproximateAgeOfOldestMessage({ ...FIVE_MINUTES, statistic: "Maximum" });
		return [
			{
				id: "IngestBacklog",
				meaning: "An upload has been waiting to be read for half an hour.",
				metric: age(this.props.queues.Ingest),
				above: OLD_SECONDS,
				periods: 2,
			},
			{
				id: "SummariseBacklog",
				meaning: "An article has been waiting for its summary for half an hour.",
				metric: age(this.props.queues.Summarise),
				above: OLD_SECONDS,
				periods: 2,
			},
		];
	}

	/** What fails for all, not for one upload. */
	private broken(): Watched[] {
		const { Ingest, Summarise, Fetch, Sweep } = this.props.functions;
		return [
			{
				id: "IngestFailures",
				meaning: "Half of all tries to read an upload have failed for a quarter of an hour.",
				metric: failureRate(Ingest),
				above: MANY,
				periods: 3,
			},
			{
				id: "SummariseFailures",
				meaning: "Half of all tries to summarise an article have failed for a quarter of an hour.",
				metric: failureRate(Summarise),
				above: MANY,
				periods: 3,
			},
			{
				id: "ApiFaults",
				meaning:
					"The API has logged more than five errors of its own, or of what is behind it, in five minutes.",
				metric: this.logged("ApiFaults", Fetch, FilterPattern.stringValue("$.level", "=", "ERROR")).with({
					...FIVE_MINUTES,
					statistic: "Sum",
				}),
				above: MANY_CALLS,
			},
			{
				id: "FetchFailures",
				meaning:
					"The API's function has crashed, or had no memory or time, more than five times in five minutes.",
				metric: Fetch.lambda.metricErrors({ ...FIVE_MINUTES, statistic: "Sum" }),
				above: MANY_CALLS,
			},
			{
				id: "SweepFailures",
				meaning: "Sweep has failed: what it should have mended may still be broken.",
				metric: Sweep.lambda.metricErrors(EACH_HOUR),
				above: 0,
			},
		];
	}

	/** What was mended, and should not have had to be. */
	private repaired(): Watched[] {
		const swept = FilterPattern.stringValue("$.message", "=", "swept");
		const resent = this.logged("Resent", this.props.functions.Sweep, swept, "$.resent");
		return [
			{
				id: "StuckUploads",
				meaning: "Uploads had got stuck or lost their event, and sweep has sent them again.",
				metric: resent.with(EACH_HOUR),
				above: 0,
			},
		];
	}

	/** A metric of what a function logs: lines, or the number that a field of theirs holds. */
	private logged(
		name: string,
		{ logs }: HandlerFunction,
		filterPattern: IFilterPattern,
		metricValue = "1",
	): Metric {
		const metricNamespace = `Precis/${this.node.scope?.node.id ?? ""}`;
		const filter = new MetricFilter(this, `${name}Logged`, {
			logGroup: logs,
			filterPattern,
			metricNamespace,
			metricName: name,
			metricValue,
		});
		return filter.metric();
	}

	/** What rings; then from what comes in to what goes out. */
	private dashboard(alarms: readonly Alarm[]): void {
		const { functions, queues, undelivered, apiId } = this.props;
		const sum = { ...FIVE_MINUTES, statistic: "Sum" };
		const api = (metricName: string, statistic: string): Metric =>
			new Metric({
				namespace: "AWS/ApiGateway",
				metricName,
				dimensionsMap: { ApiId: apiId },
				...FIVE_MINUTES,
				statistic,
			});
		const graph = (title: string, left: IMetric[]) => new GraphWidget({ title, left, width: 8, height: 6 });
		const handlers = Object.entries(functions);
		const named = (label: string, metric: Metric): Metric => metric.with({ label });
		const board = new Dashboard(this, "Dashboard", { defaultInterval: Duration.hours(12) });
		board.addWidgets(
			new TextWidget({
				markdown:
					"**Precis.** Uploads wait, are read, wait, are summarised, are fetched. An alarm's id is a section of docs/operations.md.",
				width: 24,
				height: 1,
			}),
			new AlarmStatusWidget({ title: "Alarms", alarms: [...alarms], width: 24, height: 3 }),
		);
		board.addWidgets(
			graph("Messages waiting", [
				named("to be read", queues.Ingest.queue.metricApproximateNumberOfMessagesVisible(FIVE_MINUTES)),
				named(
					"to be summarised",
					queues.Summarise.queue.metricApproximateNumberOfMessagesVisible(FIVE_MINUTES),
				),
			]),
			graph("Oldest message, seconds", [
				named("to be read", queues.Ingest.queue.metricApproximateAgeOfOldestMessage(FIVE_MINUTES)),
				named("to be summarised", queues.Summarise.queue.metricApproximateAgeOfOldestMessage(FIVE_MINUTES)),
			]),
			graph("Dead letters", [
				named("not read", queues.Ingest.deadLetters.metricApproximateNumberOfMessagesVisible(FIVE_MINUTES)),
				named(
					"not summarised",
					queues.Summarise.deadLetters.metricApproximateNumberOfMessagesVisible(FIVE_MINUTES),
				),
				named("not delivered", undelivered.metricApproximateNumberOfMessagesVisible(FIVE_MINUTES)),
			]),
		);
		board.addWidgets(
			graph(
				"Runs",
				handlers.map(([name, { lambda }]) => named(name, lambda.metricInvocations(sum))),
			),
			graph(
				"Failed and throttled runs",
				handlers.flatMap(([name, { lambda }]) => [
					named(`${name} failed`, lambda.metricErrors(sum)),
					named(`${name} throttled`, lambda.metricThrottles(sum)),
				]),
			),
			graph(
				"Slowest run in a hundred, ms",
				handlers.map(([name, { lambda }]) =>
					named(name, lambda.metricDuration({ ...FIVE_MINUTES, statistic: "p99" })),
				),
			),
		);
		board.addWidgets(
			graph("API requests", [
				named("all", api("Count", "Sum")),
				named("refused (4xx)", api("4xx", "Sum")),
				named("failed (5xx)", api("5xx", "Sum")),
			]),
			graph("API latency, ms", [named("median", api("Latency", "p50")), named("99%", api("Latency", "p99"))]),
		);
	}
}
