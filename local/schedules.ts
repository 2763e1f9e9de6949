/** EventBridge's scheduled rules: functions that are started as often as the template says. */
import type { Outcome } from "./lambda/environment.ts";
import type { SchedulePlan } from "./template.ts";

const UNITS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/**
 * Milliseconds of `rate(1 hour)`. Throws an `Error` for what isn't a rate.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rate-expressions.html
 */
export const readRate = (expression: string): number => {
	const [, count = "", unit = ""] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? [];
	const period = Number(count) * (UNITS[unit] ?? 0);
	if (!period) throw new Error(`The embedded stack does not keep the schedule ${expression}`);
	return period;
};

/** Starts the schedules; each runs for the first time when its period has passed once. */
export const startSchedules = (
	schedules: readonly SchedulePlan[],
	invoke: (functionName: string, event: unknown) => Promise<Outcome>,
	onFailure: (sentence: string) => void,
): { stop(): void } => {
	const timers = schedules.map(({ expression, function: name, event }) =>
		setInterval(async () => {
			const outcome = await invoke(name, event);
			if (outcome.status === "failed") onFailure(`${name} failed (on schedule): ${outcome.message}`);
		}, readRate(expression)),
	);
	return { stop: () => timers.forEach(clearInterval) };
};
