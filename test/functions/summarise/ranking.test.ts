import { describe, expect, test } from "vitest";
import { opensDangling } from "../../../functions/summarise/extractive/openers.ts";
import { FEATURES } from "../../../functions/summarise/extractive/ranker/features.ts";
import { RANKER_FEATURES } from "../../../functions/summarise/extractive/ranker/table.ts";
import { rank } from "../../../functions/summarise/extractive/ranking.ts";
import { standingAlone, withoutDateline } from "../../../functions/summarise/extractive/readable.ts";
import { select } from "../../../functions/summarise/extractive/selection.ts";
import { readText } from "../../../functions/summarise/extractive/sentences.ts";
import { articleWith, ferryNews } from "./articles.ts";

test("the ranker was trained on the very features that are measured", () => {
	expect(RANKER_FEATURES.split(" ")).toEqual(FEATURES);
});

const alone = (...paragraphs: string[]): string[] => {
	const text = readText(articleWith(paragraphs));
	return standingAlone(text, text.sentences).map((sentence) => sentence.text);
};

describe("a sentence stands alone unless it", () => {
	const plain = "The harbour board decides on the licence in March.";

	test("has nothing against it", () => {
		expect(alone(plain)).toEqual([plain]);
	});

	test.each([
		["opens with a pronoun", "They still need a licence from the board."],
		["opens with a demonstrative", "This worries the opposition in the council."],
		["opens with a connective", "However, the vote in the council was close."],
		["opens with a connecting phrase", "As a result, the ferries sail in the summer."],
		["opens with a pronoun in speech", '"It works without any smoke," said Ines Falk.'],
		["closes a bracket that it never opened", "The ferries cost 24 million crowns) says the yard."],
		["has a quotation mark without its partner", 'The yard called it a "major incident in the harbour.'],
		["is a byline", "By Ines Falk, Olaf Brandt and Bo Ek"],
		["tells to read on", "Read more about the ferries of Marrow Sound here."],
		["is a label", "Ferries of the sound"],
		["says next to nothing", "The board agreed."],
		["opens in lower case", "and the board agreed to all of it at once."],
		["leads to a list", "The council has asked the board for three more things:"],
		["leads to a list without a colon", "What the council asked of the board is as follows."],
		["is a row of names without an end", "Licence Form Berth Map of Marrow Sound Crew List Ferry Timetable"],
		["is a headline", "Marrow Sound Council Votes To Replace Diesel Ships With Electric Ferries"],
	])("%s", (_rule, sentence) => {
		expect(alone(sentence)).toEqual([]);
	});

	test.each([
		"Advertisers left the paper in March.",
		"Related firms left the yard in March.",
		"Subscribers left the paper in March.",
	])("isn't furniture by its first letters: %s", (sentence) => {
		expect(alone(sentence)).toEqual([sentence]);
	});

	test("doesn't lose its closing mark to a broken encoding alone", () => {
		const broken = 'The yard called it a "major? incident in the harbour.';
		expect(alone(broken)).toEqual([broken]);
	});

	test("is cut out of longer speech", () => {
		const speech = `"The ferries will come in the summer. ${"The towers will stand on the quay for many years to come. ".repeat(8)}The crews will see," said Olaf Brandt.`;
		expect(alone(speech, plain)).toEqual([plain]);
	});

	test.each([
		["en", "That said, the council agreed."],
		["en", "It’s a gift to the yard."],
		["en", "Which means the yard has work."],
		["de", "Das beschloss der Rat am Montag."],
		["de", "Außerdem fehlt die Genehmigung."],
		["fr", "C'est un cadeau pour le chantier."],
		["es", "Sin embargo, falta la licencia."],
		["ru", "Кроме того, нужна лицензия."],
		["zh", "但是委员会同意了。"],
		["ko", "하지만 위원회는 동의했다."],
		["fi", "Hän ei ollut paikalla."],
		["ja", "しかし、許可が必要だ。"],
	])("leans in %s: %s", (language, sentence) => {
		expect(opensDangling(sentence, language)).toBe(true);
	});

	test.each([
		["en", "No doctor was on board."],
		["en", "Second-hand ferries are cheaper."],
		["en", "Italy sent a ferry."],
		["de", "Das Amt hat zugestimmt."],
		["xx", "It is not known."],
	])("doesn't lean in %s: %s", (language, sentence) => {
		expect(opensDangling(sentence, language)).toBe(false);
	});
});

