import { describe, expect, it } from "vitest";
import type { Answer, Call } from "../../local/endpoints/index.ts";
import { history, judgeHistory, type Move } from "./history.ts";

const at = (sequencer: string, stage: string) => ({ sequencer, stage });
const moves = (...standings: [string, string][]): Move[] =>
	standings.map(([sequencer, stage], index) => {
		const [former, formerStage] = standings[index - 1] ?? [];
		return {
			key: "a",
			...(former !== undefined && { from: at(former, formerStage ?? "") }),
			to: at(sequencer, stage),
		};
	});

describe("a history", () => {
	it.each<[what: string, history: Move[]]>([
		["of one upload", moves(["1", "received"], ["1", "stripped"], ["1", "ready"])],
		["of a last try that succeeds", moves(["1", "failed"], ["1", "stripped"], ["1", "ready"])],
		["of a redrive", moves(["1", "failed"], ["1", "received"], ["1", "rejected"])],
		["of a newer upload in between", moves(["1", "stripped"], ["2", "received"], ["2", "ready"])],
		["of a delete and another upload", moves(["1", "ready"], ["2", "deleted"], ["3", "received"])],
		["of an upload that sweep has sent again", moves(["1", "ready"], ["11", "failed"], ["11", "ready"])],
	])("%s is as it should be", (_, history) => {
		expect(judgeHistory(history)).toEqual({ stale: [], resurrected: [], duplicated: [] });
	});

	it.each<[what: string, by: string, history: Move[]]>([
		["an older result over a newer", "stale", moves(["2", "ready"], ["1", "ready"])],
		["a try that begins anew", "stale", moves(["1", "stripped"], ["1", "received"])],
		["an older upload over a deletion", "resurrected", moves(["2", "deleted"], ["1", "received"])],
		["an upload that is published twice", "duplicated", moves(["1", "ready"], ["1", "ready"])],
		["an upload that is decided otherwise", "duplicated", moves(["1", "rejected"], ["1", "ready"])],
	])("tells of %s", (_, by, history) => {
		expect(judgeHistory(history)).toMatchObject({ [by]: [expect.stringMatching(/^a \(/)] });
	});
});

describe("what is told", () => {
	const told = async (update: object, status: number, answer: object): Promise<Move[]> => {
		const heard: Move[] = [];
		const call = { service: "dynamodb", operation: "UpdateItem", body: Buffer.from(JSON.stringify(update)) };
		const said: Answer = { status, headers: [], body: Buffer.from(JSON.stringify(answer)) };
		const passed = await history((move) => heard.push(move))(call as unknown as Call, async () => said);
		expect(String(passed.body)).toBe(JSON.stringify(answer));
		return heard;
	};
	const update = {
		Key: { key: { S: "a" } },
		ExpressionAttributeValues: { ":sequencer": { S: "2" }, ":byStage": { S: "ready#3" } },
	};
	const before = { Attributes: { latest: { M: { sequencer: { S: "1" }, stage: { S: "stripped" } } } } };

	it("is from where to where a write moved the row", async () => {
		expect(await told(update, 200, before)).toEqual([
			{ key: "a", from: at("1", "stripped"), to: at("2", "ready") },
		]);
		expect(await told(update, 200, {})).toEqual([{ key: "a", to: at("2", "ready") }]);
	});

	it("is nothing of a write that was refused, or that moves nothing", async () => {
		expect(await told(update, 400, {})).toEqual([]);
		const confirming = { ...update, ExpressionAttributeValues: { ":sequencer": { S: "2" } } };
		expect(await told(confirming, 200, before)).toEqual([]);
	});
});
