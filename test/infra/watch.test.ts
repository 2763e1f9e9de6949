import { readFileSync } from "node:fs";
import type { Template } from "aws-cdk-lib/assertions";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { type Alarm, AlarmSchema, hasRung, type Source } from "../support/alarms.ts";
import { properties, readable, resources, synthesise } from "./template.ts";

let template: Template;
beforeAll(() => {
	template = synthesise();
});

const alarms = (): Map<string, Alarm> =>
	new Map(
		[...resources(template, "AWS::CloudWatch::Alarm")].map(([id, { Properties }]) => [
			id.replace(/^Watch/, ""),
			AlarmSchema.parse(Properties),
		]),
	);

/** What the parts emit, one value a period, by the metric's name and whose it is. */
type Emitted = Readonly<Record<string, readonly number[]>>;

const sourceOf = ({ MetricName, Dimensions }: Source): string =>
	[MetricName, ...Dimensions.map(({ Value }) => readable(Value))].join(" of ");

const ringing = (emitted: Emitted): string[] =>
	[...alarms()]
		.filter(([, alarm]) => hasRung(alarm, (source) => emitted[sourceOf(source)] ?? []))
		.map(([id]) => id);

/** Runs in each of some periods, so many of which failed. */
const runs = (name: string, errors: readonly number[], all: number): Emitted => ({
	[`Errors of <${name}FunctionLambda>`]: errors,
	[`Invocations of <${name}FunctionLambda>`]: errors.map(() => all),
});

const VISIBLE = "ApproximateNumberOfMessagesVisible";
const AGE = "ApproximateAgeOfOldestMessage";

const operations = readFileSync(new URL("../../docs/operations.md", import.meta.url), "utf8");
/** What is said of each alarm, by its id. */
const sections = new Map(
	(/^## Alarms$.*?(?=^## )/ms.exec(operations)?.[0] ?? "")
		.split(/^### /m)
		.slice(1)
		.map((section): [string, string] => [section.split("\n", 1)[0] ?? "", section]),
);

describe("alarms", () => {
	it.each<[fault: string, emitted: Emitted, rings: string[]]>([
		["nothing", {}, []],
		[
			"an upload that kills ingest each time",
			{ [`${VISIBLE} of <InboxIngestDeadLetters.QueueName>`]: [1] },
			["IngestDeadLetters"],
		],
		[
			"an article that kills summarise each time",
			{ [`${VISIBLE} of <SummariseDeadLetters.QueueName>`]: [1] },
			["SummariseDeadLetters"],
		],
		[
			"events that the queue refuses for a day",
			{ [`${VISIBLE} of <InboxUndelivered.QueueName>`]: [3] },
			["Undelivered"],
		],
		[
			"an ingest that never starts",
			{ [`${AGE} of <InboxIngestQueue.QueueName>`]: [1900, 2200] },
			["IngestBacklog"],
		],
		[
			"a summarise that never starts",
			{ [`${AGE} of <SummariseQueue.QueueName>`]: [1900, 2200] },
			["SummariseBacklog"],
		],
		["a flood that is worked off", { [`${AGE} of <InboxIngestQueue.QueueName>`]: [900, 1900, 600] }, []],
		[
			"storage that refuses everything",
			{ ...runs("Ingest", [9, 5, 5], 9), ...runs("Summarise", [3, 3, 3], 4) },
			["IngestFailures", "SummariseFailures"],
		],
		["one upload among many that fails", runs("Ingest", [1, 1, 1], 9), []],
		["one upload that fails and is alone", runs("Summarise", [2, 2, 2], 2), []],
		["a catalogue that readers can't read", { ApiFaults: [12] }, ["ApiFaults"]],
		["an API that crashes", { "Errors of <FetchFunctionLambda>": [9] }, ["FetchFailures"]],
		["events that were dropped, functions killed on their way", { Resent: [2] }, ["StuckUploads"]],
		["damage that sweep can't mend", { "Errors of <SweepFunctionLambda>": [1] }, ["SweepFailures"]],
	])("ring for %s", (_, emitted, rings) => {
		expect(ringing(emitted).sort()).toEqual([...rings].sort());
	});

	it("watch what there is", () => {
		// A name that nothing emits under would never ring.
		const sources = [...alarms().values()].flatMap(({ sources }) => Object.values(sources).map(sourceOf));
		const queues = [...resources(template, "AWS::SQS::Queue").keys()].map((id) => `<${id}.QueueName>`);
		const functions = [...resources(template, "AWS::Lambda::Function").keys()].map((id) => `<${id}>`);
		const filters = [...resources(template, "AWS::Logs::MetricFilter").values()].flatMap(({ Properties }) =>
			z
				.array(z.object({ MetricName: z.string() }))
				.parse(Properties.MetricTransformations)
				.map(({ MetricName }) => MetricName),
		);
		for (const source of sources) {
			const [name = "", whose] = source.split(" of ");
			expect(whose === undefined ? filters : [...queues, ...functions]).toContain(whose ?? name);
		}
	});

	it("are explained in docs/operations.md, each under its id with a command that helps", () => {
		// One that is said there, of the project, or of the AWS CLI.
		const command = /(?:`|^)(?:errors|maintain|npm run|npx|aws) .+/m;
		expect([...sections.keys()].sort()).toEqual([...alarms().keys()].sort());
		for (const [id, section] of sections) expect(section, id).toMatch(command);
	});

	it("have commands about what there is", () => {
		const all = Object.entries(synthesise().toJSON().Resources as Record<string, { Type: string }>);
		const named = [...operations.matchAll(/\$\(name (\S+) (\w+)\)/g)].map(([, type, id]) => [type, id]);
		const read = [...operations.matchAll(/(?:^|`)errors (\w+)/gm)].map(([, who]) => [
			"Logs::LogGroup",
			`${who}Function`,
		]);
		expect(named.length * read.length).toBeGreaterThan(0);
		for (const [type, id = ""] of [...named, ...read]) {
			const found = all.filter(([one, { Type }]) => Type === `AWS::${type}` && one.startsWith(id));
			expect(found, `${type} ${id}`).toHaveLength(1);
		}
		// More than CloudFormation tells at once.
		expect(all.length).toBeLessThan(100);
	});

	it("mail nobody, unless told whom", () => {
		expect(resources(template, "AWS::SNS::Subscription").size).toBe(0);
		const mailed = synthesise({ alarmEmail: "desk@example.com" });
		expect([...resources(mailed, "AWS::SNS::Subscription").values()][0]?.Properties).toMatchObject({
			Protocol: "email",
			Endpoint: "desk@example.com",
		});
	});
});

