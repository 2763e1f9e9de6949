import type { Command } from "commander";
import * as z from "zod";
import { openProgress } from "../../terminal/progress.ts";
import { UsageError } from "../../terminal/usage.ts";
import { type MaintainOptions, maintainCommand, openMaintenance } from "../maintain.ts";
import { printJson } from "../table.ts";

const ReportSchema = z.object({ looked: z.number(), sent: z.number(), after: z.string().optional() });

/** A run's answer is waited for: short ones, and as many as it takes. */
const SECONDS = 60;

const renew = async (
	{ except, ...options }: MaintainOptions & { readonly except?: string },
	signal: AbortSignal,
): Promise<void> => {
	if (except === "") throw new UsageError("--except takes an engine and its version: extractive-3.");
	const tell = await openMaintenance(options, signal);
	const progress = openProgress();
	const all = { looked: 0, sent: 0 };
	try {
		let after: string | undefined;
		do {
			if (process.stderr.isTTY) progress.step(`Looked at ${all.looked} so far`);
			const report = ReportSchema.parse(await tell({ operation: "renew", seconds: SECONDS, except, after }));
			all.looked += report.looked;
			all.sent += report.sent;
			after = report.after;
		} while (after !== undefined);
	} finally {
		progress.end();
	}
	if (options.json) return printJson(all);
	process.stdout.write(`${all.sent} of ${all.looked} articles are being summarised again.\n`);
};

/** `precis renew` */
export const renewCommand = (signal: AbortSignal): Command =>
	maintainCommand("renew", "summarise again what is stored, by the engine that is deployed now")
		.option("--except <engine>", "leave out what this engine has made: extractive-3")
		.action((options: MaintainOptions & { except?: string }) => renew(options, signal));
