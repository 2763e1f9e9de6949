import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Catalogue, Claim } from "../../../functions/shared/catalogue.ts";
import { type Current, documentsOf } from "../../../functions/shared/row.ts";
import type { Stage } from "../../../functions/shared/stage.ts";
import { padSequencer } from "../../../functions/shared/upload.ts";
import { type Cloud, startCloud } from "../../support/cloud.ts";

let cloud: Cloud;
let catalogue: Catalogue;
beforeAll(async () => {
	cloud = await startCloud();
	catalogue = cloud.catalogue;
});
afterAll(() => cloud.close());

const REASON = { code: "no-article", message: "No article was found." };
const LAST_TRY = { code: "ingest-failed", message: "It failed." };

let keys = 0;
const freshKey = () => `news/${keys++}.html`;

/** An upload of `key`; a higher `order` is a later one. */
const upload = (key: string, order: number): Claim => ({
	key,
	sequencer: padSequencer(`0055AED6DCD9028${order}`),
	versionId: `v${order}`,
	etag: `etag${order}`,
	time: `2026-01-0${order}T10:00:00Z`,
});

const pointers = (order: number): Current => ({
	article: `articles/a/${order}/1.json`,
	summary: `summaries/a/${order}/extractive-1.json`,
	headline: "Harbour reopens",
	gist: "The harbour reopened.",
	language: "en",
	listedAt: "2026-01-01T10:00:00.000Z",
	topics: [],
	authors: [],
});

/** Brings a fresh key's upload to a stage by the transitions that lead there. */
const rowAt = async (stage: Stage, order = 2): Promise<Claim> => {
	const claim = upload(freshKey(), order);
	if (stage === "deleted") {
		await catalogue.bury(claim, claim.time);
		return claim;
	}
	await catalogue.claim(claim, stage === "failed" ? LAST_TRY : undefined);
	if (stage === "stripped" || stage === "ready") await catalogue.strip(claim, pointers(order).article);
	if (stage === "ready") await catalogue.publish(claim, pointers(order));
	if (stage === "rejected") await catalogue.reject(claim, REASON);
	expect((await catalogue.get(claim.key))?.latest.stage).toBe(stage);
	return claim;
};

const STAGES: Stage[] = ["received", "stripped", "ready", "rejected", "failed", "deleted"];
const stageOf = async (key: string) => (await catalogue.get(key))?.latest.stage;

/** Each transition, and over which stages of the same upload the design lets it write. */
const TABLE = {
	claim: { over: ["received", "failed"], writes: "received" },
	"claim on the last try": { over: ["received", "stripped", "failed"], writes: "failed" },
	strip: { over: ["received", "stripped", "failed"], writes: "stripped" },
	reject: { over: ["received", "stripped", "failed"], writes: "rejected" },
	fail: { over: ["received", "stripped", "failed"], writes: "failed" },
	publish: { over: ["received", "stripped", "failed"], writes: "ready" },
	bury: { over: [], writes: "deleted" },
} as const satisfies Record<string, { over: Stage[]; writes: Stage }>;

const run = (transition: keyof typeof TABLE, turn: Claim): Promise<unknown> =>
	({
		claim: () => catalogue.claim(turn),
		"claim on the last try": () => catalogue.claim(turn, LAST_TRY),
		strip: () => catalogue.strip(turn, "articles/a/1.json"),
		reject: () => catalogue.reject(turn, REASON),
		fail: () => catalogue.fail(turn, LAST_TRY),
		publish: () => catalogue.publish(turn, pointers(9)),
		bury: () => catalogue.bury(turn, turn.time),
	})[transition]();

