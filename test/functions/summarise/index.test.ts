import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readArticle } from "../../../functions/ingest/index.ts";
import type { Article, Block } from "../../../functions/shared/article.ts";
import { SummarySchema } from "../../../functions/shared/summary.ts";
import type { SummaryLength } from "../../../functions/shared/summary-length.ts";
import { check, extractive, summarise } from "../../../functions/summarise/index.ts";
import { articleWith, ferryNews, heading, item } from "./articles.ts";

/** Everything that holds for every summary. */
function expectSound(article: Article, keyPoints?: number) {
	const summary = summarise(article, { keyPoints });
	expect(SummarySchema.safeParse(summary).error).toBeUndefined();
	expect(check(summary, article)).toEqual([]);
	expect(summarise(article, { keyPoints })).toEqual(summary);
	const places = summary.keyPoints.map(
		({ evidence: [first] }) => [first?.block ?? 0, first?.start ?? 0] as const,
	);
	expect(places).toEqual([...places].sort(([a, b], [c, d]) => a - c || b - d));
	expect(Math.max(...summary.keyPoints.map(({ salience }) => salience))).toBe(1);
	const said = (texts: readonly { text: string }[]) =>
		texts.map(({ text }) => text.replace(/\s/g, "")).join("").length;
	expect(said(summary.keyPoints)).toBeLessThanOrEqual(said(article.blocks));
	expect(summary.gist.text.length).toBeLessThanOrEqual(article.counts.characters + 1);
	return summary;
}

const codes = (article: Article) => summarise(article).quality.warnings.map(({ code }) => code);

