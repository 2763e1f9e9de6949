/** Runs one extractor in a process of its own over a whole set again and again, and takes the time of each round. */
import * as z from "zod";
import { cpuMilliseconds } from "../cpu-time.ts";
import type { Extractor, PageInput } from "./extractor.ts";
import { bytesOf, PAGE_SETS, pagesOf, sampleOf } from "./pages.ts";

const [file, setName, part, limit] = z
	.tuple([z.string(), z.string(), z.enum(["train", "validate", "test", "all"]), z.coerce.number()])
	.parse(process.argv.slice(2));
const set = PAGE_SETS.find(({ name }) => name === setName);
if (!set) throw new Error(`There is no set ${setName}.`);
const decoder = new TextDecoder();
const pages: readonly PageInput[] = sampleOf(pagesOf(set, part), limit).map((page) => {
	const bytes = bytesOf(page);
	return { bytes, text: decoder.decode(bytes), url: page.url, contentType: page.contentType };
});
const { extract }: { readonly extract: Extractor } = await import(`../peers/${file}`);

/** The CPU's milliseconds of a round; a page that an extractor fails on counts all the same. */
async function round(): Promise<number> {
	const start = cpuMilliseconds();
	for (const page of pages)
		try {
			await extract(page);
		} catch {}
	return cpuMilliseconds() - start;
}

process.on("message", async () => process.send?.(await round()));
process.send?.("ready");
