/** `npm run bench -- NAME`: one command for every bench. Each is loaded when it is asked for. */
import { isUsage, UsageError } from "../terminal/usage.ts";

/** Runs a bench with its arguments and gives the exit status. */
type Bench = (args: readonly string[]) => Promise<number>;

/** What there is to know of a bench before it is loaded. */
interface Entry {
	readonly about: string;
	/** Of one that has no help of its own. */
	readonly options?: string;
	readonly load: () => Promise<Bench>;
}

const BENCHES: Readonly<Record<string, Entry>> = {
	strip: {
		about: "how well and how fast bodies and metadata are found, beside other extractors",
		load: async () => (await import("./strip/index.ts")).strip,
	},
	summarise: {
		about: "how good summaries are, beside the lead, classic methods and npm's packages",
		load: async () => (await import("./summarise/index.ts")).summariseBench,
	},
	pipeline: {
		about: "how long an upload takes to become fetchable on the embedded stack",
		options: "[--uploads 500] [--clients 1] [--json]",
		load: async () => (await import("./pipeline.ts")).pipeline,
	},
	flood: {
		about: "whether a flood of uploads, a hot key and poison leave anything undone",
		load: async () => (await import("./flood/index.ts")).flood,
	},
	fetch: {
		about: "what reading costs: items a list's page evaluates, requests a second beside a bare app",
		options: "[--rows 100000] [--requests 3000] [--clients 8] [--json]",
		load: async () => (await import("./fetch.ts")).fetchBench,
	},
	bundles: {
		about: "what each Lambda weighs and how long its code takes to load",
		options: "",
		load: async () => (await import("./bundles.ts")).bundles,
	},
};

const HELP = `Measures Precis.

${Object.entries(BENCHES)
	.map(([name, { about }]) => `  npm run bench -- ${name.padEnd(10)} ${about}`)
	.join("\n")}

Each has --help. Accuracy is measured on other people's pages and texts, which are not part of this
project: PRECIS_SHARED names the folder that holds them (default ../shared).
`;

async function main([name, ...args]: readonly string[]): Promise<number> {
	if (name === undefined || name === "--help" || name === "-h") {
		process.stdout.write(HELP);
		return 0;
	}
	const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
	if (!bench)
		throw new UsageError(`There is no bench "${name}"; there is ${Object.keys(BENCHES).join(", ")}.`);
	if (bench.options !== undefined && args.includes("--help")) {
		process.stdout.write(`npm run bench -- ${name} ${bench.options}\n\nTells ${bench.about}.\n`);
		return 0;
	}
	return (await bench.load())(args);
}

try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	if (!isUsage(error)) throw error;
	console.error(error.message);
	process.exitCode = 2;
}
