import type { Extractor } from "../../bench/strip/extractor.ts";

/** Does what the page says. */
export const extract: Extractor = async ({ text }) => {
	if (text === "throw") throw new Error("It threw.");
	if (text === "reach out")
		await fetch("http://127.0.0.1:8999/").catch(({ cause }) => {
			throw cause;
		});
	if (text === "run out of memory") for (const all: number[][] = []; ; ) all.push(new Array(2e7).fill(0.5));
	return { html: `<p>${text}</p>`, title: text };
};
