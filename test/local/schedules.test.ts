import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readRate, startSchedules } from "../../local/schedules.ts";

beforeEach(() => {
	vi.useFakeTimers();
});
afterEach(() => {
	vi.useRealTimers();
});

it.each([
	["rate(1 hour)", 3_600_000],
	["rate(5 minutes)", 300_000],
	["rate(2 days)", 172_800_000],
])("%s is a period", (expression, period) => {
	expect(readRate(expression)).toBe(period);
});

it.each(["rate(0 hours)", "rate(1 week)", "cron(0 12 * * ? *)", ""])("%j is no rate", (expression) => {
	expect(() => readRate(expression)).toThrow("does not keep the schedule");
});

it("tells the function its event as often as the template says, until it is stopped", async () => {
	const told: unknown[] = [];
	const invoke = async (name: string, event: unknown) => {
		told.push([name, event]);
		return { status: "done", payload: "null" } as const;
	};
	const plan = { expression: "rate(1 hour)", function: "sweep", event: { operation: "sweep" } };
	const { stop } = startSchedules([plan], invoke, () => {});
	await vi.advanceTimersByTimeAsync(3_599_999);
	expect(told).toEqual([]);
	await vi.advanceTimersByTimeAsync(3_600_001);
	expect(told).toEqual(Array(2).fill(["sweep", { operation: "sweep" }]));
	stop();
	await vi.advanceTimersByTimeAsync(7_200_000);
	expect(told).toHaveLength(2);
});

it("says so when the function fails", async () => {
	const said: string[] = [];
	const invoke = async () => ({ status: "failed", errorType: "Error", message: "It broke." }) as const;
	const plan = { expression: "rate(1 minute)", function: "sweep", event: {} };
	const { stop } = startSchedules([plan], invoke, (sentence) => said.push(sentence));
	await vi.advanceTimersByTimeAsync(60_000);
	stop();
	expect(said).toEqual(["sweep failed (on schedule): It broke."]);
});
