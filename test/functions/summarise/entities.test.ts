import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EntitySchema } from "../../../functions/shared/summary.ts";
import { findEntities, toldOf } from "../../../functions/summarise/extractive/entities/index.ts";
import { misquoted, textOf } from "./factories.ts";

/** The entities of a text without their evidence. */
const entities = (paragraphs: string | string[], language = "en") =>
	findEntities(textOf(paragraphs, { language })).map(({ evidence, ...entity }) => entity);

/** Names by type. */
const named = (paragraphs: string | string[], language = "en") =>
	entities(paragraphs, language).map(({ name, type }) => `${type} ${name}`);

describe("types", () => {
	test.each([
		["The mill was sold to Maria Lund last week.", "person Maria Lund"],
		["The mill was sold to Mr Brandvold last week.", "person Brandvold"],
		["The mill was sold to Maria Lund MP last week.", "person Maria Lund"],
		["The mill was sold to a tailor, Ivo Brandvold, 61, of Brill.", "person Ivo Brandvold"],
		["“It is ours again at last,” said Ivo Brandvold.", "person Ivo Brandvold"],
		["The mill was sold to Brandvold Milling Ltd last week.", "organisation Brandvold Milling Ltd"],
		["The mill belongs to the University of Brandvold now.", "organisation University of Brandvold"],
		["The mill belongs to the Ministry of Agriculture now.", "organisation Ministry of Agriculture"],
		["The mill was moved to New Zealand last week.", "place New Zealand"],
		["The mill was moved to Brandvold, Norway, last week.", "place Brandvold"],
		["The mill stands beside Lake Brandvold now.", "place Lake Brandvold"],
		["The mill was sold to the Danish company Brandvold.", "organisation Brandvold"],
		["The mill was sold to Brandvold, a Danish milling company.", "organisation Brandvold"],
		["The port of Brandvold will sell its mill.", "place Brandvold"],
		["The mill was sold to Ottilie van Brandvold last week.", "person Ottilie van Brandvold"],
		["The mill was run by Zul Brandvold, director of the port.", "person Zul Brandvold"],
		["The mill runs on Windows and an iPhone.", "product Windows"],
		["The team reached the final of the Brandvold Cup.", "event Brandvold Cup"],
		["Among them was Zul Brandvold, seven, of Brill.", "person Zul Brandvold"],
		["The mill was sold to Zul Brandvold (34) last week.", "person Zul Brandvold"],
		["The mill was sold to Jean-Paul Brandvold last week.", "person Jean-Paul Brandvold"],
		["It was said by the Brandvold Millers' Council on Monday.", "organisation Brandvold Millers' Council"],
		["A crowd stood outside a McDonald's in Brill.", "organisation McDonald's"],
		["The club lost to FC Brandvold at home.", "organisation FC Brandvold"],
		["She wore a Garmin Brandvold, and the Garmin Brandvold held.", "product Garmin Brandvold"],
	])("%s", (sentence, expected) => {
		expect(named(sentence)).toContain(expected);
	});

	test.each([
		["Die Mühle kaufte Angela Brandvold im Mai.", "de", "person Angela Brandvold"],
		["Es war Angela Brandvolds Idee.", "de", "person Angela Brandvold"],
		["Die Mühle steht in Brandhausen am Fluss.", "de", "place Brandhausen"],
		["La ley fue aprobada por el Tribunal Supremo ayer.", "es", "organisation Tribunal Supremo"],
		["La loi a été votée par l’UE hier.", "fr", "organisation UE"],
		["Премию получил игрок Лукаш Бранский.", "ru", "person Лукаш Бранский"],
		["Premio fue para Zul Brandvold (34).", "es", "person Zul Brandvold"],
		["Belediye Başkanı İnci Falay konuştu.", "tr", "person İnci Falay"],
		["Die Mühle gehört der Brandvold GmbH.", "de", "organisation Brandvold GmbH"],
		["Die Mühle steht in München.", "de", "place München"],
		["Umweltdezernent Zul Brandvold verwies auf die Mühle.", "de", "person Zul Brandvold"],
		["Der Landschaftsplaner Emre Brandvold von der Stadt kam.", "de", "person Emre Brandvold"],
		["Die Stadt Brandvold kaufte die Mühle.", "de", "place Brandvold"],
		["Der Konzern Brandvold kaufte die Mühle.", "de", "organisation Brandvold"],
		["Die Mühle gehört der Hochschule Brandvold.", "de", "organisation Hochschule Brandvold"],
		["Le moulin appartient à Céline Brandvold.", "fr", "person Céline Brandvold"],
		["Le moulin est en Allemagne.", "fr", "place Allemagne"],
		["El molino es del Ministerio de Cultura.", "es", "organisation Ministerio de Cultura"],
		["Il mulino è di Giovanni Brandvold.", "it", "person Giovanni Brandvold"],
		["De molen is van Willem van Brandvold.", "nl", "person Willem van Brandvold"],
		["Мельницу купил Иван Марков.", "ru", "person Иван Марков"],
		["Değirmeni İstanbul'da Mehmet Brandvold aldı.", "tr", "place İstanbul"],
		["磨坊现在在法国。", "zh", "place 法国"],
		["同社はOpenAIと提携した。", "ja", "organisation OpenAI"],
	])("%s", (sentence, language, expected) => {
		expect(named(sentence, language)).toContain(expected);
	});
});

