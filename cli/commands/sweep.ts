import type { Command } from "commander";
import * as z from "zod";
import { openProgress } from "../../terminal/progress.ts";
import { type MaintainOptions, maintainCommand, openMaintenance } from "../maintain.ts";
import { printJson, printTable } from "../table.ts";

const ReportSchema = z.object({ done: z.boolean(), counts: z.record(z.string(), z.number()) });

/** A run's answer is waited for: short ones, and as many as it takes. */
const SECONDS = 60;

/** What the counts mean, in the order in which they are told. */
const MEANINGS: Readonly<Record<string, string>> = {
	looked: "looked at",
	resent: "sent to ingest again",
	restored: "rows restored from the library",
	buried: "rows whose upload is gone",
	collected: "documents removed that no row points at",
	unlisted: "entries of lists removed that no row bears out",
};

const sweep = async (
	{ rebuild, ...options }: MaintainOptions & { rebuild?: boolean },
	signal: AbortSignal,
): Promise<void> => {
	const tell = await openMaintenance(options, signal);
	const progress = openProgress();
	const counts: Record<string, number> = {};
	try {
		for (let done = false, operation = rebuild ? "rebuild" : "sweep"; !done; operation = "sweep") {
			if (process.stderr.isTTY) progress.step(`Looked at ${counts.looked ?? 0} so far`);
			const report = ReportSchema.parse(await tell({ operation, seconds: SECONDS }));
			for (const [name, count] of Object.entries(report.counts)) counts[name] = (counts[name] ?? 0) + count;
			done = report.done;
		}
	} finally {
		progress.end();
	}
	if (options.json) return printJson(counts);
	printTable(
		[{ name: "COUNT" }, { name: "" }],
		Object.entries(MEANINGS).map(([name, meaning]) => [String(counts[name] ?? 0), meaning]),
	);
};

/** `precis sweep` */
export const sweepCommand = (signal: AbortSignal): Command =>
	maintainCommand("sweep", "mend what events alone don't: lost uploads, missing documents, what a crash left")
		.option("--rebuild", "take every upload for settled: brings a lost catalogue back")
		.action((options: MaintainOptions & { rebuild?: boolean }) => sweep(options, signal));
