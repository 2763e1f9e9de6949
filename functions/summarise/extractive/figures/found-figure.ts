import type { FigureKind } from "../../../shared/summary.ts";

/** A figure found in a sentence; offsets are into the sentence. */
export interface FoundFigure {
	readonly kind: FigureKind;
	readonly start: number;
	readonly end: number;
	readonly value: number;
	readonly unit?: string | undefined;
	readonly of?: string | undefined;
}