describe("what is no name", () => {
	test.each([
		["Bread is cheap. Mills are old. Yesterday rain fell."],
		["On Monday the American, a Catholic, spoke German in May."],
		["BREAD PRICES RISE AGAIN AS MILLS CLOSE ACROSS COUNTRY"],
		["Why You Should Always Bake Your Own Bread Every Single Day"],
		["The Prime Minister met the President."],
		["Flour goes into the mixer before the Zumbler is cleaned."],
	])("%s", (sentence) => {
		expect(named(sentence)).toEqual([]);
	});
	test("a verb that begins a headline is no given name", () => {
		const found = entities(
			"Highlights OpenAI again. Nobody trusts OpenAI. Discusses Brandvold at length. Brandvold is out.",
		);
		expect(found.map(({ name, type }) => [name, type])).toEqual([["OpenAI", "organisation"]]);
	});
	test("German nouns are not names", () => {
		expect(
			named("Der Bäcker kauft das Mehl und die Hefe. Das Mehl ist teuer. Das Mehl ist gut.", "de"),
		).toEqual([]);
	});
	test("nothing is read from scripts without capitals but what is sure", () => {
		expect(named("磨坊主人说面包很贵。", "zh")).toEqual([]);
	});
	test("a word that the article writes small elsewhere is no name at a sentence's beginning", () => {
		expect(named("Zumbling is fun. We like zumbling. Zumbling helps. Zumbling works.")).toEqual([]);
	});
});

describe("one entity under several names", () => {
	test("a surname goes with the full name, and all mentions are counted", () => {
		expect(entities("Mill owner Maria Lund came back. Lund's mill was sold. Nobody asked Lund why.")).toEqual(
			[{ name: "Maria Lund", type: "person", role: "Mill owner", aliases: ["Lund"], mentions: 3 }],
		);
	});
	test("a Russian surname is known in its other cases, a Turkish one by its apostrophe", () => {
		expect(entities("Мельницу купил Иван Марков. У Маркова её просили.", "ru")).toMatchObject([
			{ name: "Иван Марков", mentions: 2, aliases: ["Маркова"] },
		]);
		expect(entities("Mehmet Yıldırım geldi. Yıldırım'ın evi yok.", "tr")).toMatchObject([
			{ name: "Mehmet Yıldırım", mentions: 2 },
		]);
	});

	test("a surname of two people goes with neither", () => {
		const found = entities("Maria Lund met Peter Lund. Later Lund left. It was Lund who paid.");
		expect(found.map(({ name, mentions }) => [name, mentions])).toEqual([
			["Lund", 2],
			["Maria Lund", 1],
			["Peter Lund", 1],
		]);
	});
	test("an acronym goes with the name it stands behind", () => {
		expect(entities("The Brill Milling Authority (BMA) met. Nobody believes the BMA now.")).toEqual([
			{ name: "Brill Milling Authority", type: "organisation", aliases: ["BMA"], mentions: 3 },
		]);
	});
	test("a country goes by its short form too", () => {
		expect(entities("It was built in the United States. The US sold it.")[0]).toEqual({
			name: "United States",
			type: "place",
			aliases: ["US"],
			mentions: 2,
		});
	});
	test("a name of unknown kind needs two mentions", () => {
		expect(named("They started the Zumbler Quix once.")).toEqual([]);
		expect(named("They started the Zumbler Quix. Then the Zumbler Quix stopped.")).toEqual([
			"other Zumbler Quix",
		]);
	});
});

