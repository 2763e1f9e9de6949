/**
 * Runs extractors over pages: each in a process of its own that may die, all on one page before the next, so
 * that whatever else the machine does is shared by all.
 */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Answer, Question } from "./child.ts";
import type { ExtractorFile } from "./extractor.ts";
import { bytesOf, type PageFile } from "./pages.ts";

/** A page that takes longer counts as an error. */
const TIMEOUT_MS = 30_000;

/** An extractor that needs more heap for a page counts as an error. */
const MAX_HEAP_MB = 1_024;

/** Pages read before time is taken, the same ones again where they are few, so that all is compiled: until one of the two is reached. */
const WARM_UP = { pages: 600, milliseconds: 6_000 } as const;

/** As much of an extractor's last words as is kept. */
const MAX_SAID = 4_000;

const CHILD = fileURLToPath(new URL("./child.ts", import.meta.url));

/** A child's next message; throws when it dies or takes too long. */
export async function messageOf<Message>(child: ChildProcess, timeoutMs = TIMEOUT_MS): Promise<Message> {
	const done = new AbortController();
	const signal = AbortSignal.any([done.signal, AbortSignal.timeout(timeoutMs)]);
	const death = once(child, "exit", { signal }).then(([, cause]) => {
		throw new Error(`It died of ${cause ?? "an error"}.`);
	});
	try {
		const [message] = await Promise.race([once(child, "message", { signal }), death]);
		return message;
	} finally {
		done.abort();
		death.catch(() => {});
	}
}

/** One page as an extractor read it. */
export interface Reading extends Answer {
	readonly page: PageFile;
	/** Size of the page. */
	readonly bytes: number;
}

/** An extractor in its process. */
class Runner {
	readonly name: string;
	readonly #file: string;
	#child: ChildProcess | undefined;

	constructor({ name, file }: ExtractorFile) {
		this.name = name;
		this.#file = file;
	}

	/** Throws, with what it said, when the extractor isn't fit to be run at all. */
	async #start(): Promise<ChildProcess> {
		const child = fork(CHILD, [this.#file], {
			serialization: "advanced",
			execArgv: [`--max-old-space-size=${MAX_HEAP_MB}`],
			stdio: ["ignore", "ignore", "pipe", "ipc"],
		});
		let said = "";
		child.stderr?.setEncoding("utf8").on("data", (text: string) => {
			said = (said + text).slice(-MAX_SAID);
		});
		try {
			await messageOf(child);
		} catch (error) {
			throw new Error(`${this.name} doesn't start: ${said}`, { cause: error });
		}
		return child;
	}

	/** An error when the process dies or takes too long; the next page then gets a new one. */
	async read(page: PageFile): Promise<Reading> {
		const bytes = bytesOf(page);
		this.#child ??= await this.#start();
		const began = performance.now();
		try {
			const answered = messageOf<Answer>(this.#child);
			this.#child.send({ bytes, url: page.url, contentType: page.contentType } satisfies Question);
			return { page, bytes: bytes.length, ...(await answered) };
		} catch (error) {
			this.stop();
			const milliseconds = performance.now() - began;
			return { page, bytes: bytes.length, found: {}, milliseconds, error: String(error) };
		}
	}

	async warmUp(pages: readonly PageFile[]): Promise<void> {
		const until = performance.now() + WARM_UP.milliseconds;
		for (let read = 0; read < WARM_UP.pages && performance.now() < until; read++) {
			const page = pages[read % pages.length];
			if (page) await this.read(page);
		}
	}

	stop(): void {
		this.#child?.kill("SIGKILL");
		this.#child = undefined;
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
	for (const runner of runners) runner.stop();
	return readings;
}
