/** UTF-16 that carries no byte order mark: told by what its code units would be. */
import { stringSource } from "../source.ts";
import type { Decoded } from "./decoded.ts";

/** Code units looked at, from the beginning. */
const SAMPLE_UNITS = 4096;
/** Wrong byte order turns letters into code points from all over the plane; right order gives next to none. */
const MIN_PLAUSIBLE = 0.95;
/** Text has a space, a line end or an ideographic stop this often at least; their bytes hold 00 or 30, which keeps East Asian double-byte text out. */
const MIN_ANCHORS = 0.01;

/** Code units of the scripts in wide use: Latin to Thai, general punctuation, kana, ideographs, Hangul, full-width forms. */
const PLAUSIBLE: readonly (readonly [from: number, to: number])[] = [
	[0x0020, 0x007e],
	[0x00a0, 0x0e7f],
	[0x1e00, 0x1fff],
	[0x2010, 0x2044],
	[0x20a0, 0x20bf],
	[0x2122, 0x2122],
	[0x3000, 0x30ff],
	[0x4e00, 0x9fff],
	[0xac00, 0xd7a3],
	[0xd83c, 0xdfff],
	[0xff00, 0xff65],
];
const ANCHORS: ReadonlySet<number> = new Set([0x0a, 0x0d, 0x20, 0x3000, 0x3001, 0x3002]);

/** Reads the bytes as UTF-16 if one byte order makes sense of them. */
export function readUtf16(bytes: Uint8Array): Decoded | undefined {
	if (bytes.length < 4) return undefined;
	for (const charset of ["utf-16le", "utf-16be"] as const) {
		if (!makesSense(bytes, charset === "utf-16le" ? 0 : 1)) continue;
		return { source: stringSource(new TextDecoder(charset).decode(bytes)), charset, warnings: [] };
	}
	return undefined;
}

/** `low` is where in each pair the low byte stands. */
function makesSense(bytes: Uint8Array, low: 0 | 1): boolean {
	const units = Math.min(SAMPLE_UNITS, bytes.length >> 1);
	let plausible = 0;
	let anchors = 0;
	for (let at = 0; at < units; at++) {
		const unit = ((bytes[2 * at + 1 - low] ?? 0) << 8) | (bytes[2 * at + low] ?? 0);
		if (ANCHORS.has(unit)) anchors++;
		if (unit === 0x09 || ANCHORS.has(unit) || PLAUSIBLE.some(([from, to]) => unit >= from && unit <= to))
			plausible++;
	}
	return plausible >= units * MIN_PLAUSIBLE && anchors >= units * MIN_ANCHORS;
}
