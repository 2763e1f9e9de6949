/** What is missing to a perfect reading, by what kind of page it is lost on and what was wrong there. */
import { score, tokensOf } from "../../metric.ts";
import { type ReadBlock, type Reading, textOf } from "./unseen.ts";

/** A truth of fewer tokens: one wrong block is most of the page. (A run of ideographs is one token.) */
const TINY = 70;
/** Blocks chosen perfectly by their labels reach less: the truth is not on the page, or not in one piece. */
const FITS = 0.8;
/** Pages below this are read wrong, the others have flaws. */
const WRONG = 0.8;
/** Tokens of wrong blocks are counted in pages; no truth counts for less than so many. */
const MIN_TRUTH = 20;

const f1Of = (reading: Reading, isIn: (block: ReadBlock) => boolean): number =>
	score([{ truth: reading.file.truth.text ?? "", text: textOf(reading, isIn) }]).f1 || 0;

const GROUPS = ["tiny truth", "nothing fits", "below .8", "the rest"] as const;

function groupOf(reading: Reading, f1: number): (typeof GROUPS)[number] {
	if (tokensOf(reading.file.truth.text ?? "").length < TINY) return "tiny truth";
	if (f1Of(reading, ({ label }) => label >= 0.5) < FITS) return "nothing fits";
	return f1 < WRONG ? "below .8" : "the rest";
}

/** How a block was judged wrong; undefined where it wasn't. */
function mistakeOf({ block, kept, rule, label }: ReadBlock): string | undefined {
	if (label < 0 || kept === label >= 0.5) return undefined;
	if (block.type === "list-item" || block.type === "quote" || block.type === "table")
		return kept ? "wrong lists, quotes, tables" : "missed lists, quotes, tables";
	if (!kept) return "missed prose and headings";
	return rule.kind === "body" ? "wrong prose" : "wrong others";
}

/** Pages' worth of tokens by mistake. */
function mistakesOf(readings: readonly Reading[]): ReadonlyMap<string, number> {
	const worth = new Map<string, number>();
	for (const { blocks, file } of readings) {
		const size = Math.max(MIN_TRUTH, tokensOf(file.truth.text ?? "").length);
		for (const one of blocks) {
			const mistake = mistakeOf(one);
			if (mistake) worth.set(mistake, (worth.get(mistake) ?? 0) + tokensOf(one.block.text).length / size);
		}
	}
	return worth;
}

function report(name: string, readings: readonly Reading[]): void {
	const judged = readings.map((reading) => {
		const f1 = f1Of(reading, ({ kept }) => kept);
		return { reading, loss: 1 - f1, group: groupOf(reading, f1) };
	});
	const sum = judged.reduce((total, { loss }) => total + loss, 0);
	const cells = GROUPS.map((group) => {
		const own = judged.filter((one) => one.group === group);
		const share = own.reduce((total, { loss }) => total + loss, 0) / sum;
		return `${group} ${own.length} (${(100 * share).toFixed(0)}%)`;
	});
	console.log(`${name}: ${readings.length} pages, ${sum.toFixed(1)} lost; ${cells.join(", ")}`);
	const readable = judged.filter(({ group }) => group === "below .8" || group === "the rest");
	const worst = [...mistakesOf(readable.map(({ reading }) => reading))].sort(([, a], [, b]) => b - a);
	console.log(`    ${worst.map(([mistake, pages]) => `${mistake} ${pages.toFixed(1)}`).join(", ")}`);
}

/** Prints a line or two a set, or a type of wcxb's. */
export function reportLosses(readings: readonly Reading[]): void {
	console.log(
		"\nlost (the sum of 1 - F1 over pages), on how many pages; of the last two, wrong tokens in pages' worth",
	);
	const known = readings.filter(({ file }) => file.truth.text !== undefined);
	const names = known.map(({ set, file }) => (file.type ? `${set} ${file.type}` : set));
	for (const name of new Set(names))
		report(
			name,
			known.filter((_, at) => names[at] === name),
		);
}
