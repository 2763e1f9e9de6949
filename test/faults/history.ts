/** What writes did to the catalogue's rows, one after the other, whatever their makers heard of it. */
import type { Interceptor } from "../../local/endpoints/index.ts";
import { wholeOf } from "./faults.ts";

/** Where a row stood, or stands. */
interface Standing {
	/** Padded, so that it compares as text. */
	readonly sequencer: string;
	readonly stage: string;
}

/** One write that moved a row; `from` is missing for a row that is new. */
export interface Move {
	readonly key: string;
	readonly from?: Standing;
	readonly to: Standing;
}

/** The moves that no run of the pipeline may make, by what each is. */
export interface Misdeeds {
	/** Something older was put over something newer, or a try began anew what another had got further with. */
	readonly stale: string[];
	/** The same of a key that was deleted. */
	readonly resurrected: string[];
	/** An upload whose fate was decided was decided once more. */
	readonly duplicated: string[];
}

const FINAL: ReadonlySet<string> = new Set(["ready", "rejected", "deleted"]);

/** Attributes as DynamoDB spells them. */
interface Text {
	readonly S?: string;
}
interface Update {
	readonly Key?: { readonly key?: Text };
	readonly ExpressionAttributeValues?: { readonly [name: string]: Text };
}
interface Updated {
	readonly Attributes?: { readonly latest?: { readonly M?: { readonly [name: string]: Text } } };
}

const moveOf = (request: Update, answer: Updated): Move | undefined => {
	const { ":sequencer": sequencer, ":byStage": byStage } = request.ExpressionAttributeValues ?? {};
	const key = request.Key?.key?.S;
	// A deletion that leaves the row's object in place only notes that it came: it moves nothing.
	const stage = byStage?.S?.split("#")[0];
	if (key === undefined || sequencer?.S === undefined || stage === undefined) return undefined;
	const { sequencer: former, stage: formerStage } = answer.Attributes?.latest?.M ?? {};
	return {
		key,
		...(former?.S !== undefined && { from: { sequencer: former.S, stage: formerStage?.S ?? "" } }),
		to: { sequencer: sequencer.S, stage },
	};
};

/** Tells of all moves. It stands where only the service is behind it: what failed or got lost is no move. */
export const history =
	(tell: (move: Move) => void): Interceptor =>
	async (call, next) => {
		const answer = await next();
		if (call.service !== "dynamodb" || call.operation !== "UpdateItem" || answer.status !== 200)
			return answer;
		const body = await wholeOf(answer);
		const move = moveOf(JSON.parse(String(call.body)), JSON.parse(String(body)));
		if (move) tell(move);
		return { ...answer, body };
	};

const misdeed = ({ from, to }: Move): keyof Misdeeds | undefined => {
	if (!from || to.sequencer > from.sequencer) return undefined;
	if (to.sequencer < from.sequencer) return from.stage === "deleted" ? "resurrected" : "stale";
	if (FINAL.has(from.stage)) return "duplicated";
	return from.stage === "stripped" && to.stage === "received" ? "stale" : undefined;
};

/** Judges a history: by the order of S3's sequencers alone, not by the catalogue's conditions. */
export const judgeHistory = (moves: readonly Move[]): Misdeeds => {
	const found: Misdeeds = { stale: [], resurrected: [], duplicated: [] };
	for (const move of moves) {
		const what = misdeed(move);
		if (what) found[what].push(`${move.key} (${move.from?.stage} to ${move.to.stage})`);
	}
	return found;
};
