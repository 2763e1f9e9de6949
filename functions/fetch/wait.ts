import { setTimeout as sleep } from "node:timers/promises";
import type { Row } from "../shared/row.ts";
import type { Stage } from "../shared/stage.ts";

/** Most uploads are ready within half a second of their event; later pauses grow, to spare the table. */
const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 1000;
const GROWTH = 1.5;

const FINAL: ReadonlySet<Stage> = new Set(["ready", "rejected", "failed", "deleted"]);

/**
 * Reads the row until its upload's fate is decided or the time is up, and gives it as last read. A row
 * that isn't there yet is waited for too: the upload's event may still be on its way. Rejects with the
 * signal's reason when the reader has gone.
 */
export const waitForFinal = async (
	read: () => Promise<Row | undefined>,
	seconds: number,
	signal: AbortSignal,
): Promise<Row | undefined> => {
	const deadline = performance.now() + seconds * 1000;
	for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * GROWTH, LONGEST_PAUSE_MS)) {
		const row = await read();
		const left = deadline - performance.now();
		if (left <= 0 || (row && FINAL.has(row.latest.stage))) return row;
		await sleep(Math.min(pause, left), undefined, { signal });
	}
};