describe("roles", () => {
	test.each([
		["It was opened by President Maria Lund.", "President"],
		["It was opened by Foreign Secretary Maria Lund.", "Foreign Secretary"],
		["It was opened by Sen Maria Lund.", "Senator"],
		["It was opened by Secretary of State Maria Lund.", "Secretary of State"],
		["It was opened by Brandvold chief executive Maria Lund.", "Brandvold chief executive"],
		["It follows talks by Brill mills and rivers czar, Maria Lund, who left.", "Brill mills and rivers czar"],
		["It was opened by the town's mills and rivers czar, Maria Lund.", "mills and rivers czar"],
		["Maria Lund, the chief executive of Brandvold, opened it.", "chief executive of Brandvold"],
		["Maria Lund, a retired teacher from Brill, opened it.", "retired teacher from Brill"],
	])("%s", (sentence, role) => {
		expect(entities(sentence).find(({ name }) => name === "Maria Lund")?.role).toBe(role);
	});
	test.each([
		["Maria Lund, the teacher said, opened it."],
		["Maria Lund, in a hat, opened it."],
		["After the teacher left, Maria Lund opened it."],
	])("%s states none", (sentence) => {
		expect(entities(sentence).find(({ name }) => name === "Maria Lund")?.role).toBeUndefined();
	});
});

test("evidence is the first mention, as it is written", () => {
	const text = textOf(["A mill burnt. Lund's mill, that is.", "Maria Lund wept."]);
	expect(findEntities(text)[0]?.evidence).toEqual([{ block: 0, start: 14, end: 18, quote: "Lund" }]);
});

test("entities stand by mentions; a summary tells of at most fifty", () => {
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const names = Array.from(
		{ length: 60 },
		(_, n) => `Maria L${letters[n % 26]?.toLowerCase()}nd${"o".repeat(Math.floor(n / 26))}`,
	);
	const found = findEntities(
		textOf([...names.map((name) => `They met ${name} there.`), `They met ${names[40]} again.`]),
	);
	expect(found).toHaveLength(60);
	expect(toldOf(found)).toHaveLength(50);
	expect(found[0]?.name).toBe(names[40]);
});

test("a person has the full name that only the title gives", () => {
	const text = textOf("Brandvold won, and Brandvold smiled at the crowd.");
	const titled = {
		...text,
		article: { ...text.article, metadata: { ...text.article.metadata, title: "Ada Brandvold wins the day" } },
	};
	expect(findEntities(titled)[0]).toMatchObject({
		name: "Ada Brandvold",
		type: "person",
		aliases: ["Brandvold"],
		mentions: 2,
	});
});

test("the article's publisher is an organisation", () => {
	const text = textOf("They told Brandvold so. The mill told Brandvold more. Then Brandvold wrote.");
	const metadata = { ...text.article.metadata, publisher: { name: "Brandvold" } };
	const [first] = findEntities({ ...text, article: { ...text.article, metadata } });
	expect(first).toMatchObject({ name: "Brandvold", type: "organisation" });
});

test("a Dutch surname keeps its small words", () => {
	const [first] = entities("Burgemeester Ineke de Wit sprak. Volgens De Wit kan het.", "nl");
	expect(first).toMatchObject({
		name: "Ineke de Wit",
		role: "Burgemeester",
		aliases: ["De Wit"],
		mentions: 2,
	});
});

test("a role holds no clause", () => {
	const [first] = entities("They like the freedom he provides head coach Ada Marsh.");
	expect(first).toMatchObject({ name: "Ada Marsh", role: "head coach" });
});

const piece = fc.constantFrom(
	..."Ada Marsh Marsh's Mr President of the University of and Inc. US (FRB) Federal Reserve Bank London , . : “ ” said the mill 34 who Secretary State van der Foreign constructor __proto__ 中国".split(
		" ",
	),
);

test("every entity is named where its evidence says, whatever the text", () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 60 }),
			fc.constantFrom("en", "de", "fr", "es", "it", "pt", "nl", "ja", "zh", "und", "hi", "ru"),
			(pieces, language) => {
				const text = textOf(`A${pieces.join(" ")}`, { language });
				for (const entity of findEntities(text)) {
					expect(() => EntitySchema.parse(entity)).not.toThrow();
					expect(misquoted(text, entity.evidence)).toEqual([]);
					expect([entity.name, ...entity.aliases]).toContain(entity.evidence[0]?.quote);
				}
			},
		),
	);
});

test("a hostile text takes linear time", () => {
	const started = performance.now();
	for (const unit of ["Ada Marsh ", "Ada ", "Ada of ", "the Ada and ", "A. ", "Aa Bb. ", "Marsh (M) "]) {
		findEntities(textOf(`x ${unit.repeat(100_000 / unit.length)}`));
	}
	expect(performance.now() - started).toBeLessThan(6_000);
});
