/** Faults as a table: where they were injected, and how often each. */
import { CALL_FAULTS, EVENT_FAULTS, POLLER_FAULTS } from "./faults.ts";
import type { Injected } from "./injector.ts";
import type { Place } from "./positions.ts";

const CLASSES: Readonly<Record<Place["kind"], readonly string[]>> = {
	call: Object.keys(CALL_FAULTS),
	poller: POLLER_FAULTS,
	event: Object.keys(EVENT_FAULTS),
};

const kindOf = (position: string): Place["kind"] => {
	if (position.startsWith("events")) return "event";
	return /(Receive|Delete)Message$/.test(position) ? "poller" : "call";
};

const countFaults = (faults: readonly Injected[]): Map<string, Map<string, number>> => {
	const counts = new Map<string, Map<string, number>>();
	for (const { position, fault } of faults) {
		const row = counts.get(position) ?? new Map<string, number>();
		counts.set(position, row.set(fault, (row.get(fault) ?? 0) + 1));
	}
	return new Map([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
};

/** How often the rarest fault was injected at the position that had fewest of it, among those that were reached. */
export const fewest = (faults: readonly Injected[], positions: readonly string[]): number => {
	const counts = countFaults(faults);
	return Math.min(
		...positions.flatMap((position) =>
			CLASSES[kindOf(position)].map((fault) => counts.get(position)?.get(fault) ?? 0),
		),
	);
};

/** Markdown tables, one for each kind of position: a row for each position, a column for each fault that can meet it, their sums last. */
export const tableOf = (faults: readonly Injected[]): string => {
	const counts = countFaults(faults);
	return (["call", "poller", "event"] as const)
		.map((kind) => {
			const names = CLASSES[kind];
			const rows = [...counts].filter(([position]) => kindOf(position) === kind);
			const all = names.map((name) => rows.reduce((sum, [, row]) => sum + (row.get(name) ?? 0), 0));
			return [
				`| ${kind} | ${names.join(" | ")} |`,
				`|---|${names.map(() => "---").join("|")}|`,
				...rows.map(
					([position, row]) => `| ${position} | ${names.map((name) => row.get(name) ?? 0).join(" | ")} |`,
				),
				`| all of them | ${all.join(" | ")} |`,
			].join("\n");
		})
		.join("\n\n");
};
