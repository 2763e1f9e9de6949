/**
 * `npm run bench -- strip --throughput`: how fast a core is that does nothing but read pages. Each extractor has a
 * process that holds a set's pages in memory and reads all of them in a row; the processes take turns.
 */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { aligned } from "../aligned.ts";
import { type ExtractorFile, NO_OP, PRECIS } from "./extractor.ts";
import { bytesOf, type PageSet, pagesOf, sampleOf } from "./pages.ts";
import { messageOf } from "./run.ts";

const CHILD = fileURLToPath(new URL("./throughput-child.ts", import.meta.url));

/** Rounds before time is taken, until so many pages have been read; then so many of which the median counts. */
const WARM_UP_PAGES = 1_500;
const ROUNDS = 7;

/** A set may be large, and an extractor slow. */
const ROUND_TIMEOUT_MS = 10 * 60_000;

interface Options {
	readonly sets: readonly PageSet[];
	readonly part: "train" | "validate" | "test" | "all";
	readonly limit: number;
	readonly peers: readonly ExtractorFile[];
}

async function roundOf(child: ChildProcess): Promise<number> {
	child.send("go");
	return messageOf<number>(child, ROUND_TIMEOUT_MS);
}

const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Each extractor's median time for a round over the set, in milliseconds. */
async function timesOf(
	set: PageSet,
	extractors: readonly ExtractorFile[],
	{ part }: Options,
	pages: number,
): Promise<readonly number[]> {
	const children = extractors.map(({ file }) =>
		fork(CHILD, [file, set.name, part, String(pages)], { stdio: ["ignore", "ignore", "inherit", "ipc"] }),
	);
	try {
		await Promise.all(children.map((child) => messageOf(child, ROUND_TIMEOUT_MS)));
		const times = children.map((): number[] => []);
		const warmUp = Math.ceil(WARM_UP_PAGES / pages);
		for (let round = 0; round < warmUp + ROUNDS; round++)
			for (const [at, child] of children.entries()) {
				const time = await roundOf(child);
				if (round >= warmUp) times[at]?.push(time);
			}
		return times.map(median);
	} finally {
		for (const child of children) child.kill("SIGKILL");
	}
}

/** Prints a table a set. */
export async function throughput(options: Options): Promise<number> {
	for (const set of options.sets.filter(({ format }) => format === "html")) {
		const pages = sampleOf(pagesOf(set, options.part), options.limit);
		if (pages.length === 0) continue;
		const megabytes = pages.reduce((sum, page) => sum + bytesOf(page).length, 0) / 1e6;
		const extractors = [PRECIS, ...options.peers.filter(({ reads }) => reads.includes("html")), NO_OP];
		const times = await timesOf(set, extractors, options, pages.length);
		const least = times.at(-1) ?? Number.NaN;
		const rows = extractors.map(({ name }, at) => {
			const time = times[at] ?? Number.NaN;
			return [
				name,
				(time / pages.length).toFixed(2),
				((1000 * megabytes) / time).toFixed(1),
				(time / least).toFixed(2),
			];
		});
		console.log(`${aligned([[`${set.name} (${pages.length})`, "ms/page", "MB/s", "× no-op"], ...rows])}\n`);
	}
	return 0;
}
