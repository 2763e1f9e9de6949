/** `npm run bench -- strip`: how well and how fast bodies and metadata are found, by us and by the peers. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { UsageError, wholeNumber } from "../../terminal/usage.ts";
import { type ExtractorFile, NO_OP, PEERS, PRECIS } from "./extractor.ts";
import { type Figures, figuresOf } from "./figures.ts";
import { belowFloors, readFloors } from "./floors.ts";
import { DATA, hasData, PAGE_SETS, type PageFile, type PageSet, pagesOf, sampleOf } from "./pages.ts";
import { run } from "./run.ts";
import { setTable, typeTable } from "./table.ts";

/** Told by `--help`. */
const STRIP_HELP = `npm run bench -- strip: measures stripping on pages whose true text is known.

  --part PART    train, validate, test or all: which sites' pages (default test); choose on
                 validate, look at test only to report
  --sets A,B     only these sets: ${PAGE_SETS.map(({ name }) => name).join(", ")}
  --peers A,B    all, none, or these (default all): ${PEERS.map(({ name }) => name).join(", ")}
  --limit N      at most N pages a set, taken evenly
  --json         print JSON
  --check        ours alone on a fixed sample; exit 1 when a figure is below bench/floors.json
  --throughput   time alone, of a core that reads the set's pages in a row, again and again
  --growth       ours alone: time and heap of pages that grow tenfold
`;

const PARTS = ["train", "validate", "test", "all"] as const;

/** The figures of one set, all extractors; `types` where it has pages of several. */
interface Measured {
	readonly set: string;
	readonly pages: number;
	readonly figures: ReadonlyMap<string, Figures>;
	readonly types: ReadonlyMap<
		string,
		{ readonly pages: number; readonly figures: ReadonlyMap<string, Figures> }
	>;
}

function readOptions(args: readonly string[]) {
	const { values } = parseArgs({
		args: [...args],
		options: {
			part: { type: "string", default: "test" },
			sets: { type: "string" },
			peers: { type: "string", default: "all" },
			limit: { type: "string" },
			json: { type: "boolean", default: false },
			check: { type: "boolean", default: false },
			growth: { type: "boolean", default: false },
			throughput: { type: "boolean", default: false },
			help: { type: "boolean", default: false, short: "h" },
		},
	});
	const part = PARTS.find((name) => name === values.part);
	if (!part) throw new UsageError(`--part is one of ${PARTS.join(", ")}, not "${values.part}".`);
	const limit =
		values.limit === undefined ? Number.POSITIVE_INFINITY : wholeNumber("--limit", values.limit, { min: 1 });
	return { ...values, part, limit, sets: setsNamed(values.sets), peers: peersNamed(values.peers) };
}

/** What has these names; a sentence when one is nobody's. */
function named<T extends { readonly name: string }>(
	option: string,
	known: readonly T[],
	names: string,
): readonly T[] {
	return names.split(",").map((name) => {
		const found = known.find((one) => one.name === name.trim());
		if (!found)
			throw new UsageError(`${option} knows ${known.map((one) => one.name).join(", ")}, not "${name}".`);
		return found;
	});
}

const setsNamed = (names: string | undefined): readonly PageSet[] =>
	names === undefined ? PAGE_SETS : named("--sets", PAGE_SETS, names);

const peersNamed = (names: string): readonly ExtractorFile[] =>
	names === "all" ? PEERS : names === "none" ? [] : named("--peers", PEERS, names);

function requireInstalled(peers: readonly ExtractorFile[]): void {
	if (existsSync(new URL("../node_modules", import.meta.url)) || !peers.some(({ installed }) => installed))
		return;
	throw new UsageError(
		"The peers are not installed: run `npm ci --prefix bench`, or measure ours alone with --peers none.",
	);
}

async function measure(
	set: PageSet,
	pages: readonly PageFile[],
	peers: readonly ExtractorFile[],
): Promise<Measured> {
	const extractors = [PRECIS, ...peers, NO_OP].filter(({ reads }) => reads.includes(set.format));
	const readings = await run(extractors, pages);
	const types = [...new Set(pages.flatMap(({ type }) => type ?? []))].sort();
	return {
		set: set.name,
		pages: pages.length,
		figures: figuresOf(readings),
		types: new Map(
			types.map((type) => {
				const fits = (page: PageFile): boolean => page.type === type;
				return [type, { pages: pages.filter(fits).length, figures: figuresOf(readings, fits) }];
			}),
		),
	};
}

/** One line of sums would hide that sets disagree: a table a set. */
function report({ set, pages, figures, types }: Measured): string {
	const title = `${set} (${pages})`;
	const tables = [setTable(title, figures)];
	const articles = types.get("article");
	if (types.size > 1 && articles)
		tables.push(setTable(`${set}/article (${articles.pages})`, articles.figures));
	if (types.size > 1) tables.push(typeTable(`${set}, F1 by type`, types));
	return `${tables.join("\n\n")}\n`;
}

const asJson = ({ set, pages, figures, types }: Measured) => ({
	set,
	pages,
	figures: Object.fromEntries(figures),
	types: Object.fromEntries(
		[...types].map(([type, measured]) => [
			type,
			{ pages: measured.pages, figures: Object.fromEntries(measured.figures) },
		]),
	),
});

/** Ours by set, and by `set/type` where a set has several. */
const oursOf = (all: readonly Measured[]): ReadonlyMap<string, Figures> =>
	new Map(
		all.flatMap(({ set, figures, types }) =>
			[
				[set, figures] as const,
				...[...types].map(([type, of]) => [`${set}/${type}`, of.figures] as const),
			].map(([name, by]) => [name, by.get(PRECIS.name) ?? {}] as const),
		),
	);

async function check(): Promise<number> {
	const measured: Measured[] = [];
	for (const set of PAGE_SETS) {
		const one = await measure(set, sampleOf(pagesOf(set, "all"), set.sample), []);
		console.log(report(one));
		measured.push(one);
	}
	const failures = belowFloors(readFloors(), oursOf(measured));
	for (const failure of failures) console.error(failure);
	if (failures.length === 0) console.log("Every figure is at or above its floor.");
	return failures.length === 0 ? 0 : 1;
}

/** Runs the command and gives its exit status. */
export async function strip(args: readonly string[]): Promise<number> {
	const options = readOptions(args);
	if (options.help) {
		process.stdout.write(STRIP_HELP);
		return 0;
	}
	if (options.growth) return (await import("./growth.ts")).growth();
	if (!hasData())
		throw new UsageError(`The pages are not at ${DATA}: set PRECIS_SHARED to the folder that holds data.`);
	if (options.check) return check();
	requireInstalled(options.peers);
	if (options.throughput) return (await import("./throughput.ts")).throughput(options);
	const measured: Measured[] = [];
	for (const set of options.sets) {
		const one = await measure(set, sampleOf(pagesOf(set, options.part), options.limit), options.peers);
		if (!options.json) console.log(report(one));
		measured.push(one);
	}
	if (options.json)
		console.log(
			JSON.stringify({ part: options.part, node: process.version, sets: measured.map(asJson) }, null, "\t"),
		);
	return 0;
}
