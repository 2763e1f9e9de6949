/** A bucket that existed before the stack may have no versions: objects are told apart by their ETags alone. */
import { DeleteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Pipeline, startPipeline } from "./pipeline.ts";

let pipeline: Pipeline;
beforeAll(async () => {
	pipeline = await startPipeline({ versioned: false });
});
afterAll(() => pipeline.cloud.close());

const sweep = async () => {
	const { counts } = await pipeline.sweep();
	await pipeline.settle();
	return counts;
};
const latest = async (key: string) => (await pipeline.catalogue.get(key))?.latest;

test("what is in order stays as it is", async () => {
	await pipeline.publish("a.html", "the garden");
	expect(await latest("a.html")).not.toHaveProperty("versionId");
	expect(await sweep()).toMatchObject({ sound: 1, resent: 0, restored: 0, errors: 0 });
});

test("another object is seen, and a row that is gone comes back", async () => {
	await pipeline.put("a.html", "the orchard");
	expect(await sweep()).toMatchObject({ resent: 1 });
	const mended = await latest("a.html");
	expect(mended?.stage).toBe("ready");
	const Key = { key: "a.html" };
	await pipeline.cloud.dynamodb.send(
		new DeleteCommand({ TableName: pipeline.cloud.environment.CATALOGUE_TABLE, Key }),
	);
	expect(await sweep()).toMatchObject({ restored: 1, resent: 0 });
	expect(await latest("a.html")).toEqual(mended);
});

test("a deletion that nobody heard of is seen", async () => {
	await pipeline.remove("a.html");
	expect(await sweep()).toMatchObject({ buried: 1 });
	expect(await latest("a.html")).toMatchObject({ stage: "deleted" });
});
