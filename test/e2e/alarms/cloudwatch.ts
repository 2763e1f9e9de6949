/** What the template watches: its metric filters, and its alarms on what is emitted. */
import * as z from "zod";
import type { readAssembly } from "../../../local/assembly.ts";
import type { Resolver } from "../../../local/resolve.ts";
import {
	type Alarm,
	AlarmSchema,
	type Datapoint,
	hasRung,
	perPeriod,
	type Source,
} from "../../support/alarms.ts";

type Resources = ReturnType<typeof readAssembly>["template"]["Resources"];

/** The resources of one type. */
export const ofType = (resources: Resources, type: string) =>
	Object.entries(resources).filter(([, { Type }]) => Type === type);

/** Where what is emitted goes; `whose` is the queue's or the function's name. */
export type Emit = (namespace: string, metric: string, whose: string, datapoint: Datapoint) => void;

const FilterSchema = z.object({
	FilterPattern: z.string(),
	LogGroupName: z.unknown(),
	MetricTransformations: z.tuple([
		z.object({ MetricNamespace: z.string(), MetricName: z.string(), MetricValue: z.string() }),
	]),
});
const LoggingSchema = z.object({ LoggingConfig: z.object({ LogGroup: z.unknown() }) });

type Line = Readonly<Record<string, unknown>>;

const parseLine = (text: string): Line => {
	try {
		return JSON.parse(text) as Line;
	} catch {
		return {};
	}
};

/** `{ $.level = "ERROR" }`, the one kind of pattern that the template has. */
const compilePattern = (pattern: string): ((line: Line) => boolean) => {
	const [, field = "", value] = /^\{ \$\.(\w+) = "([^"]*)" \}$/.exec(pattern) ?? [];
	if (value === undefined) throw new Error(`No test knows the filter pattern ${pattern}`);
	return (line) => line[field] === value;
};

/** Emits what the metric filters make of a function's log. */
export const filterLog = (
	resources: Resources,
	{ value }: Resolver,
	functionId: string,
	log: string,
	emit: Emit,
): void => {
	const group = value(LoggingSchema.parse(resources[functionId]?.Properties).LoggingConfig.LogGroup);
	for (const [, { Properties }] of ofType(resources, "AWS::Logs::MetricFilter")) {
		const { FilterPattern, LogGroupName, MetricTransformations } = FilterSchema.parse(Properties);
		if (value(LogGroupName) !== group) continue;
		const [{ MetricNamespace, MetricName, MetricValue }] = MetricTransformations;
		for (const line of log.split("\n").map(parseLine).filter(compilePattern(FilterPattern))) {
			const amount = MetricValue.startsWith("$.") ? line[MetricValue.slice(2)] : MetricValue;
			emit(MetricNamespace, MetricName, "", { at: 0, value: Number(amount) });
		}
	}
};

/** Collects what is emitted, and says which alarms ring of it. */
export const openAlarms = (resources: Resources, { value }: Resolver) => {
	const emitted = new Map<string, Datapoint[]>();
	const alarms = ofType(resources, "AWS::CloudWatch::Alarm").map(([id, { Properties }]): [string, Alarm] => [
		id.replace(/^Watch|[0-9A-F]{8}$/g, ""),
		AlarmSchema.parse(Properties),
	]);
	const valuesOf = (source: Source) => {
		const whose = source.Dimensions.map((dimension) => value(dimension.Value)).join();
		const name = [source.Namespace, source.MetricName, whose].join(" ");
		return perPeriod(source, emitted.get(name) ?? []);
	};
	const emit: Emit = (namespace, metric, whose, datapoint) => {
		const name = [namespace, metric, whose].join(" ");
		emitted.set(name, [...(emitted.get(name) ?? []), datapoint]);
	};
	return {
		emit,
		ringing: (): string[] =>
			alarms
				.filter(([, alarm]) => hasRung(alarm, valuesOf))
				.map(([id]) => id)
				.toSorted(),
	};
};
