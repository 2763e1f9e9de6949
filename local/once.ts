/** `npm start -- --once`: summarises files in a stack that is gone afterwards. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SummaryDocument } from "../functions/shared/summary.ts";
import { readArticleFile } from "../terminal/article-file.ts";
import { presentationOf, presentSummary } from "../terminal/present.ts";
import type { Progress } from "../terminal/progress.ts";
import { Unable } from "../terminal/unable.ts";
import { fetchSummary, saying, uploadArticle } from "./articles.ts";
import { type Stack, startStack } from "./stack.ts";

/** What the command line says. */
export interface OnceOptions {
	readonly files: readonly string[];
	/** Where relative paths begin. */
	readonly folder: string;
	readonly assembly: string;
	/** A fresh one, removed in the end, when absent. */
	readonly dataDir: string | undefined;
	readonly port: number;
	readonly json: boolean;
	readonly verbose: boolean;
	readonly progress: Progress;
	/** Aborted when the user wants to stop. */
	readonly signal: AbortSignal;
}

/** Nobody waits at a prompt for the queue's second try, minutes later: the first that fails decides. */
const failures = () => {
	let current = new AbortController();
	return {
		onFailure: (sentence: string) => current.abort(new Unable(sentence)),
		next: () => {
			current = new AbortController();
			return current.signal;
		},
	};
};

/** Summarises the files one after the other; says on standard error why one has no summary. */
const summarise = async (
	stack: Stack,
	options: OnceOptions,
	nextFailure: () => AbortSignal,
): Promise<SummaryDocument[]> => {
	const { files, folder, progress, signal } = options;
	const summaries: SummaryDocument[] = [];
	for (const path of files) {
		try {
			progress.step(`Summarising ${path}`);
			const stop = AbortSignal.any([nextFailure(), signal]);
			const file = await readArticleFile(path, folder);
			const uploaded = await uploadArticle(stack, file);
			summaries.push(await fetchSummary(stack, uploaded, stop));
		} catch (error) {
			if (signal.aborted || !(error instanceof Unable)) throw error;
			progress.say(saying(path, error));
		}
	}
	progress.end();
	return summaries;
};

/** One file's JSON is an object, several files' an array, whatever became of them. */
const write = (summaries: readonly SummaryDocument[], { json, files }: OnceOptions): void => {
	if (!json) {
		process.stdout.write(
			summaries.map((summary) => presentSummary(summary, presentationOf(process.stdout))).join("\n"),
		);
	} else if (files.length > 1 || summaries.length > 0) {
		process.stdout.write(`${JSON.stringify(files.length > 1 ? summaries : summaries[0], undefined, 2)}\n`);
	}
};

/** Gives the exit status: 0 when every file has a summary. */
export const runOnce = async (options: OnceOptions): Promise<number> => {
	const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), "precis-"));
	const { onFailure, next } = failures();
	try {
		const { assembly, port, verbose } = options;
		const stack = await startStack({ assembly, dataDir, port, verbose, onFailure, graceMs: 0 });
		try {
			const summaries = await summarise(stack, options, next);
			write(summaries, options);
			return summaries.length === options.files.length ? 0 : 1;
		} finally {
			await stack.close();
		}
	} finally {
		if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
	}
};
