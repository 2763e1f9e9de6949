import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { readMetadata } from "../../../functions/ingest/metadata/index.ts";
import { labelMarkup } from "../../../functions/ingest/strip/index.ts";
import type { Metadata } from "../../../functions/shared/article.ts";

const TEXT = `<p>${"The ferry sails at dawn and comes back at dusk, every day of the year. ".repeat(5)}</p>`;
const HEADLINE = "The ferry stays in service";

function metadataOf(head: string, above = ""): Metadata {
	const page = readHtml(
		`<meta property="og:site_name" content="Harbour Gazette">${head}<h1>${HEADLINE}</h1>${above}${TEXT}${TEXT}`,
	);
	return readMetadata(page, labelMarkup(page), { url: "https://www.harbourgazette.example/ferry" });
}

const namesOf = (head: string, above?: string): readonly string[] =>
	metadataOf(head, above).authors.map(({ name }) => name);

const script = (data: unknown): string =>
	`<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const article = (more: object): object => ({ "@type": "NewsArticle", headline: HEADLINE, ...more });
const person = (name: unknown): object => ({ "@type": "Person", name });

describe("the authors that a page's data declares", () => {
	it.each([
		["a list", { author: { "@list": [person("Ann Doe"), person("Li Wei")] } }, ["Ann Doe", "Li Wei"]],
		["a value", { author: { "@value": "Ann Doe" } }, ["Ann Doe"]],
		["another name only", { author: { "@type": "Person", alternateName: "Ann Doe" } }, ["Ann Doe"]],
		["contributors", { contributor: person("Ann Doe") }, ["Ann Doe"]],
		["authors before contributors", { author: "Ann Doe", contributor: "Olaf Brandt" }, ["Ann Doe"]],
		["a newsroom", { author: person("Editorial Staff") }, ["Editorial Staff"]],
		["an agency in lower case", { author: person("dpa") }, ["dpa"]],
		["an agency behind names", { author: person("Ann Doe und Li Wei, dpa") }, ["Ann Doe", "Li Wei", "dpa"]],
		["an agency behind a stroke", { author: person("Ann Doe/dpa") }, ["Ann Doe", "dpa"]],
		[
			"an agency without a mark",
			{ author: person("ANN DOE Associated Press") },
			["Ann Doe", "Associated Press"],
		],
		["an agency with its article", { author: person("The Associated Press") }, ["The Associated Press"]],
		["initials and an agency", { author: person("abc/dpa") }, ["abc/dpa"]],
		["initials", { author: person("ad") }, ["ad"]],
		["an account", { author: person("sea_ann") }, ["sea_ann"]],
		["a team with a job", { author: person("Harbour staff reporter") }, ["Harbour staff reporter"]],
		["where one works", { author: person("Ann Doe, Harbour Gazette") }, ["Ann Doe"]],
		[
			"a name with and without accents",
			{ author: [person("Inés Peña"), person("INES PENA")] },
			["Inés Peña"],
		],
		["a Chinese reporter and place", { author: person("記者王小明／榛港報導") }, ["王小明"]],
		["no name", { author: person("undefined") }, []],
		["an address", { author: "https://www.harbourgazette.example/author/ann" }, []],
	])("are read as JSON-LD has them: %s", (_, more, names) => {
		expect(namesOf(script(article(more)))).toEqual(names);
	});

	it("are what JSON-LD refers to by its id alone, or within another's property", () => {
		const id = "https://harbourgazette.example/#ann";
		expect(namesOf(script([article({ author: id }), { ...person("Ann Doe"), "@id": id }]))).toEqual([
			"Ann Doe",
		]);
		const desk = { "@type": "Organization", "@id": "#desk", name: "Island Desk" };
		expect(namesOf(script(article({ author: { "@id": "#desk" }, sourceOrganization: desk })))).toEqual([
			"Island Desk",
		]);
	});

	it.each([
		['<meta name="authors" content="Ann Doe">', ["Ann Doe"]],
		['<meta property="og:article:author" content="Ann Doe">', ["Ann Doe"]],
		['<meta name="author" content="dpa">', ["dpa"]],
		['<meta name="dc.creator" content="Doe, Ann">', ["Ann Doe"]],
		[
			'<meta name="citation_author" content="Doe, Ann"><meta name="citation_author" content="Wei, Li">',
			["Ann Doe", "Li Wei"],
		],
		[
			'<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Ann Doe">',
			["Ann Doe"],
		],
		[
			'<meta name="twitter:label1" content="Geschrieben von"><meta name="twitter:data1" content="Ann Doe">',
			["Ann Doe"],
		],
		[
			'<meta name="twitter:label1" content="Reading time"><meta name="twitter:data1" content="4 minutes">',
			[],
		],
		[`<meta name="parsely-page" content='{"title":"x","author":"Ann Doe"}'>`, ["Ann Doe"]],
		[`<meta name="parsely-page" content='{"title":"x","author'>`, []],
		['<meta property="article:author" content="https://www.facebook.com/HarbourGazette">', []],
		['<meta property="article:author" content="facebook.com/HarbourGazette/Posts">', []],
	])("are read from %s", (head, names) => {
		expect(namesOf(head)).toEqual(names);
	});

	it("are dated by the number of seconds or a typed value", () => {
		expect(metadataOf(script(article({ datePublished: 1741075200 }))).publishedAt).toBe(
			"2025-03-04T08:00:00Z",
		);
		const typed = { "@type": "xsd:date", "@value": "2025-03-04" };
		expect(metadataOf(script(article({ datePublished: typed }))).publishedAt).toBe("2025-03-04");
		expect(metadataOf(`<meta name="parsely-page" content='{"pub_date":"2025-03-04"}'>`).publishedAt).toBe(
			"2025-03-04",
		);
	});
});