describe("the mark of a list's point", () => {
	test.each(["4、", "（2）", "• "])("is cut off: %s", (mark) => {
		const sentence = readText(articleWith([`${mark}委员会周二决定购买两艘渡轮。`], { language: "zh" }))
			.sentences[0];
		expect(sentence && withoutDateline(sentence)).toMatchObject({
			text: "委员会周二决定购买两艘渡轮。",
			start: mark.length,
		});
	});
});

describe("a dateline", () => {
	const first = (text: string) => readText(articleWith([text])).sentences[0];

	test.each([
		"(CNN)",
		"(Reuters) - ",
		"OLDHAVEN, March 3 (Reuters) — ",
		"OLDHAVEN — ",
		"Old Haven (AP) - ",
		"OLDHAVEN —",
	])("is cut off: %s", (dateline) => {
		const sentence = first(`${dateline}Two ferries were sold on Tuesday.`);
		if (!sentence) throw new Error("no sentence");
		const cut = withoutDateline(sentence);
		expect(cut.text).toBe("Two ferries were sold on Tuesday.");
		expect(cut.start).toBe(dateline.length);
	});

	test.each([
		"NASA scientists at work - the best of them - were amused by it.",
		"The plan - a gift to the yard - was passed on Tuesday.",
		"(See the map) Two ferries were sold on Tuesday.",
	])("is not seen in: %s", (text) => {
		const sentence = first(text);
		expect(sentence && withoutDateline(sentence)).toBe(sentence);
	});
});

describe("ranking", () => {
	const ranked = (article = ferryNews()) => {
		const text = readText(article);
		return rank(text, standingAlone(text, text.sentences));
	};

	test("puts what the article opens with first when it says what the rest is about", () => {
		const [best] = ranked().sort((one, other) => other.score - one.score);
		expect(best?.sentence.text).toMatch(/^The island council/);
		expect(best?.score).toBe(1);
	});

	test("prefers statements to questions", () => {
		const [statement, question] = ranked(
			articleWith([
				"Gulls nest on the cliffs. Rain fell on the quay all day. The board will close the old harbour in March.",
				"Gulls nest on the cliffs. Rain fell on the quay all day. Will the board close the old harbour in March?",
			]),
		).filter(({ sentence }) => sentence.text.includes("the old harbour"));
		expect(statement?.score).toBeGreaterThan(question?.score ?? 0);
	});

	test.each([
		[
			"en",
			"Please write to the board about the old harbour now.",
			"The board will write about the old harbour now.",
		],
		[
			"en",
			"Because at Marrow we think of the old harbour too.",
			"We at Marrow always think of the old harbour too.",
		],
		[
			"de",
			"In der alten Werft baut diese nun den Hafen um.",
			"In der alten Werft baut der Rat nun den Hafen um.",
		],
	])('in %s prefers to "%s" what tells something', (language, call, statement) => {
		const rest = "Gulls nest on the cliffs. Rain fell on the quay all day. It was cold.";
		const worth = (last: string) =>
			ranked(articleWith([`${rest} ${last}`], { language })).find(({ sentence }) => sentence.text === last)
				?.score;
		expect(worth(statement) ?? 0).toBeGreaterThan(worth(call) ?? 1);
	});

	test("prefers a central sentence to one that stands nearer to the beginning of an essay", () => {
		const essay = articleWith([
			"Gulls were about. Somebody had left a kettle on the stairs of the house. Tea was served at five that afternoon by an aunt.",
			"Lighthouses need keepers. A lighthouse without a keeper is a lamp. The lighthouse at Oldhaven lost its keeper in 1988, as every lighthouse on the coast has by now.",
		]);
		const scores = ranked(essay);
		const central = scores.find(({ sentence }) => sentence.text.includes("every lighthouse"));
		const aside = scores.find(({ sentence }) => sentence.text.includes("Tea"));
		expect(central?.score).toBeGreaterThan(aside?.score ?? 1);
	});
});

