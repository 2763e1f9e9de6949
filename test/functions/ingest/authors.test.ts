import { describe, expect, it } from "vitest";
import { readHtml } from "../../../functions/ingest/html/index.ts";
import { readByline, readWorded } from "../../../functions/ingest/metadata/byline.ts";
import { readMetadata } from "../../../functions/ingest/metadata/index.ts";
import { labelMarkup } from "../../../functions/ingest/strip/index.ts";
import type { Author } from "../../../functions/shared/article.ts";

const TEXT = `<p>${"The ferry sails at dawn and comes back at dusk, every day of the year. ".repeat(5)}</p>`;

/** A page with this in its head, above its text and below it. */
function authorsOf({ head = "", above = "", below = "" }): readonly Author[] {
	const page = readHtml(
		`<meta property="og:site_name" content="Harbour Gazette">${head}<h1>The ferry stays in service</h1>${above}${TEXT}${TEXT}${below}`,
	);
	return readMetadata(page, labelMarkup(page), { url: "https://www.harbourgazette.example/ferry" }).authors;
}

const namesOf = (page: Parameters<typeof authorsOf>[0]): readonly string[] =>
	authorsOf(page).map(({ name }) => name);

const jsonLd = (author: unknown): string =>
	`<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", author })}</script>`;

describe("a byline", () => {
	it.each([
		["By Ann Doe", ["Ann Doe"]],
		["By Ann Doe and Li Wei", ["Ann Doe", "Li Wei"]],
		["Von Jonas Wiedehopf und Karla von der Au", ["Jonas Wiedehopf", "Karla von der Au"]],
		["Par Élodie Marchevent et Luc d'Aunay", ["Élodie Marchevent", "Luc d'Aunay"]],
		["Por María del Carmen Oliva, Inés Valdehita", ["María del Carmen Oliva", "Inés Valdehita"]],
		["Door Pieter van den Berg", ["Pieter van den Berg"]],
		["Text: Karla Brandt", ["Karla Brandt"]],
		["Автор: Анна Речная", ["Анна Речная"]],
		["作者：水原さくら", ["水原さくら"]],
		["記者王小明／榛港報導", ["王小明"]],
		["Written by Ann Doe on March 4, 2025", ["Ann Doe"]],
		["Posted on March 4, 2025 by Ann Doe", ["Ann Doe"]],
		["Dezember 17, 2019 von freeman1984 · Kommentare", ["freeman1984"]],
		["Posted in Ferries by Ann Doe", ["Ann Doe"]],
		["By Harbour Gazette with AFP", ["Harbour Gazette"]],
		["By Ann Doe Updated March 5, 2025", ["Ann Doe"]],
		["By ANN DOE-LEE", ["Ann Doe-Lee"]],
		["Oleh Budi Santara", ["Budi Santara"]],
		["Írta: Kelemen Anna", ["Kelemen Anna"]],
		["Muhabir: Ayşe Yıldıran", ["Ayşe Yıldıran"]],
		["Γράφει ο Νίκος Λιμενάρης", ["Νίκος Λιμενάρης"]],
		["Пише: Марко Лучић", ["Марко Лучић"]],
		["بقلم: سارة المرفأ", ["سارة المرفأ"]],
		["מאת דוד נמל", ["דוד נמל"]],
		["लेखक: राम बंदर", ["राम बंदर"]],
		["โดย สมชาย ท่าเรือ", ["สมชาย ท่าเรือ"]],
		["홍길동·김바다 기자 sea@harbour.example", ["홍길동", "김바다"]],
		["2025-03-04 09:10 来源：榛港日报 作者：李四海", ["李四海"]],
		["[责任编辑：李四海]", ["李四海"]],
		["Gespeichert von annd am 4. März 2025", ["annd"]],
		["Posted in Ferries by annd on March 4, 2025", ["annd"]],
		["Von dpa", ["dpa"]],
		["Par La rédaction avec AFP", ["La rédaction"]],
		["Por Redação", ["Redação"]],
		["Door onze redacteur Piet Haven", ["Piet Haven"]],
		["a cura di Anna Portuale", ["Anna Portuale"]],
		["Story by Ann Doe | Photographs by Li Wei", ["Ann Doe"]],
	])("%j names %j", (line, names) => {
		expect(readWorded(line)?.authors.map(({ name }) => name)).toEqual(names);
	});

	it.each([
		"Photo by Olaf Brandt",
		"Sponsored by Ellery Ropes",
		"Reviewed by Ann Doe",
		"Der Bürgermeister von Ellernhafen",
		"The bridge was built by hand",
		"By the end of the year",
		"By using this site on any device",
	])("%j names nobody", (line) => {
		expect(readWorded(line)).toBeUndefined();
	});

	it.each([
		["Ann Doe, Science Editor", [{ name: "Ann Doe", role: "Science Editor" }]],
		["Karla Brandt, Wirtschaftsredakteurin", [{ name: "Karla Brandt", role: "Wirtschaftsredakteurin" }]],
		["Ann Doe Senior Harbour Reporter", [{ name: "Ann Doe", role: "Senior Harbour Reporter" }]],
		["Ann Doe | Chief Writer and Li Wei", [{ name: "Ann Doe", role: "Chief Writer" }, { name: "Li Wei" }]],
		["Ann Doe, Executive Digital Editor", [{ name: "Ann Doe", role: "Executive Digital Editor" }]],
		["Ann Doe, MS, RDN", [{ name: "Ann Doe, MS, RDN" }]],
		["Letters to the Editor", [{ name: "Letters to the Editor" }]],
		["Office for Ferries and Bridges", [{ name: "Office for Ferries and Bridges" }]],
		["José Ortega y Gasset", [{ name: "José Ortega y Gasset" }]],
		["admin", []],
		["ann@harbour.example", []],
		["https://www.facebook.com/harbour", []],
	])("declared as %j is read as %j", (value, authors) => {
		expect(readByline(value)).toEqual(authors);
	});
});