describe.each(Object.entries(TABLE))("%s", (name, { over, writes }) => {
	const transition = name as keyof typeof TABLE;

	test.each(STAGES)("over the same upload at %s", async (stage) => {
		const turn = await rowAt(stage);
		const before = await catalogue.get(turn.key);
		await run(transition, turn);
		if ((over as readonly Stage[]).includes(stage)) expect(await stageOf(turn.key)).toBe(writes);
		else expect(await catalogue.get(turn.key)).toEqual(before);
	});

	test("over a newer upload writes nothing", async () => {
		for (const stage of STAGES) {
			const newer = await rowAt(stage, 2);
			const before = await catalogue.get(newer.key);
			await run(transition, { ...upload(newer.key, 1) });
			expect(await catalogue.get(newer.key)).toEqual(before);
		}
	});

	test("over an older upload", async () => {
		const startsATurn = transition.startsWith("claim") || transition === "bury";
		for (const stage of STAGES) {
			const older = await rowAt(stage, 2);
			await run(transition, upload(older.key, 3));
			expect(await stageOf(older.key)).toBe(startsATurn ? writes : stage);
		}
	});

	test("where there is no row", async () => {
		const turn = upload(freshKey(), 2);
		await run(transition, turn);
		const startsATurn = transition.startsWith("claim") || transition === "bury";
		expect(await stageOf(turn.key)).toBe(startsATurn ? writes : undefined);
	});
});

describe("claim", () => {
	test("takes the turn of a try that crashed after stripping, without falling back to received", async () => {
		const turn = await rowAt("stripped");
		expect((await catalogue.claim(turn)).ours).toBe(true);
		expect(await stageOf(turn.key)).toBe("stripped");
	});

	test("is refused once the upload's fate is decided", async () => {
		for (const stage of ["ready", "rejected", "deleted"] as const)
			expect((await catalogue.claim(await rowAt(stage))).ours).toBe(false);
	});

	test("keeps the older summary's pointers while a re-upload is on its way", async () => {
		const { key } = await rowAt("ready", 2);
		await catalogue.claim(upload(key, 3));
		expect((await catalogue.get(key))?.current).toEqual(pointers(2));
	});

	test("over a tombstone takes the date of its removal away", async () => {
		const { key } = await rowAt("deleted", 2);
		expect((await catalogue.get(key))?.expiresAt).toBe(Date.parse("2026-04-02T10:00:00Z") / 1000);
		await catalogue.claim(upload(key, 3));
		expect((await catalogue.get(key))?.expiresAt).toBeUndefined();
	});

	test("compares sequencers of different lengths as S3 means them", async () => {
		const claim = upload(freshKey(), 1);
		await catalogue.claim({ ...claim, sequencer: padSequencer("0055AED6DCD9") });
		expect((await catalogue.claim({ ...claim, sequencer: padSequencer("0055AED6DCD9028") })).ours).toBe(true);
		expect((await catalogue.claim({ ...claim, sequencer: padSequencer("0055AED6DC") })).ours).toBe(false);
	});

	test("of one upload by twenty at once leaves one row at received", async () => {
		const claim = upload(freshKey(), 1);
		await Promise.all(Array.from({ length: 20 }, () => catalogue.claim(claim)));
		expect(await stageOf(claim.key)).toBe("received");
	});
});