describe("a summary", () => {
	test("has the title for its headline, and the gist where there is no title", () => {
		expect(summarise(ferryNews()).headline).toBe("Marrow Sound buys electric ferries");
		const { headline, gist } = summarise(articleWith(["Two ferries were sold to a yard in Oldhaven."]));
		expect(headline).toBe(gist.text);
	});

	test("has key points that stand alone, in the order of the text", () => {
		const { keyPoints } = expectSound(ferryNews());
		expect(keyPoints.map(({ text }) => text)).not.toContainEqual(
			expect.stringMatching(/^(However|They|This|Would|")/),
		);
		expect(keyPoints[0]?.text).toMatch(/^The island council/);
		expect(keyPoints).toHaveLength(5);
	});

	test("has as many sentences of key points as asked for, as far as they can be read by themselves", () => {
		expect(summarise(ferryNews(), { keyPoints: 2 }).keyPoints).toHaveLength(2);
		const all = summarise(ferryNews(), { keyPoints: 20 }).keyPoints.flatMap(({ evidence }) => evidence);
		expect(all.length).toBeGreaterThan(8);
		expect(all.length).toBeLessThanOrEqual(15);
	});

	test("has more key points the longer it is wanted, and never more than a third of the sentences by itself", () => {
		const long = articleWith([...ferryNews().blocks, ...ferryNews().blocks, ...ferryNews().blocks]);
		const sentences = (length: SummaryLength, article = long) =>
			summarise(article, { length }).keyPoints.flatMap(({ evidence }) => evidence).length;
		expect([sentences("brief"), sentences("standard"), sentences("detailed")]).toEqual([3, 5, 10]);
		expect(sentences("detailed", ferryNews())).toBe(5);
	});

	test("has no more words of key points than asked for", () => {
		const said = summarise(ferryNews(), { words: 40 })
			.keyPoints.map(({ text }) => text)
			.join(" ");
		expect(said.split(" ").length).toBeLessThanOrEqual(40);
		expect(said.split(" ").length).toBeGreaterThan(20);
	});

	test("has its shortest sentence where no sentence has as few words as asked for", () => {
		const long = (n: number) => `Boat ${n} ${"of the old fleet of the sound ".repeat(5)}sank.`;
		const { keyPoints } = summarise(articleWith([long(1), `${long(2)} `, long(3)]), { words: 20 });
		expect(keyPoints).toHaveLength(1);
	});

	test("lets a sentence that leans on the one before it follow it in one key point, with the evidence of both", () => {
		const article = articleWith([
			"The island council of Marrow Sound bought two electric ferries on Tuesday.",
			"They replace diesel ferries that the council of Marrow Sound bought in 1974.",
		]);
		const { keyPoints } = summarise(article, { keyPoints: 2 });
		expect(keyPoints).toEqual([
			{
				text: article.blocks.map(({ text }) => text).join(" "),
				evidence: [
					expect.objectContaining({ block: 0, quote: article.blocks[0]?.text }),
					expect.objectContaining({ block: 1, quote: article.blocks[1]?.text }),
				],
				salience: 1,
			},
		]);
	});

	test("has the page's topics", () => {
		expect(summarise(ferryNews({ topics: ["Ferries", "Islands"] })).topics).toEqual(["Ferries", "Islands"]);
	});

	test("has the section, what is named again and again, and key phrases for topics where the page names none", () => {
		const { topics, keywords } = summarise(ferryNews({ section: "Coast" }));
		expect(topics.slice(0, 2)).toEqual(["Coast", "Marrow Sound"]);
		expect(topics).toContain("electric ferries");
		expect(topics.length).toBeLessThanOrEqual(5);
		expect(topics).not.toEqual(keywords.slice(0, 5));
	});

	test("says how long the article is and how short it is itself", () => {
		const article = articleWith([`${"The old boat lay at the quay and nobody came. ".repeat(100)}`]);
		expect(summarise(article).reading).toMatchObject({ words: 1000, minutes: 4 });
		expect(summarise(article).reading.compression).toBeLessThan(0.1);
	});

	test("counts characters where words aren't set apart", () => {
		const article = articleWith(["渡轮公司购买了电动渡轮。".repeat(100)], { language: "zh" });
		expect(summarise(article).reading.minutes).toBe(2);
	});

	test("says how it was made", () => {
		const url = "https://sound.example/ferries";
		expect(summarise(ferryNews({ url }), { keyPoints: 3 }).provenance).toEqual({
			engine: "extractive",
			engineVersion: "3",
			parameters: { length: "standard", keyPoints: 3 },
			sourceSha256: ferryNews().sha256,
			sourceUrl: url,
		});
	});

	test("says what share of the prose it cites", () => {
		const { coverage } = summarise(ferryNews()).quality;
		expect(coverage).toBe(1);
	});
});

describe("options", () => {
	test.each([0, 21, 1.5, Number.NaN])("refuse %d key points in a sentence", (keyPoints) => {
		expect(() => summarise(ferryNews(), { keyPoints })).toThrow(/summary options: .*at keyPoints/s);
	});

	test.each([
		[{ words: 19 }, "words"],
		[{ words: 2001 }, "words"],
		[{ length: "long" }, "length"],
	])("refuse %j in a sentence", (options, name) => {
		expect(() => summarise(ferryNews(), options as object)).toThrow(
			new RegExp(`summary options: .*at ${name}`, "s"),
		);
	});

	test("refuse what they don't know", () => {
		expect(() => summarise(ferryNews(), { keypoints: 3 } as object)).toThrow(/keypoints/);
	});
});

describe("warnings", () => {
	test("are none for an ordinary article", () => {
		const long = articleWith([...ferryNews().blocks, ...ferryNews().blocks], {
			metadata: { publishedAt: "2025-02-04" },
		});
		expect(codes(long)).toEqual([]);
	});

	test("name a short article", () => {
		expect(codes(articleWith(["Two ferries were sold to a yard in Oldhaven."]))).toContain("short-article");
	});

	test("name a language without tables", () => {
		expect(codes(articleWith(["Saya pergi ke pasar."], { language: "und" }))).toContain(
			"language-unsupported",
		);
	});

	test("name days that nothing places", () => {
		const undated = articleWith(ferryNews().blocks);
		expect(codes(undated)).toContain("no-publication-date");
		expect(codes(ferryNews())).not.toContain("no-publication-date");
	});

	test("name an article of which only a part was compared", () => {
		const long = Array.from({ length: 401 }, (_, n) => `Ferry ${n} lay at the quay of Oldhaven that day.`);
		expect(codes(articleWith(long))).toContain("long-article");
	});

	test("name an article without prose, and one whose every sentence leans on another", () => {
		expect(codes(articleWith([{ type: "code", text: "run()" }]))).toContain("no-prose");
		expect(codes(articleWith(["They left. It rained."]))).toContain("no-sentence-stands-alone");
	});
});

describe("every kind of article has a sound summary:", () => {
	const code: Block = { type: "code", text: "for (;;) {\n\trun();\n}" };
	test.each<[string, readonly (string | Block)[]]>([
		["one word", ["Ferries"]],
		["one sentence", ["Two ferries were sold to a yard in Oldhaven."]],
		["all capitals", ["TWO FERRIES WERE SOLD. A YARD IN OLDHAVEN BOUGHT THEM. NOBODY KNEW."]],
		["no capitals", ["two ferries were sold. a yard in oldhaven bought them. nobody knew."]],
		["a list", ["Two ferries", "One tug", "Nine boats"].map(item)],
		["a poem", ["The tide goes out,\nThe tide comes in,\nAnd nobody asks\nWhere it has been."]],
		["a transcript", ["FALK: Is it on?", "BRANDT: It is.", "FALK: Then we shall begin with the ferries."]],
		["code only", [code]],
		["headings only", [heading("Ferries"), heading("Tugs")]],
		["a table", [{ type: "table", text: "ferries 2 tugs 1" }]],
		["punctuation only", ["…", "— —", "?!"]],
		["pictures only", ["😀😀", "👩‍👩‍👧"]],
		["speech without an end", ['"Two ferries were sold. A yard bought them. Nobody knew. I was there.']],
	])("%s", (_what, content) => {
		expectSound(articleWith(content));
	});

	test.each([
		["de", "Der Rat kaufte am 3. Mai zwei Fähren. Er zahlte 48 Mio. Kronen. Die Werft in Althafen baut sie."],
		["zh", "岛议会周二投票决定购买两艘电动渡轮。但是投票结果很接近。渡轮将取代柴油船。"],
		["ja", "島の議会は火曜日に電動フェリー二隻の購入を決めた。しかし、票は割れた。"],
		["ar", "صوت مجلس الجزيرة على شراء عبارتين كهربائيتين. لكن التصويت كان متقاربا."],
		["hi", "द्वीप परिषद ने दो बिजली की नावें खरीदने का फैसला किया। लेकिन मत करीब थे।"],
		["th", "สภาเกาะลงมติซื้อเรือไฟฟ้าสองลำ"],
		["xx", "The council bought two ferries. A yard built them."],
	])("in %s", (language, text) => {
		expectSound(articleWith([text], { language }));
	});

	test("of a megabyte in one paragraph, in seconds", () => {
		const sentences = Array.from(
			{ length: 18_000 },
			(_, n) => `Boat ${n} of the "old fleet" lay at quay ${n % 7} that day.`,
		);
		// The processor's time: a clock's grows with what else the machine does.
		const before = process.threadCpuUsage();
		expectSound(articleWith([sentences.join(" ")]), 20);
		expect(process.threadCpuUsage(before).user / 1000).toBeLessThan(8_000);
	});

	test("of digits in a script that isn't read", () => {
		expectSound(articleWith(["The ferries of Marrow Sound cost ߁߂ crowns and $߃ a trip this year."]));
	});

	test("of anything at all", () => {
		const word = fc.constantFrom(
			"ferry",
			"The",
			"It",
			"however,",
			"Mr.",
			"3.5",
			'"',
			"(",
			")",
			"said",
			".",
			"!",
			"渡轮。",
			"—",
			"which",
			",",
			"\n",
			"😀",
		);
		const text = fc
			.oneof(
				fc.array(word, { minLength: 1, maxLength: 80 }).map((words) => words.join(" ")),
				fc.string({ unit: "grapheme" }),
			)
			.filter((value) => value.trim() !== "");
		const type = fc.constantFrom("heading", "paragraph", "list-item", "quote", "code", "table");
		const blocks = fc.array(fc.record({ type, text }), { minLength: 1, maxLength: 6 }) as fc.Arbitrary<
			Block[]
		>;
		fc.assert(
			fc.property(
				blocks,
				fc.constantFrom("en", "de", "zh", "und"),
				fc.integer({ min: 1, max: 20 }),
				(content, language, count) => {
					expectSound(articleWith(content, { language }), count);
				},
			),
		);
	});
});

test("the engine names itself for the library", () => {
	expect([extractive.name, extractive.version]).toEqual(["extractive", "3"]);
});

const shared = join(process.env.PRECIS_SHARED ?? "../shared", "data");

const cnn = join(shared, "summaries/cnndm-val.jsonl.gz");
describe.skipIf(!existsSync(cnn))("news articles of the shared data (skipped where it is missing)", () => {
	test("have sound summaries whose key points lean on nothing", () => {
		const lines = gunzipSync(readFileSync(cnn)).toString().trim().split("\n").slice(0, 100);
		for (const line of lines) {
			const { text } = JSON.parse(line) as { text: string };
			const { gist, keyPoints } = expectSound(articleWith([text.replace(/\s+/g, " ").trim()]));
			for (const point of [gist, ...keyPoints])
				expect(point.text).not.toMatch(/^(?:He|She|It|They|But|However|This)\b/);
		}
	});
});

const upload = join(shared, "uploads/000_a1d4912c045e603b.txt");
test.skipIf(!existsSync(upload))(
	"the real upload's summary (skipped where it is missing) is about its three companies",
	() => {
		const summary = expectSound(readArticle(readFileSync(upload), { key: "upload.txt" }));
		const keyPoints = summary.keyPoints.map(({ text }) => text).join(" ");
		for (const company of ["Microsoft", "DeepSeek", "OpenAI"]) {
			expect(summary.gist.text).toContain(company);
			expect(keyPoints).toContain(company);
			expect(summary.keywords).toContain(company);
		}
		expect(summary.sections.length).toBeGreaterThanOrEqual(5);
	},
);
