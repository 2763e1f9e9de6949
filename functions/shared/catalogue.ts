/**
 * The catalogue: one row a key, and the only place where order and idempotency are decided. Every write is
 * one conditional update, so a try may crash or run twice at any point.
 *
 * A row's order is (sequencer, stage rank) and never falls; `failed` alone can be left again at the same
 * sequencer, by a redrive or by the success of the very try that it announced.
 */
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { foldName, indexedUnder, primaryLanguage, rankOf } from "./lists.ts";
import { type Current, type Row, RowSchema } from "./row.ts";
import type { Stage } from "./stage.ts";

/** Which upload a transition is about. */
export interface Turn {
	readonly key: string;
	readonly sequencer: string;
}

/** Which object lies under a key. */
export interface ObjectVersion {
	/** Absent when the bucket is not versioned. */
	readonly versionId?: string;
	readonly etag: string;
}

/** An upload as `claim` records it. */
export interface Claim extends Turn, ObjectVersion {
	readonly time: string;
}

/** Why a row is `rejected` or `failed`. */
export interface Reason {
	readonly code: string;
	readonly message: string;
}

/** A transition that was not to be, with the row that stands in its way. */
export interface Refusal {
	readonly outcome: "refused";
	readonly row: Row | undefined;
}

/** What came of a transition: `moved`, with the row as it was before; or `refused`. */
export type Transition = { readonly outcome: "moved"; readonly previous: Row | undefined } | Refusal;

/** Whether the turn is ours, and the documents of an earlier upload that nobody will publish any more. */
export interface Claimed {
	readonly ours: boolean;
	readonly abandoned: readonly string[];
}

/** Whether a newer event has taken the key, so that nobody will point at the documents of this turn. */
export const isOvertaken = ({ row }: Refusal, { sequencer }: Turn): boolean =>
	row === undefined || row.latest.sequencer > sequencer;

/**
 * How long a tombstone keeps a late event from raising the deleted: EventBridge retries for 24 hours, the
 * queue and its dead-letter queue keep messages for 14 days each; 90 days leave room for a redrive.
 */
const TOMBSTONE_SECONDS = 90 * 24 * 60 * 60;

/** Who may write over what: the design's table of transitions, as DynamoDB conditions. */
const NEWER =
	"attribute_not_exists(#key) OR (#latest.#sequencer < :sequencer AND (attribute_not_exists(#confirmed) OR #confirmed < :sequencer))";
const at = (...stages: Stage[]) =>
	`#latest.#sequencer = :sequencer AND #latest.#stage IN (${stages.map((stage) => `:${stage}`).join(", ")})`;
/** The upload's fate is not decided; `failed` counts, because success overwrites the announcement. */
const UNDECIDED = at("received", "stripped", "failed");
const MAY = {
	claim: `${NEWER} OR (${at("received", "failed")})`,
	claimLastTry: `${NEWER} OR (${UNDECIDED})`,
	strip: UNDECIDED,
	reject: UNDECIDED,
	fail: UNDECIDED,
	publish: UNDECIDED,
	renew: `${at("ready")} AND #current.#article = :article`,
	bury: NEWER,
	/** A tombstone has no etag. */
	confirm: `#latest.#etag = :etag AND (${NEWER})`,
} as const;
/** Which version a row is about, in a bucket with and one without versions. */
const SAME_VERSION = "#latest.#versionId = :versionId";
const NO_VERSION = "attribute_not_exists(#latest.#versionId)";