describe("confirm", () => {
	const DECIDED_OR_NOT = STAGES.filter((stage) => stage !== "deleted");

	test.each(DECIDED_OR_NOT)(
		"of the object that a row at %s is about keeps older events out",
		async (stage) => {
			const turn = await rowAt(stage, 2);
			const before = await catalogue.get(turn.key);
			const deletion = upload(turn.key, 4);
			expect(await catalogue.confirm(deletion, turn)).toBe(true);
			await catalogue.bury(upload(turn.key, 3), turn.time);
			expect((await catalogue.claim(upload(turn.key, 3))).ours).toBe(false);
			expect(await catalogue.get(turn.key)).toEqual({ ...before, confirmed: deletion.sequencer });
		},
	);

	test("lets the upload itself go on, and newer events too", async () => {
		const turn = await rowAt("received", 2);
		await catalogue.confirm(upload(turn.key, 4), turn);
		expect((await catalogue.claim(turn)).ours).toBe(true);
		expect((await catalogue.claim(upload(turn.key, 5))).ours).toBe(true);
	});

	test("is refused where the row is about another version, bytes or bucket without versions", async () => {
		const turn = await rowAt("ready", 2);
		const deletion = upload(turn.key, 4);
		const { etag, versionId = "" } = turn;
		expect(await catalogue.confirm(deletion, { etag, versionId: "v1" })).toBe(false);
		expect(await catalogue.confirm(deletion, { etag: "etag1", versionId })).toBe(false);
		expect(await catalogue.confirm(deletion, { etag })).toBe(false);
	});

	test("is refused where the row is deleted, missing, of the same event or of a newer one", async () => {
		const deleted = await rowAt("deleted", 2);
		expect(await catalogue.confirm(upload(deleted.key, 4), deleted)).toBe(false);
		expect(await catalogue.confirm(upload(freshKey(), 4), deleted)).toBe(false);
		const turn = await rowAt("received", 2);
		expect(await catalogue.confirm(turn, turn)).toBe(false);
		expect(await catalogue.confirm(upload(turn.key, 1), turn)).toBe(false);
	});

	test("works without versions", async () => {
		const { versionId: _, ...turn } = upload(freshKey(), 2);
		await catalogue.claim(turn);
		expect(await catalogue.confirm(upload(turn.key, 4), { etag: turn.etag })).toBe(true);
		expect(await catalogue.confirm(upload(turn.key, 5), { etag: turn.etag, versionId: "v1" })).toBe(false);
	});
});

describe("the one who decides an upload's fate", () => {
	test("by publishing gets the documents that were replaced, and points at the new ones", async () => {
		const { key } = await rowAt("ready", 2);
		const newer = upload(key, 3);
		await catalogue.claim(newer);
		expect(await catalogue.publish(newer, pointers(3))).toMatchObject({
			outcome: "moved",
			previous: { current: pointers(2) },
		});
		expect((await catalogue.get(key))?.current).toEqual(pointers(3));
	});

	test("by rejecting gets them too, and the row points at nothing", async () => {
		const { key } = await rowAt("ready", 2);
		const newer = upload(key, 3);
		await catalogue.claim(newer);
		expect(await catalogue.reject(newer, REASON)).toMatchObject({
			outcome: "moved",
			previous: { current: pointers(2) },
		});
		expect(await catalogue.get(key)).toMatchObject({ latest: { stage: "rejected", ...REASON } });
		expect((await catalogue.get(key))?.current).toBeUndefined();
	});

	test("by burying gets them too", async () => {
		const { key } = await rowAt("ready", 2);
		expect(await catalogue.bury(upload(key, 3), "2026-01-03T10:00:00Z")).toMatchObject({
			outcome: "moved",
			previous: { current: pointers(2) },
		});
	});

	test("finds an article that was never summarised, until it is published", async () => {
		const { key } = await rowAt("stripped", 2);
		expect(documentsOf(await catalogue.get(key))).toEqual([pointers(2).article]);
		const newer = upload(key, 3);
		expect(await catalogue.claim(newer)).toEqual({ ours: true, abandoned: [pointers(2).article] });
		await catalogue.strip(newer, pointers(3).article);
		expect((await catalogue.claim(newer)).abandoned).toEqual([]);
		await catalogue.publish(newer, pointers(3));
		expect((await catalogue.claim(upload(key, 4))).abandoned).toEqual([]);
	});

	test("twice at once moves the row once", async () => {
		const turn = await rowAt("stripped");
		const outcomes = await Promise.all([1, 2, 3].map((order) => catalogue.publish(turn, pointers(order))));
		expect(outcomes.filter(({ outcome }) => outcome === "moved")).toHaveLength(1);
	});

	test("clears the announcement of the last try by succeeding", async () => {
		const turn = await rowAt("failed");
		await catalogue.strip(turn, "articles/a/1.json");
		await catalogue.publish(turn, pointers(2));
		const latest = (await catalogue.get(turn.key))?.latest;
		expect(latest).not.toHaveProperty("code");
		expect(latest).not.toHaveProperty("message");
	});
});
