/**
 * How well the shipped path does on sites that its models have never seen, and what its losses are made of:
 * `node bench/train/html/cross.ts FOLDER`.
 */
import { mean, score, segmentF1, segments } from "../../metric.ts";
import { reportLosses } from "./losses.ts";
import { type ReadBlock, type Reading, readUnseen, textOf } from "./unseen.ts";

const isKept = ({ kept }: ReadBlock): boolean => kept;

const cell = (value: number, digits = 3): string =>
	(Number.isNaN(value) ? "" : value.toFixed(digits)).padStart(6);

function show(name: string, readings: readonly Reading[]): void {
	if (readings.length === 0) return;
	const known = readings.flatMap((reading) => {
		const { truth } = reading.file;
		return truth.text === undefined ? [] : [{ truth: truth.text, text: textOf(reading, isKept) }];
	});
	const { f1, precision, recall, exact } = score(known);
	const segment = segmentF1(
		readings.flatMap((reading) => {
			const { truth } = reading.file;
			return truth.with === undefined
				? []
				: [segments(truth.with, truth.without ?? [], textOf(reading, isKept))];
		}),
	);
	const typed = mean(readings.map(({ isTyped }) => Number(isTyped)));
	const cells = [cell(f1), cell(precision), cell(recall), cell(exact, 2), cell(segment), cell(typed, 2)];
	console.log(`${name.padEnd(16)}${String(readings.length).padStart(5)} ${cells.join(" ")}`);
}

const readings = readUnseen(process.argv[2] ?? "");
for (const part of ["train and validate", "validate"]) {
	const of = readings.filter((one) => part !== "validate" || one.part === part);
	console.log(`${part.padEnd(19)} n     F1  prec.   rec.  exact   segm.  type`);
	for (const set of new Set(of.map((one) => one.set))) {
		const own = of.filter((one) => one.set === set);
		show(set, own);
		const types = new Set(own.flatMap(({ file }) => file.type ?? []));
		for (const type of [...types].sort())
			show(
				`  ${type}`,
				own.filter(({ file }) => file.type === type),
			);
	}
}
reportLosses(readings);
