/**
 * Runs extractors over pages: each in a thread of its own that can be ended, all on one page before the next,
 * so that whatever else the machine does is shared by all.
 */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ExtractorFile } from "./extractor.ts";
import { bytesOf, type PageFile } from "./pages.ts";
import type { Answer } from "./worker.ts";

/** A page that takes longer counts as an error. */
const TIMEOUT_MS = 30_000;

/** Pages read before time is taken, so that all is compiled: until one of the two is reached. */
const WARM_UP = { pages: 40, milliseconds: 4_000 } as const;

/** One page as an extractor read it. */
export interface Reading extends Answer {
	readonly page: PageFile;
	/** Size of the page. */
	readonly bytes: number;
}

/** An extractor in its thread. */
class Runner {
	readonly name: string;
	readonly #file: string;
	#worker: Worker | undefined;

	constructor({ name, file }: ExtractorFile) {
		this.name = name;
		this.#file = file;
	}

	async #start(): Promise<Worker> {
		const worker = new Worker(new URL("./worker.ts", import.meta.url), { workerData: this.#file });
		await once(worker, "message");
		return worker;
	}

	/** An error when the thread dies or takes too long; the next page then gets a new one. */
	async read(page: PageFile): Promise<Reading> {
		const bytes = bytesOf(page);
		this.#worker ??= await this.#start();
		const began = performance.now();
		try {
			const answered = once(this.#worker, "message", { signal: AbortSignal.timeout(TIMEOUT_MS) });
			this.#worker.postMessage({ bytes, url: page.url, contentType: page.contentType });
			const [answer]: readonly Answer[] = await answered;
			if (answer) return { page, bytes: bytes.length, ...answer };
			throw new Error("No answer.");
		} catch (error) {
			await this.stop();
			const milliseconds = performance.now() - began;
			return { page, bytes: bytes.length, found: {}, milliseconds, error: String(error) };
		}
	}

	async warmUp(pages: readonly PageFile[]): Promise<void> {
		const until = performance.now() + WARM_UP.milliseconds;
		for (const page of pages.slice(0, WARM_UP.pages)) {
			await this.read(page);
			if (performance.now() > until) break;
		}
	}

	async stop(): Promise<void> {
		await this.#worker?.terminate();
		this.#worker = undefined;
	}
}

/** Reads all pages with all extractors: the readings by the extractor's name. */
export async function run(
	extractors: readonly ExtractorFile[],
	pages: readonly PageFile[],
): Promise<ReadonlyMap<string, readonly Reading[]>> {
	const runners = extractors.map((extractor) => new Runner(extractor));
	const readings = new Map<string, Reading[]>(runners.map(({ name }) => [name, []]));
	for (const runner of runners) await runner.warmUp(pages);
	for (const page of pages)
		for (const runner of runners) readings.get(runner.name)?.push(await runner.read(page));
	await Promise.all(runners.map((runner) => runner.stop()));
	return readings;
}
