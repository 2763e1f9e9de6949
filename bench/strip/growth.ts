/** `npm run bench -- strip --growth`: how our time and heap grow with the page. */
import { GCProfiler, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { readArticle } from "../../functions/ingest/index.ts";
import { cpuMilliseconds } from "../cpu-time.ts";

/** The page grows by sections that are all different, so that nothing is cut as a repetition. */
const section = (n: number): string => `
<section class="section-${n % 7}"><h2 id="s${n}">Part ${n} of the survey</h2>
<p>In part ${n} the <a href="/survey/${n}">surveyors</a> counted ${n * 17} lamps along the quay, and wrote down which of them were lit at dusk, which at midnight, and which not at all.</p>
<p>They found, as they said in their note of day ${n}, that <b>${n % 90} per cent</b> had been mended since the last count; the rest, they thought, would have to wait for spring.</p>
<ul class="more-links"><li><a href="/a/${n}">Lamps of street ${n}</a></li><li><a href="/b/${n}">All about part ${n}</a></li></ul>
</section>`;

const pageOf = (sections: number): Uint8Array =>
	new TextEncoder().encode(
		`<!doctype html><html lang="en"><head><title>The lamps of the quay</title></head><body><nav><a href="/">Home</a></nav><main><article><h1>The lamps of the quay</h1>${Array.from({ length: sections }, (_, n) => section(n)).join("")}</article></main><footer>© The Quay Post</footer></body></html>`,
	);

/** Pages of about 70 KB, 700 KB and 7 MB. */
const SECTIONS = [120, 1_200, 12_000] as const;
const RUNS = 7;

/** Ten times the page may take so many times the time. */
const MAX_GROWTH = 11;

/** The heap at its peak may be so many times the page, where the page outweighs what V8 lets lie about. */
const MAX_HEAP = 8;

const read = (page: Uint8Array) => readArticle(page, { contentType: "text/html; charset=utf-8" });

function timeOf(page: Uint8Array): number {
	const start = cpuMilliseconds();
	read(page);
	return cpuMilliseconds() - start;
}

const median = (values: readonly number[]): number =>
	values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** What the heap holds at most above what it held before, as every collection on the way left it. */
function peakHeapOf(page: Uint8Array): number {
	setFlagsFromString("--expose-gc");
	runInNewContext("gc")();
	const before = process.memoryUsage().heapUsed;
	const profiler = new GCProfiler();
	profiler.start();
	const article = read(page);
	runInNewContext("gc")();
	const { statistics } = profiler.stop();
	const sizes = statistics.map(({ afterGC }) => afterGC.heapStatistics.usedHeapSize);
	return article.blocks.length > 0 ? Math.max(...sizes) - before : Number.NaN;
}

/** Prints a line a page; 1 when time or heap grows faster than it may. */
export function growth(): number {
	const pages = SECTIONS.map(pageOf);
	for (let i = 0; i < 4 * RUNS; i++) for (const page of pages.slice(0, 2)) read(page);
	let [before, failed] = [Number.NaN, false];
	for (const page of pages) {
		const time = median(Array.from({ length: RUNS }, () => timeOf(page)));
		const heap = peakHeapOf(page) / page.length;
		const last = page === pages.at(-1);
		failed ||= time / before > MAX_GROWTH || (last && heap > MAX_HEAP);
		const grown = Number.isNaN(before) ? "" : `${(time / before).toFixed(1)} × the time of a tenth, `;
		const megabytes = page.length / 1e6;
		console.log(
			`${megabytes.toFixed(2).padStart(5)} MB  ${time.toFixed(1).padStart(6)} ms  ${grown}peak heap ${heap.toFixed(1)} × the page`,
		);
		before = time;
	}
	console.log(`Aims: at most ${MAX_GROWTH} × the time, and ${MAX_HEAP} × the largest page.`);
	return failed ? 1 : 0;
}
