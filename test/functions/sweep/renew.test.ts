import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { extractive } from "../../../functions/summarise/index.ts";
import { createSummarise } from "../../../functions/summarise/summarise-article.ts";
import type { Summariser } from "../../../functions/summarise/summariser.ts";
import { createRenew, type RenewRequest } from "../../../functions/sweep/renew.ts";
import { ENOUGH, type Pipeline, startPipeline } from "./pipeline.ts";

let pipeline: Pipeline;
beforeAll(async () => {
	pipeline = await startPipeline();
});
afterAll(() => pipeline.cloud.close());

let keys = 0;
let key: string;
beforeEach(async () => {
	key = `renewed/${keys++}.html`;
	await pipeline.publish(key, `the garden ${key}`);
});

const NOW = `${extractive.name}-${extractive.version}`;
/** An engine that comes after the one that there is. */
const next: Summariser = { ...extractive, version: "next" };

const renew = (request: RenewRequest = {}, timeLeft = ENOUGH) =>
	createRenew({
		...pipeline.parts,
		toSummarise: async (message) => void pipeline.toSummarise.push(JSON.stringify(message)),
	})(request, timeLeft);

const summariseBy = async (summariser: Summariser, lastTry = false): Promise<void> => {
	const { library, catalogue, entries, log } = pipeline.parts;
	const parts = { library, catalogue, entries, log, now: () => new Date(), length: "standard" as const };
	for (const body of pipeline.toSummarise.splice(0))
		await createSummarise({ ...parts, summariser })(body, lastTry);
};

const summaryOf = async (of: string) => (await pipeline.catalogue.get(of))?.current?.summary;

describe("a renewal", () => {
	test("puts another engine's summary in place of the one there is, and reads no upload", async () => {
		const before = await pipeline.state();
		await renew();
		await summariseBy(next);
		const after = await pipeline.state();
		expect(await summaryOf(key)).toMatch(/\/extractive-next\.json$/);
		expect(after.documents).toHaveLength(before.documents.length);
		expect(after.entries).toEqual(before.entries);
		expect((await pipeline.parts.library.summary((await summaryOf(key)) ?? ""))?.key).toBe(key);
		expect(pipeline.toIngest).toEqual([]);
	});

	test("twice changes nothing", async () => {
		await renew();
		await summariseBy(next);
		const before = await pipeline.state();
		await renew();
		await summariseBy(next);
		expect(await pipeline.state()).toEqual(before);
	});

	test("leaves out what the engine has made already", async () => {
		const all = (await renew({ except: "another-1" })).sent;
		pipeline.toSummarise.splice(0);
		await renew({ except: NOW });
		expect(pipeline.toSummarise.length).toBeLessThan(all);
		expect(pipeline.toSummarise.filter((body) => body.includes(key))).toEqual([]);
		pipeline.toSummarise.splice(0);
	});

	test("says where it ended when it has no time left, and goes on there", async () => {
		let pages = 2;
		const first = await renew({}, () => (pages-- > 0 ? 900_000 : 0));
		expect(first.after).toBeDefined();
		const second = await renew({ after: first.after });
		expect(second.after).toBeUndefined();
		expect(pipeline.toSummarise.filter((body) => body.includes(`"${key}"`))).toHaveLength(1);
		pipeline.toSummarise.splice(0);
	});

	test("changes nothing for a key that was uploaded again meanwhile", async () => {
		await renew();
		const messages = pipeline.toSummarise.splice(0);
		await pipeline.publish(key, "the new orchard");
		const before = await pipeline.state();
		pipeline.toSummarise.push(...messages.filter((body) => body.includes(`"${key}"`)));
		await summariseBy(next);
		expect(await pipeline.state()).toEqual(before);
	});

	test("that is deleted meanwhile raises nothing", async () => {
		await renew();
		const messages = pipeline.toSummarise.splice(0);
		pipeline.toIngest.push(await pipeline.remove(key));
		await pipeline.settle();
		pipeline.toSummarise.push(...messages.filter((body) => body.includes(`"${key}"`)));
		await summariseBy(next);
		expect((await pipeline.catalogue.get(key))?.latest.stage).toBe("deleted");
		expect(await pipeline.documents()).not.toContain(expect.stringContaining("extractive-next"));
	});

	test("that fails leaves readers the summary they have", async () => {
		await renew();
		const broken: Summariser = {
			...next,
			version: "broken",
			summarise: () => {
				throw new Error("broken");
			},
		};
		const before = await summaryOf(key);
		await expect(summariseBy(broken, true)).rejects.toThrow("broken");
		pipeline.toSummarise.splice(0);
		expect(await summaryOf(key)).toBe(before);
		expect((await pipeline.catalogue.get(key))?.latest.stage).toBe("ready");
	});
});
