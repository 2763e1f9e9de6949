/** Runs one extractor in a process of its own, page after page, and takes its time. */
import { Socket } from "node:net";
import { cpuMilliseconds } from "../cpu-time.ts";
import type { Extractor, Found, PageInput } from "./extractor.ts";
import { htmlText } from "./html-text.ts";

/** What the process is asked. */
export type Question = Pick<PageInput, "bytes" | "url" | "contentType">;

/** What it answers: `error` when the extractor failed, with the CPU's time that it took all the same. */
export interface Answer {
	readonly found: Omit<Found, "html">;
	readonly milliseconds: number;
	readonly error?: string;
}

/** Some extractors like to look further. Nothing that is measured here may depend on the network. */
Socket.prototype.connect = () => {
	throw new Error("The bench has no network.");
};

const { extract }: { readonly extract: Extractor } = await import(`../peers/${process.argv[2]}`);
const decoder = new TextDecoder();

/** A string or nothing, whatever an extractor says. */
const plain = (value: unknown): string | undefined =>
	value === undefined || value === null ? undefined : String(value);

process.on("message", async ({ bytes, url, contentType }: Question) => {
	const page: PageInput = { bytes, text: decoder.decode(bytes), url, contentType };
	const start = cpuMilliseconds();
	let answer: Answer;
	try {
		const found = await extract(page);
		const milliseconds = cpuMilliseconds() - start;
		const text = found.html === undefined ? found.text : htmlText(found.html);
		const [title, author, date] = [found.title, found.author, found.date].map(plain);
		answer = { found: { text, title, author, date }, milliseconds };
	} catch (error) {
		answer = { found: {}, milliseconds: cpuMilliseconds() - start, error: String(error) };
	}
	process.send?.(answer);
});
process.send?.("ready");
