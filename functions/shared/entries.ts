/**
 * The entries of lists that a row is in several times. They are written before the row is flipped and removed
 * after it, so a crash leaves too many, never too few. Each carries the sequencer of the upload that wrote it:
 * who is late neither replaces nor removes a newer upload's.
 */
import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Turn } from "./catalogue.ts";
import { type Place, placesOf } from "./lists.ts";
import type { Current } from "./row.ts";

/** An entry as it stands in its table. */
export interface Entry extends Place, Turn {}

/** The entries in one table. All methods throw the SDK's errors, which are the caller's to retry. */
export interface Entries {
	/** Writes the entries of what is about to be published. */
	add(turn: Turn, current: Current): Promise<void>;
	/** Removes the entries of `former`, as far as the row doesn't need them now that it points at `current`. */
	remove(turn: Turn, former: Current | undefined, current?: Current): Promise<void>;
	/** Removes one entry, unless another upload has written it since. */
	discard(entry: Entry): Promise<void>;
}

/** Opens the entries in `table`. */
export const openEntries = (client: DynamoDBDocumentClient, table: string): Entries => {
	const unlessNewer = async (write: Promise<unknown>): Promise<void> => {
		try {
			await write;
		} catch (error) {
			if (!(error instanceof ConditionalCheckFailedException)) throw error;
		}
	};
	const condition = ({ sequencer }: Turn) => ({
		TableName: table,
		ConditionExpression: "attribute_not_exists(#sequencer) OR #sequencer <= :sequencer",
		ExpressionAttributeNames: { "#sequencer": "sequencer" },
		ExpressionAttributeValues: { ":sequencer": sequencer },
	});
	const nameOf = ({ list, rank }: Place): string => `${list}\n${rank}`;

	return {
		async add(turn, current) {
			const { key, sequencer } = turn;
			const puts = placesOf(key, current).map((place) =>
				unlessNewer(client.send(new PutCommand({ ...condition(turn), Item: { ...place, key, sequencer } }))),
			);
			await Promise.all(puts);
		},
		async remove(turn, former, current) {
			const needed = new Set(current && placesOf(turn.key, current).map(nameOf));
			const unneeded = former ? placesOf(turn.key, former).filter((place) => !needed.has(nameOf(place))) : [];
			const deletes = unneeded.map(({ list, rank }) =>
				unlessNewer(client.send(new DeleteCommand({ ...condition(turn), Key: { list, rank } }))),
			);
			await Promise.all(deletes);
		},
		discard: ({ list, rank, ...turn }) =>
			unlessNewer(client.send(new DeleteCommand({ ...condition(turn), Key: { list, rank } }))),
	};
};