describe("the dashboard", () => {
	const [{ DashboardBody } = { DashboardBody: "" }] = [
		...resources(synthesise(), "AWS::CloudWatch::Dashboard").values(),
	].map(({ Properties }) => Properties as { DashboardBody: unknown });
	const body = JSON.stringify(DashboardBody);

	it("shows whether each alarm rings", () => {
		expect(body).toContain("alarms");
		for (const id of alarms().keys()) expect(body).toMatch(new RegExp(`"Watch${id}[0-9A-F]{8}","Arn"`));
	});

	it("has a sentence for whoever sees it first, and a title over each graph", () => {
		expect(body).toContain("docs/operations.md");
		const titles = [...body.matchAll(/title\\":\\"([^"\\]+)/g)].map(([, title]) => title);
		expect(titles).toEqual([
			"Alarms",
			"Messages waiting",
			"Oldest message, seconds",
			"Dead letters",
			"Runs",
			"Failed and throttled runs",
			"Slowest run in a hundred, ms",
			"API requests",
			"API latency, ms",
		]);
	});
});

describe("what functions log is counted", () => {
	it("by fields that they do log", () => {
		const pattern = (id: string) => properties(template, "AWS::Logs::MetricFilter", id).FilterPattern;
		expect(pattern("WatchResentLogged")).toBe('{ $.message = "swept" }');
		expect(pattern("WatchApiFaultsLogged")).toBe('{ $.level = "ERROR" }');
	});
});

it("traces all functions", () => {
	for (const { Properties } of resources(template, "AWS::Lambda::Function").values())
		expect(Properties.TracingConfig).toEqual({ Mode: "Active" });
});
