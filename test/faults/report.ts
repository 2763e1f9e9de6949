/** Faults as a table: where they were injected, and how often each. */
import type { Injected } from "./injector.ts";

/** A Markdown table: a row for each position, a column for each fault that met it. */
export const tableOf = (faults: readonly Injected[]): string => {
	const counts = new Map<string, Map<string, number>>();
	const columns = new Set<string>();
	for (const { position, fault } of faults) {
		columns.add(fault);
		const row = counts.get(position) ?? new Map<string, number>();
		row.set(fault, (row.get(fault) ?? 0) + 1);
		counts.set(position, row);
	}
	const names = [...columns].sort();
	const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1));
	return [
		`| call | ${names.join(" | ")} |`,
		`|---|${names.map(() => "---").join("|")}|`,
		...rows.map(
			([position, row]) => `| ${position} | ${names.map((name) => row.get(name) ?? "").join(" | ")} |`,
		),
	].join("\n");
};
