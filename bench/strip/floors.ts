/** The figures that must not fall, in floors.json: set → figure → the least it may be. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { FIGURES, type Figures } from "./figures.ts";

const FILE = new URL("../floors.json", import.meta.url);

const FloorsSchema = z.record(z.string(), z.partialRecord(z.enum(FIGURES), z.number()));

/** Floors by set and figure. */
export type Floors = z.infer<typeof FloorsSchema>;

/** The project's own. */
export const readFloors = (): Floors => FloorsSchema.parse(JSON.parse(readFileSync(FILE, "utf8")));

/** What is below its floor, and by how much, as sentences. A figure that wasn't measured is below. */
export function belowFloors(floors: Floors, measured: ReadonlyMap<string, Figures>): readonly string[] {
	return Object.entries(floors).flatMap(([set, figures]) =>
		FIGURES.flatMap((name) => {
			const floor = figures[name];
			const value = measured.get(set)?.[name];
			if (floor === undefined || (value !== undefined && value >= floor)) return [];
			return value === undefined
				? [`${set}: ${name} was not measured, its floor is ${floor}.`]
				: [
						`${set}: ${name} is ${value.toFixed(4)}, ${(floor - value).toFixed(4)} below its floor of ${floor}.`,
					];
		}),
	);
}
