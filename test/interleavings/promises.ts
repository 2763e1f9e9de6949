/** What must hold whatever the order of steps. Each throws what doesn't. */
import assert from "node:assert/strict";
import type { Ending } from "./execution.ts";
import type { Watch } from "./explore.ts";
import type { Outcome } from "./world.ts";

const RANK: Readonly<Record<string, number>> = {
	received: 0,
	stripped: 1,
	failed: 2,
	ready: 3,
	rejected: 3,
	deleted: 3,
};

/** `failed` can be left again, and a message may be tried from its beginning. */
const isForward = (before: NonNullable<Outcome["row"]>, after: NonNullable<Outcome["row"]>): boolean =>
	after.event > before.event ||
	(after.event === before.event &&
		((RANK[after.stage] ?? 0) >= (RANK[before.stage] ?? 0) || before.stage === "failed"));

/** What readers are told is there. */
const readersFind = ({ row, documents }: Outcome): void => {
	if (row?.stage !== "ready") return;
	assert(row.current, "a ready row has documents");
	for (const name of [row.current.article, row.current.summary])
		assert(documents.includes(name), `readers are sent to ${name}, which isn't there`);
	assert.equal(row.current.summary, `summaries/${row.event}`, "readers get the summary of an older upload");
};

/** Dead letters have been redriven by then. */
const fateIsLast = ({ outcome: { object, row } }: Ending): void => {
	assert(row, "nothing is known of the key");
	assert(["ready", "rejected", "deleted"].includes(row.stage), `the key ends as ${row.stage}`);
	assert.equal(row.upload, object, "the row isn't about what lies under the key");
	assert.equal(row.stage === "deleted", object === undefined, `the key ends as ${row.stage}`);
};

/** What a crash left is `sweep`'s to collect; without one nothing is left. */
const nothingIsLeft = ({ outcome: { row, documents, entries }, crashes }: Ending): void => {
	if (crashes > 0) return;
	const named = [row?.current?.article, row?.current?.summary].filter((name) => name !== undefined).sort();
	assert.deepEqual(documents, named, "documents are left that no row points at");
	const stale = entries.filter((entry) => row?.current === undefined || !entry.endsWith(` ${row.event}`));
	assert.deepEqual(stale, [], "entries are left that no row stands for");
};

/** All of it. */
export const promises: Watch = {
	step(before, after) {
		if (before.outcome.row) {
			assert(after.outcome.row, "a row is gone");
			assert(
				isForward(before.outcome.row, after.outcome.row),
				`the row goes back from ${JSON.stringify(before.outcome.row)} to ${JSON.stringify(after.outcome.row)}`,
			);
		}
		readersFind(after.outcome);
	},
	ending(ending) {
		fateIsLast(ending);
		nothingIsLeft(ending);
	},
};