describe("an article's authors", () => {
	it.each([
		["04.03.2025 | 13:10 Uhr | Ute Helmbrecht", ["Ute Helmbrecht"]],
		["Ayşe Yıldıran | 04.03.2025 - Güncelleme: 05.03.2025", ["Ayşe Yıldıran"]],
		["Maria Souto e João Limeira", ["Maria Souto", "João Limeira"]],
		["Ann Doe, Harbour Gazette", ["Ann Doe"]],
		["Ann Doe (harbour reporter, and before that keeper of the light)", ["Ann Doe"]],
	])("stand alone below the title: %j", (line, names) => {
		expect(namesOf({ above: `<div class="meta">${line}</div>` })).toEqual(names);
	});

	it.each([
		["Автор Анна Портовая", ["Анна Портовая"]],
		["oprac. Anna Portowa", ["Anna Portowa"]],
		["byAnn Doe", ["Ann Doe"]],
		["de Ana Portului", ["Ana Portului"]],
		["AFP, Harbour City", ["AFP"]],
		["dpa", ["dpa"]],
	])("stand in an element named after them: %j", (line, names) => {
		expect(namesOf({ above: `<div class="author">${line}</div>` })).toEqual(names);
	});

	it("are whoever a line of the text's beginning says wrote it", () => {
		expect(namesOf({ above: "<p>Submitted by Ann Doe on Tue, 4 March 2025</p>" })).toEqual(["Ann Doe"]);
	});

	it.each(["島津健太", "سارة المرفأ", "রহিম বন্দর"])("have names without capitals: %j", (name) => {
		expect(namesOf({ above: `<p class="author">${name}</p>` })).toEqual([name]);
	});

	it("are all that the byline names where only one has a page", () => {
		expect(
			namesOf({ above: '<p>By <a href="/author/ann">Ann Doe</a>, Li Wei and Karla Brandt</p>' }),
		).toEqual(["Ann Doe", "Li Wei", "Karla Brandt"]);
	});

	it("are whom JSON-LD calls creator, or names in two parts", () => {
		const of = (node: object) =>
			namesOf({
				head: `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...node })}</script>`,
			});
		expect(of({ creator: ["Ann Doe"] })).toEqual(["Ann Doe"]);
		expect(of({ author: { "@type": "Person", givenName: "Ann", familyName: "Doe" } })).toEqual(["Ann Doe"]);
	});

	it("are rather a name than what the site's menu leads to", () => {
		const menu =
			"<nav><ul><li><a href='/h'>Hidden Harbours</a></li><li><a href='/b'>Big Boats</a></li></ul></nav>";
		expect(namesOf({ above: `${menu}<p>Hidden Harbours</p><p>Ann Doe</p>` })).toEqual(["Ann Doe"]);
	});

	it("are those of the byline when the page's data only names the site", () => {
		expect(
			namesOf({
				head: jsonLd({ "@type": "Organization", name: "Harbour Gazette" }),
				above: '<p class="byline">By Ann Doe</p>',
			}),
		).toEqual(["Ann Doe"]);
	});

	it("are the site when nobody else is named", () => {
		expect(namesOf({ head: jsonLd({ "@type": "Organization", name: "Harbour Gazette" }) })).toEqual([
			"Harbour Gazette",
		]);
	});

	it("are all that the data names, where the byline shows some", () => {
		const all = ["Ann Doe", "Li Wei", "Olaf Brandt"];
		expect(
			namesOf({
				head: jsonLd(all.map((name) => ({ "@type": "Person", name }))),
				above: '<p><a rel="author" href="/a">Ann Doe</a></p>',
			}),
		).toEqual(all);
	});

	it("have the role that JSON-LD gives", () => {
		expect(
			authorsOf({ head: jsonLd({ "@type": "Person", name: "Ann Doe", jobTitle: "Harbour Correspondent" }) }),
		).toEqual([{ name: "Ann Doe", role: "Harbour Correspondent" }]);
	});

	it("are announced on a line of its own", () => {
		expect(namesOf({ above: "<div>Written by</div><div>Ann Doe</div><div>March 4, 2025</div>" })).toEqual([
			"Ann Doe",
		]);
	});

	it("are people rather than the site that its data names", () => {
		expect(
			namesOf({
				head: '<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Harbour Gazette">',
				above: "<p>Ann Doe</p>",
			}),
		).toEqual(["Ann Doe"]);
	});

	it.each(["ByAnn Doe", "Ann DoeUpdated March 4, 2025", "By Ann DoeEditor"])(
		"are read where their line has lost its spaces: %s",
		(text) => {
			expect(namesOf({ above: `<p class="byline">${text}</p>` })).toEqual(["Ann Doe"]);
		},
	);

	it("are not those of the cards below", () => {
		expect(
			namesOf({
				below:
					'<aside class="related"><article><h3>The bridge</h3><p>By Olaf Brandt</p></article><article><h3>The mill</h3><p>By Ida Holm</p></article></aside>',
			}),
		).toEqual([]);
	});

	it("are not those of comments in microdata", () => {
		const comment = (name: string): string =>
			`<div itemprop="comment" itemscope><span itemprop="author" itemscope><b itemprop="name">${name}</b></span></div>`;
		expect(
			namesOf({
				above: "<p>By Ann Doe</p>",
				below: comment("Sturdy Sailor") + comment("Harbour Seal") + comment("Lone Gull"),
			}),
		).toEqual(["Ann Doe"]);
	});

	it("are not labels that look like names", () => {
		expect(namesOf({ above: "<p>Read More</p><p>Advertiser Disclosure</p>" })).toEqual([]);
	});

	it("are found on a page of ten thousand bylines", () => {
		const names = namesOf({ above: "<p class='author'>By Ann Doe and Li Wei, Editor</p>".repeat(10_000) });
		expect(names).toContain("Ann Doe");
	});
});
