/** Every call that could have met a fault and the fault that it met, in a file: the stack is killed meanwhile. */
import { existsSync, openSync, readFileSync, writeSync } from "node:fs";
import type { Place } from "./positions.ts";

/** What was called and injected so far. */
export interface Ledger {
	/** How often this very call was made. */
	made(place: Place): number;
	/** How often any call was made at a position. */
	calls(position: string): number;
	/** Where calls were made. */
	positions(): string[];
	/** How often a fault met a position. */
	faults(position: string, fault: string): number;
	add(place: Pick<Place, "position" | "about">, fault?: string): void;
}

/** Opens it with what is in the file. */
export const openLedger = (file: string): Ledger => {
	const counts = new Map<string, number>();
	const of = (...names: string[]): number => counts.get(names.join("\t")) ?? 0;
	const count = (...names: string[]): void => void counts.set(names.join("\t"), of(...names) + 1);
	const note = (position: string, about: string, fault: string): void => {
		count("calls", position);
		count("made", position, about);
		if (fault) count("faults", position, fault);
	};

	if (existsSync(file)) {
		for (const line of readFileSync(file, "utf8").split("\n")) {
			const [position, about, fault] = line.split("\t");
			if (position !== undefined && about !== undefined && fault !== undefined) note(position, about, fault);
		}
	}
	const out = openSync(file, "a");
	return {
		made: ({ position, about }) => of("made", position, about),
		calls: (position) => of("calls", position),
		positions: () =>
			[...counts.keys()]
				.map((name) => name.split("\t"))
				.flatMap(([what, at = ""]) => (what === "calls" ? [at] : [])),
		faults: (position, fault) => of("faults", position, fault),
		add({ position, about }, fault = "") {
			note(position, about, fault);
			writeSync(out, `${position}\t${about}\t${fault}\n`);
		},
	};
};
