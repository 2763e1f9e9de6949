import { type Command, Option } from "commander";
import * as z from "zod";
import { type MaintainOptions, maintainCommand, openMaintenance } from "../maintain.ts";
import { printJson, printTable } from "../table.ts";

const ReportSchema = z.object({
	dryRun: z.boolean(),
	done: z.boolean(),
	codes: z.record(z.string(), z.number()),
	keys: z.array(z.string()),
	letters: z.object({ removed: z.number(), sentHome: z.number(), kept: z.number() }),
});

/** A run's answer is waited for, and connections are cut after five minutes of silence. */
const SECONDS = 240;

/** What rows say that failed all their tries. */
const CODES = ["ingest-failed", "summarise-failed", "lost"];

interface RedriveOptions extends MaintainOptions {
	readonly code?: readonly string[];
	readonly dryRun?: boolean;
}

const redrive = async (
	{ code: codes, dryRun = false, ...options }: RedriveOptions,
	signal: AbortSignal,
): Promise<void> => {
	const tell = await openMaintenance(options, signal);
	const event = { operation: "redrive", seconds: SECONDS, dryRun, ...(codes && { codes }) };
	const report = ReportSchema.parse(await tell(event));
	if (options.json) return printJson(report);
	const { letters } = report;
	const counts = Object.entries(report.codes).map(([code, count]) => [String(count), code]);
	if (counts.length > 0) printTable([{ name: "UPLOADS" }, { name: "CODE" }], counts);
	else process.stdout.write("There are no failed uploads to give again.\n");
	const would = dryRun ? "would be " : "";
	process.stdout.write(
		`\nDead letters: ${letters.removed} ${would}removed, ${letters.sentHome} ${would}sent to their queue again, ${letters.kept} ${would}kept.\n`,
	);
	if (!report.done) process.stdout.write("There are more: do it again.\n");
};

/** `precis redrive` */
export const redriveCommand = (signal: AbortSignal): Command =>
	maintainCommand("redrive", "give uploads that failed all their tries again, and remove their dead letters")
		.addOption(new Option("--code <code...>", "only those that failed with this code").choices(CODES))
		.option("--dry-run", "tell what would be done, and do nothing")
		.action((options: RedriveOptions) => redrive(options, signal));