describe("German news, which the ranker hasn't learned", () => {
	const paragraphs = [
		"Der Rat von Oldhafen kauft zwei elektrische Fähren für die Linie zur Insel. Die Schiffe ersetzen im Sommer die alten Dieselfähren.",
		"Gestritten wurde lange über die Kosten. Ein Gutachten nennt Ladetürme am Kai und neue Anleger. Die Ladetürme am Kai und die Anleger baut die Werft am Kai.",
	];

	test("is summed up by what it opens with", () => {
		const text = readText(articleWith(paragraphs, { language: "de" }));
		const [best] = rank(text, text.sentences).sort((one, other) => other.score - one.score);
		expect(best?.sentence.index).toBe(0);
	});
});

describe("where articles don't open with what matters they are ranked by what their sentences share", () => {
	/** An opening that has nothing to do with the rest, and the rest, which is all about one thing. */
	const STORIES = {
		tr: [
			"Sabah hava serindi ve sokakta kimse yoktu. Kediler bahçedeki duvarın üstünde uyuyordu. Fırından taze ekmek kokusu geliyordu.",
			"Belediye limana iki elektrikli feribot aldı. Elektrikli feribotlar gece limanda şarj edilecek. Limandaki eski feribotların yerini elektrikli feribotlar alacak. Belediyenin feribotları limana yazın gelecek.",
		],
		bn: [
			"সকালে আকাশ মেঘলা ছিল আর বাতাস ঠান্ডা ছিল। রাস্তার পাশে দোকানে চা বিক্রি হচ্ছিল। পাখিরা গাছের ডালে বসে গান গাইছিল।",
			"নদীর নতুন সেতু শহরের দুই অংশকে যুক্ত করবে। সেতু নির্মাণে শহরের খরচ হবে দুই কোটি টাকা। নতুন সেতু নদীর উপর নির্মাণ করবে শহরের প্রকৌশলীরা। নদীর পুরনো সেতু শহরের মানুষ ব্যবহার করবে না।",
		],
	};
	const ranks = (language: string, paragraphs: readonly string[]) => {
		const text = readText(articleWith(paragraphs, { language }));
		return rank(text, text.sentences)
			.sort((one, other) => other.score - one.score)
			.map(({ sentence }) => sentence.index);
	};

	test.each(Object.entries(STORIES))(
		"%s, an opening about something else",
		(language, [opening = "", rest = ""]) => {
			expect(Math.min(...ranks(language, [opening, rest]).slice(0, 3))).toBeGreaterThan(2);
		},
	);

	test.each(Object.entries(STORIES))(
		"%s, an opening that says it all",
		(language, [opening = "", rest = ""]) => {
			expect(ranks(language, [rest, opening])[0]).toBe(0);
		},
	);
});

describe("selection", () => {
	const pair = readText(
		articleWith([
			"Gulls nest on the cliffs of the island all summer long. They fled when two ferries came.",
			"The council of Marrow Sound bought two electric ferries from the yard in Oldhaven.",
		]),
	);
	const scored = (scores: readonly number[]) =>
		rank(pair, pair.sentences).map((entry, at) => ({ ...entry, score: scores[at] ?? 0 }));

	test("takes a sentence that leans only behind the one it leans on", () => {
		const indexes = (scores: readonly number[]) =>
			select(scored(scores), { sentences: 2 }).map(({ sentence }) => sentence.index);
		expect(indexes([0.1, 1, 0.9])).toEqual([0, 2]);
		expect(indexes([1, 0.9, 0.1])).toEqual([0, 1]);
	});

	test("keeps within a number of words", () => {
		const chosen = select(scored([1, 0.9, 0.8]), { sentences: 3, words: 14 });
		expect(chosen.map(({ sentence }) => sentence.index)).toEqual([0]);
	});

	test("doesn't say the same thing twice", () => {
		const text = readText(
			articleWith([
				"The council of Marrow Sound bought two electric ferries from Oldhaven.",
				"Two electric ferries were bought by the council of Marrow Sound from Oldhaven.",
				"Fishing crews fear that towers will take up half of the northern quay.",
			]),
		);
		const chosen = select(rank(text, text.sentences), { sentences: 2 }).map(({ sentence }) => sentence.index);
		expect(chosen).toEqual([0, 2]);
	});

	test("gives what there is when more is wanted", () => {
		const text = readText(articleWith(["The ferries were sold to a yard in Oldhaven."]));
		expect(select(rank(text, text.sentences), { sentences: 9 })).toHaveLength(1);
	});
});
