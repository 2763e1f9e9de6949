/** How often functions were run for a message: what a pipeline is billed for. */
import type { Interceptor } from "../../local/endpoints/index.ts";
import { wholeOf } from "./faults.ts";

/** A message that reached a function. */
export interface Receipt {
	readonly stage: "ingest" | "summarise";
	readonly message: string;
	/** The upload's key and sequencer. */
	readonly turn: string;
}

/** Runs of a stage. */
export interface Bill {
	readonly runs: number;
	readonly messages: number;
	/** Uploads and deletions that the messages were about. */
	readonly turns: number;
	/** The most runs that one message took. */
	readonly most: number;
	/** The most that one upload or deletion took: events come twice, and what failed is redriven. */
	readonly mostOfTurn: number;
}

interface Received {
	readonly Messages?: readonly { readonly MessageId: string; readonly Body: string }[];
}

interface About {
	readonly key?: string;
	readonly sequencer?: string;
	readonly detail?: { readonly object?: About };
}

/** Tells of what the functions' pollers receive, after any fault: what they never see costs nothing. */
export const receipts =
	(tell: (receipt: Receipt) => void): Interceptor =>
	async (call, next) => {
		const [, stage] = /(ingest|summarise)-function/.exec(call.caller?.name ?? "") ?? [];
		const answer = await next();
		if (call.operation !== "ReceiveMessage" || answer.status !== 200) return answer;
		const body = await wholeOf(answer);
		for (const { MessageId, Body } of (JSON.parse(String(body)) as Received).Messages ?? []) {
			const { detail, ...summarised } = JSON.parse(Body) as About;
			const { key, sequencer } = detail?.object ?? summarised;
			if (stage === "ingest" || stage === "summarise")
				tell({ stage, message: MessageId, turn: `${key} ${sequencer}` });
		}
		return { ...answer, body };
	};

/** Runs by message, or by turn. */
const runsOf = (receipts: readonly Receipt[], by: "message" | "turn"): Map<string, number> => {
	const runs = new Map<string, number>();
	for (const receipt of receipts) {
		const name = `${receipt.stage} ${receipt[by]}`;
		runs.set(name, (runs.get(name) ?? 0) + 1);
	}
	return runs;
};

const mostOf = (runs: Map<string, number>): number =>
	[...runs.values()].reduce((most, count) => Math.max(most, count), 0);

/** Messages that were tried more than `tries` times. */
export const overbilled = (receipts: readonly Receipt[], tries: number): string[] =>
	[...runsOf(receipts, "message")]
		.filter(([, runs]) => runs > tries)
		.map(([message, runs]) => `${message}: ${runs}`);

/** Adds up what a stage did. */
export const billOf = (receipts: readonly Receipt[], stage: Receipt["stage"]): Bill => {
	const ofStage = receipts.filter((receipt) => receipt.stage === stage);
	const byMessage = runsOf(ofStage, "message");
	const byTurn = runsOf(ofStage, "turn");
	return {
		runs: ofStage.length,
		messages: byMessage.size,
		turns: byTurn.size,
		most: mostOf(byMessage),
		mostOfTurn: mostOf(byTurn),
	};
};
