/** What must hold of a pipeline once it has been mended. */
import { DeleteCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { placesOf } from "../../../functions/shared/lists.ts";
import { documentsOf, type Row, RowSchema } from "../../../functions/shared/row.ts";
import type { Pipeline } from "./pipeline.ts";

const rowsOf = async ({ cloud }: Pipeline): Promise<Row[]> => {
	const { Items = [] } = await cloud.dynamodb.send(
		new ScanCommand({ TableName: cloud.environment.CATALOGUE_TABLE }),
	);
	return Items.map((item) => RowSchema.parse(item));
};

const entriesOf = async ({ cloud }: Pipeline) => {
	const { Items = [] } = await cloud.dynamodb.send(
		new ScanCommand({ TableName: cloud.environment.ENTRIES_TABLE }),
	);
	return Items;
};

/** Leaves nothing of these keys, nor of anything else but uploads. */
export const clear = async (pipeline: Pipeline, keys: readonly string[]): Promise<void> => {
	const { dynamodb, environment } = pipeline.cloud;
	for (const key of keys) await pipeline.remove(key);
	for (const name of await pipeline.documents()) await pipeline.unshelve(name);
	for (const { key } of await rowsOf(pipeline))
		await dynamodb.send(new DeleteCommand({ TableName: environment.CATALOGUE_TABLE, Key: { key } }));
	for (const { list, rank } of await entriesOf(pipeline))
		await dynamodb.send(new DeleteCommand({ TableName: environment.ENTRIES_TABLE, Key: { list, rank } }));
};

/** Each key's row tells of the object that the key has, or that it has none. */
const assertTrue = async (
	pipeline: Pipeline,
	keys: readonly string[],
	rows: readonly Row[],
): Promise<void> => {
	for (const key of keys) {
		const object = await pipeline.parts.uploads.find(key);
		const row = rows.find((one) => one.key === key);
		if (!object) expect([undefined, "deleted"]).toContain(row?.latest.stage);
		else
			expect(row?.latest).toMatchObject({ stage: "ready", versionId: object.versionId, etag: object.etag });
		if (row?.current) {
			const summary = await pipeline.cloud.library.summary(row.current.summary);
			expect(summary?.upload).toMatchObject({ versionId: object?.versionId, etag: object?.etag });
		}
	}
};

/** Nothing is kept but what rows point at. */
const assertTidy = async (pipeline: Pipeline, rows: readonly Row[]): Promise<void> => {
	expect(await pipeline.documents()).toEqual(rows.flatMap(documentsOf).sort());
	const nameOf = ({ list, rank }: Record<string, unknown>) => `${list} ${rank}`;
	const places = rows.flatMap(({ key, current }) => (current ? placesOf(key, current) : []));
	expect((await entriesOf(pipeline)).map(nameOf).sort()).toEqual(
		places.map((place) => nameOf({ ...place })).sort(),
	);
};

/** Both. */
export const assertSound = async (pipeline: Pipeline, keys: readonly string[]): Promise<void> => {
	const rows = await rowsOf(pipeline);
	await assertTrue(pipeline, keys, rows);
	await assertTidy(pipeline, rows);
};