/** The placeholders of an expression (`#stage`, `:failed`), each named after what it stands for. */
const placeholders = (expression: string, mark: "#" | ":"): string[] =>
	[...new Set(expression.match(/[#:]\w+/g))].filter((name) => name.startsWith(mark));

/** The catalogue in one table. All methods throw the SDK's errors, which are the caller's to retry. */
export interface Catalogue {
	/** The row as it stands now (a consistent read), or `undefined`. */
	get(key: string): Promise<Row | undefined>;
	/**
	 * Takes an upload's turn: `received`, or `failed` with its reason when this is its last try. The turn is
	 * also ours when an earlier try of the same upload got as far as `stripped` and crashed.
	 */
	claim(upload: Claim, lastTry?: Reason): Promise<Claimed>;
	/** Ingest is done: the article document is stored under this name. */
	strip(turn: Turn, article: string): Promise<Transition>;
	/** The upload can't become an article; its former documents are no longer pointed at. */
	reject(turn: Turn, reason: Reason): Promise<Transition>;
	/** Announces that this is the last try of `turn`; success overwrites it. */
	fail(turn: Turn, reason: Reason): Promise<Transition>;
	/** Both documents are stored: readers now get these. */
	publish(turn: Turn, current: Current): Promise<Transition>;
	/** Another summary of the article that readers have is stored: they now get this one. */
	renew(turn: Turn, current: Current): Promise<Transition>;
	/** The key is gone. `time` is the event's. */
	bury(turn: Turn, time: string): Promise<Transition>;
	/**
	 * Something was deleted, and `object` is what the key has left. True when the row is about that object
	 * already; then older events that are still on their way (the delete marker that was taken away again,
	 * a version that is gone) can't move the row any more.
	 */
	confirm(turn: Turn, object: ObjectVersion): Promise<boolean>;
}

/** Opens the catalogue in `table`. `client` must drop `undefined` (`marshallOptions.removeUndefinedValues`). */
export const openCatalogue = (client: DynamoDBDocumentClient, table: string): Catalogue => {
	const get = async (key: string): Promise<Row | undefined> => {
		const { Item } = await client.send(
			new GetCommand({ TableName: table, Key: { key }, ConsistentRead: true }),
		);
		return Item && RowSchema.parse(Item);
	};

	const move = async (
		{ key, sequencer }: Turn,
		condition: string,
		update: string,
		values: Record<string, unknown> = {},
	): Promise<Transition> => {
		const expressions = `${condition} ${update}`;
		const known: Record<string, unknown> = { ":sequencer": sequencer, ...values };
		try {
			const { Attributes } = await client.send(
				new UpdateCommand({
					TableName: table,
					Key: { key },
					ConditionExpression: condition,
					UpdateExpression: update,
					ExpressionAttributeNames: Object.fromEntries(
						placeholders(expressions, "#").map((name) => [name, name.slice(1)]),
					),
					ExpressionAttributeValues: Object.fromEntries(
						placeholders(expressions, ":").map((name) => [name, known[name] ?? name.slice(1)]),
					),
					ReturnValues: "ALL_OLD",
				}),
			);
			return { outcome: "moved", previous: Attributes && RowSchema.parse(Attributes) };
		} catch (error) {
			if (!(error instanceof ConditionalCheckFailedException)) throw error;
			return { outcome: "refused", row: await get(key) };
		}
	};

	/** Points the row at documents that are stored, and lists it by them. */
	const point = (turn: Turn, condition: string, current: Current): Promise<Transition> => {
		const { key } = turn;
		const publisher = current.publisher && foldName(current.publisher);
		return move(
			turn,
			condition,
			`SET #latest.#stage = :ready, #current = :current, #rank = :rank, #byStage = :byStage, #byLanguage = :byLanguage
			${publisher ? ", #byPublisher = :byPublisher" : ""} REMOVE #latest.#code, #latest.#message, #latest.#article`,
			{
				":article": current.article,
				":current": current,
				":rank": rankOf(current.listedAt, key),
				":byStage": indexedUnder("ready", key),
				":byLanguage": indexedUnder(primaryLanguage(current.language), key),
				...(publisher && { ":byPublisher": indexedUnder(publisher, key) }),
			},
		);
	};

	return {
		get,

		async claim({ key, sequencer, versionId, etag, time }, lastTry) {
			const stage: Stage = lastTry ? "failed" : "received";
			const claimed = await move(
				{ key, sequencer },
				lastTry ? MAY.claimLastTry : MAY.claim,
				"SET #latest = :latest, #byStage = :byStage, #rank = :rank REMOVE #expiresAt, #byPublisher, #byLanguage",
				{
					":latest": { sequencer, stage, versionId, etag, receivedAt: time, ...lastTry },
					":byStage": indexedUnder(stage, key),
					":rank": rankOf(time, key),
				},
			);
			if (claimed.outcome === "moved") {
				const before = claimed.previous?.latest;
				const left = before?.sequencer === sequencer ? undefined : before?.article;
				return { ours: true, abandoned: left === undefined ? [] : [left] };
			}
			const standing = claimed.row?.latest;
			return { ours: standing?.sequencer === sequencer && standing.stage === "stripped", abandoned: [] };
		},

		strip: (turn, article) =>
			move(
				turn,
				MAY.strip,
				"SET #latest.#stage = :stripped, #latest.#article = :article, #byStage = :byStage REMOVE #latest.#code, #latest.#message",
				{ ":article": article, ":byStage": indexedUnder("stripped", turn.key) },
			),

		reject: (turn, { code, message }) =>
			move(
				turn,
				MAY.reject,
				"SET #latest.#stage = :rejected, #latest.#code = :code, #latest.#message = :message, #byStage = :byStage REMOVE #current, #latest.#article",
				{ ":code": code, ":message": message, ":byStage": indexedUnder("rejected", turn.key) },
			),

		fail: (turn, { code, message }) =>
			move(
				turn,
				MAY.fail,
				"SET #latest.#stage = :failed, #latest.#code = :code, #latest.#message = :message, #byStage = :byStage",
				{ ":code": code, ":message": message, ":byStage": indexedUnder("failed", turn.key) },
			),

		publish: (turn, current) => point(turn, MAY.publish, current),

		renew: (turn, current) => point(turn, MAY.renew, current),

		bury: ({ key, sequencer }, time) =>
			move(
				{ key, sequencer },
				MAY.bury,
				"SET #latest = :latest, #expiresAt = :expiresAt, #byStage = :byStage, #rank = :rank REMOVE #current, #byPublisher, #byLanguage",
				{
					":latest": { sequencer, stage: "deleted", receivedAt: time },
					":expiresAt": Math.floor(Date.parse(time) / 1000) + TOMBSTONE_SECONDS,
					":byStage": indexedUnder("deleted", key),
					":rank": rankOf(time, key),
				},
			),

		async confirm(turn, { versionId, etag }) {
			const condition = `${MAY.confirm} AND ${versionId === undefined ? NO_VERSION : SAME_VERSION}`;
			const values = { ":etag": etag, ":versionId": versionId };
			return (await move(turn, condition, "SET #confirmed = :sequencer", values)).outcome === "moved";
		},
	};
};
