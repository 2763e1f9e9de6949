/** `npm run interleavings`: explores the large scenarios and prints what was found, as a Markdown table. */
import { explore } from "./explore.ts";
import { memoryWorld } from "./memory-world.ts";
import { promises } from "./promises.ts";
import { LARGE, nameOf, SMALL } from "./scenarios.ts";

console.log("| what happens to a key | states | orders of steps | ways it ends |\n|---|---|---|---|");
for (const scenario of [...SMALL, ...LARGE]) {
	const { states, interleavings, endings } = await explore(scenario, memoryWorld, promises);
	const orders = interleavings.toLocaleString("en");
	console.log(`| ${nameOf(scenario)} | ${states.toLocaleString("en")} | ${orders} | ${endings} |`);
}
