import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { cardTest } from "../../../functions/ingest/strip/cards.ts";
import { decide, type Judged } from "../../../functions/ingest/strip/decide.ts";
import { outlineOf } from "../../../functions/ingest/strip/outline.ts";
import { ruleLabels } from "../../../functions/ingest/strip/rules.ts";

const STORY =
	"The harbour bridge reopened on Monday after eleven weeks of work, and engineers say that it will carry trams again before spring.";
const EXCERPT = "Ferries that had carried commuters since September made their last trips on Sunday night";

const card = (n: number): string =>
	`<li class="item"><h3><a href="/${n}">What happened on day ${n}</a></h3><p>${EXCERPT}, story ${n} says.</p></li>`;
const pageOf = (cards: number): string =>
	`<article><p>${STORY}</p><p>${STORY} Again.</p></article><ul>${Array.from({ length: cards }, (_, n) => card(n)).join("")}</ul>`;

/** The texts that are cards' excerpts. */
const cardsIn = (html: string): string[] => {
	const { blocks } = readHtml(html);
	const isCard = cardTest(blocks, outlineOf(blocks));
	return blocks.flatMap(({ text, type }, i) => (type !== "heading" && isCard(i) ? [text] : []));
};

/** What is kept where paragraphs are as likely body as this in an article, and this in a list. */
const keptOf = (html: string, likely: number, articleOdds = 0.95): string[] => {
	const page = readHtml(html);
	const outline = outlineOf(page.blocks);
	const judged = ruleLabels(page, outline).flatMap((rule, i): Judged[] => {
		const block = page.blocks[i];
		if (!block) return [];
		const isLink = block.linkDensity > 0.5;
		return [
			{ block, rule, likely: isLink ? 0.1 : block.text.startsWith("The") ? 0.95 : likely, kept: false },
		];
	});
	decide(judged, articleOdds, outline);
	return judged.flatMap(({ kept, block }) => (kept ? [block.text] : []));
};

describe("cards", () => {
	it("are boxes alike, three or more, with a link and what stands there", () => {
		expect(cardsIn(pageOf(4))).toEqual([0, 1, 2, 3].map((n) => `${EXCERPT}, story ${n} says.`));
		expect(cardsIn(pageOf(2))).toEqual([]);
	});
	it("below an article go, where it isn't sure that they are its own", () => {
		expect(keptOf(pageOf(4), 0.6)).toEqual([STORY, `${STORY} Again.`]);
		expect(keptOf(pageOf(4), 0.9)).toHaveLength(6);
	});
	it("stay on what may be a list, and where nothing else is kept", () => {
		expect(keptOf(pageOf(4), 0.6, 0.5)).toHaveLength(6);
		expect(keptOf(`<ul>${[0, 1, 2].map(card).join("")}</ul>`, 0.6)).toHaveLength(3);
	});
});
