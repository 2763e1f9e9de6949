/** CloudWatch's arithmetic of alarms, as far as the template uses it. Anything else doesn't parse. */
import * as z from "zod";

const MetricSchema = z.object({
	Namespace: z.string(),
	MetricName: z.string(),
	Dimensions: z.array(z.object({ Name: z.string(), Value: z.unknown() })).default([]),
});
const StatisticSchema = z.enum(["Maximum", "Sum"]);

/** What an alarm looks at: a metric, and what is made of a period of it. */
const SourceSchema = z
	.object({ Metric: MetricSchema, Stat: StatisticSchema, Period: z.int() })
	.transform(({ Metric, ...rest }) => ({ ...Metric, ...rest }));
export type Source = z.infer<typeof SourceSchema>;

const ConditionSchema = z.object({
	Threshold: z.number(),
	ComparisonOperator: z.literal("GreaterThanThreshold"),
	EvaluationPeriods: z.int(),
	TreatMissingData: z.literal("notBreaching"),
	AlarmDescription: z.string(),
});

const PlainSchema = ConditionSchema.extend({
	...MetricSchema.shape,
	Statistic: StatisticSchema,
	Period: z.int(),
}).transform((alarm) => ({
	...alarm,
	expression: "value",
	sources: { value: { ...alarm, Stat: alarm.Statistic } },
}));

const MathSchema = ConditionSchema.extend({
	Metrics: z.tuple(
		[z.object({ Expression: z.string() })],
		z.object({ Id: z.string(), MetricStat: SourceSchema, ReturnData: z.literal(false) }),
	),
}).transform(({ Metrics: [{ Expression }, ...metrics], ...condition }) => ({
	...condition,
	expression: Expression,
	sources: Object.fromEntries(metrics.map(({ Id, MetricStat }) => [Id, MetricStat])) as Record<
		string,
		Source
	>,
}));

/** An alarm's properties, as an expression over its sources. */
export const AlarmSchema = z.union([PlainSchema, MathSchema]);
export type Alarm = z.infer<typeof AlarmSchema>;

/** What was emitted, and when, in seconds. */
export interface Datapoint {
	readonly at: number;
	readonly value: number;
}

/** One value a period; nothing where nothing was emitted. */
export const perPeriod = (
	{ Period, Stat }: Source,
	datapoints: readonly Datapoint[],
): (number | undefined)[] => {
	const periods: (number | undefined)[] = [];
	for (const { at, value } of datapoints) {
		const period = Math.floor(at / Period);
		const former = periods[period];
		periods[period] =
			former === undefined ? value : Stat === "Sum" ? former + value : Math.max(former, value);
	}
	return Array.from(periods);
};

const IF = (condition: boolean, yes: number, no: number): number => (condition ? yes : no);

/** Carries out an expression of metric math; of numbers, and `IF`. */
const evaluate = (expression: string, values: Readonly<Record<string, number>>): number =>
	new Function("IF", ...Object.keys(values), `return ${expression};`)(IF, ...Object.values(values));

/** Whether it has rung: it does when each of so many periods in a row breaches, and a missing one doesn't. */
export const hasRung = (
	{ EvaluationPeriods, Threshold, expression, sources }: Alarm,
	valuesOf: (source: Source) => readonly (number | undefined)[],
): boolean => {
	const series = Object.entries(sources).map(([id, source]) => [id, valuesOf(source)] as const);
	const length = Math.max(...series.map(([, values]) => values.length));
	let breaching = 0;
	for (let period = 0; period < length; period++) {
		const values = series.map(([id, all]): [string, number | undefined] => [id, all[period]]);
		const known = values.filter((entry): entry is [string, number] => entry[1] !== undefined);
		const isBreaching =
			known.length === values.length && evaluate(expression, Object.fromEntries(known)) > Threshold;
		breaching = isBreaching ? breaching + 1 : 0;
		if (breaching === EvaluationPeriods) return true;
	}
	return false;
};
