/** Invented news pages with a site's furniture around the article, in several languages. */

export interface Story {
	readonly language: string;
	readonly site: string;
	readonly title: string;
	readonly author: string;
	readonly byline: string;
	readonly paragraphs: readonly string[];
	readonly subheading: string;
	/** Inline pointer to another article: "Read more: …". */
	readonly readMore: string;
	readonly caption: string;
	readonly newsletter: string;
	readonly related: readonly string[];
	readonly copyright: string;
}

export const STORIES: readonly Story[] = [
	{
		language: "en",
		site: "The Harbour Gazette",
		title: "Town council votes to keep the old ferry running",
		author: "Maeve Tolland",
		byline: "By Maeve Tolland",
		paragraphs: [
			"The council of Port Ellery voted late on Tuesday to keep its hundred-year-old ferry running for at least another decade, ending months of argument over its cost.",
			"Eleven of the fifteen members backed the plan, which sets aside 2.4 million crowns for a new engine and for repairs to the landing stage on the northern shore.",
			"Residents had gathered outside the hall since the afternoon, some of them with lanterns, and cheered when the result was read out from the balcony.",
			"Work on the engine is to begin in spring, and the boat will be back in service before the summer fair, the harbour master said.",
		],
		subheading: "What happens next",
		readMore: "Read more: Why the ferry nearly sank in 1987",
		caption: "The ferry on its way to the northern shore. Photo: Olaf Brandt",
		newsletter: "Sign up for our morning newsletter and never miss a story.",
		related: [
			"Bakery reopens after the flood",
			"Lighthouse keeper retires at 81",
			"New bridge delayed once more",
		],
		copyright: "© 2025 The Harbour Gazette. All rights reserved.",
	},
	{
		language: "de",
		site: "Uferbote",
		title: "Stadtrat rettet die alte Fähre",
		author: "Jonas Wiedehopf",
		byline: "Von Jonas Wiedehopf",
		paragraphs: [
			"Der Stadtrat von Ellernhafen hat am späten Dienstagabend beschlossen, die hundert Jahre alte Fähre mindestens ein weiteres Jahrzehnt fahren zu lassen.",
			"Elf der fünfzehn Mitglieder stimmten für den Plan, der 2,4 Millionen Kronen für einen neuen Motor und die Sanierung des Anlegers vorsieht.",
			"Vor dem Rathaus hatten sich schon am Nachmittag Bürgerinnen und Bürger versammelt, die das Ergebnis mit großem Jubel aufnahmen.",
			"Die Arbeiten am Motor sollen im Frühjahr beginnen, noch vor dem Sommerfest soll das Schiff wieder fahren, sagte der Hafenmeister.",
		],
		subheading: "Wie es weitergeht",
		readMore: "Lesen Sie auch: Als die Fähre beinahe sank",
		caption: "Die Fähre auf dem Weg zum Nordufer. Foto: Olaf Brandt",
		newsletter: "Jetzt abonnieren: unser Newsletter am Morgen mit den wichtigsten Nachrichten.",
		related: [
			"Bäckerei öffnet nach der Flut",
			"Leuchtturmwärter geht in Rente",
			"Neue Brücke verspätet sich",
		],
		copyright: "© 2025 Uferbote. Alle Rechte vorbehalten.",
	},
	{
		language: "fr",
		site: "Le Quai",
		title: "Le conseil municipal sauve le vieux bac",
		author: "Élodie Marchevent",
		byline: "Par Élodie Marchevent",
		paragraphs: [
			"Le conseil municipal de Port-Aulne a décidé mardi soir de maintenir en service son bac centenaire pendant au moins dix ans, après des mois de débats sur son coût.",
			"Onze des quinze élus ont soutenu le projet, qui prévoit 2,4 millions de couronnes pour un nouveau moteur et pour la réfection du débarcadère.",
			"Les habitants, rassemblés devant la mairie depuis l’après-midi, ont accueilli le résultat par de longs applaudissements.",
			"Les travaux doivent commencer au printemps et le bateau reprendra la mer avant la fête de l’été, a indiqué le capitaine du port.",
		],
		subheading: "Et maintenant ?",
		readMore: "Lire aussi : Le jour où le bac a failli couler",
		caption: "Le bac en route vers la rive nord. Crédit photo : Olaf Brandt",
		newsletter: "Abonnez-vous à notre lettre du matin pour ne rien manquer.",
		related: [
			"La boulangerie rouvre après la crue",
			"Le gardien du phare s’en va",
			"Le nouveau pont attendra",
		],
		copyright: "© 2025 Le Quai. Tous droits réservés.",
	},
	{
		language: "es",
		site: "El Muelle",
		title: "El ayuntamiento salva el viejo transbordador",
		author: "Inés Valdehita",
		byline: "Por Inés Valdehita",
		paragraphs: [
			"El ayuntamiento de Puerto Aliso decidió la noche del martes mantener su transbordador centenario al menos durante otra década, tras meses de discusión por su coste.",
			"Once de los quince concejales apoyaron el plan, que reserva 2,4 millones de coronas para un motor nuevo y para reparar el embarcadero de la orilla norte.",
			"Los vecinos, reunidos ante el ayuntamiento desde la tarde, recibieron el resultado con un largo aplauso.",
			"Las obras comenzarán en primavera y el barco volverá a navegar antes de la feria de verano, según la capitanía del puerto.",
		],
		subheading: "Qué pasará ahora",
		readMore: "Lea también: El día en que casi se hundió",
		caption: "El transbordador rumbo a la orilla norte. Foto: Olaf Brandt",
		newsletter: "Suscríbete a nuestro boletín de la mañana y no te pierdas nada.",
		related: [
			"La panadería reabre tras la riada",
			"Se jubila el farero",
			"El puente nuevo se retrasa otra vez",
		],
		copyright: "© 2025 El Muelle. Todos los derechos reservados.",
	},
	{
		language: "ja",
		site: "みなと新報",
		title: "町議会、老朽フェリーの存続を決定",
		author: "水原さくら",
		byline: "文：水原さくら",
		paragraphs: [
			"榛港町の議会は火曜日の夜、建造から百年になるフェリーを少なくとも今後十年間運航し続けることを決めた。費用をめぐる数か月の議論に終止符が打たれた。",
			"議員十五人のうち十一人が賛成し、新しいエンジンと北岸の桟橋の修理に二百四十万クローネが充てられることになった。",
			"町民は午後から役場の前に集まり、バルコニーから結果が読み上げられると大きな歓声を上げた。",
			"エンジンの工事は春に始まり、夏祭りの前には再び運航できる見通しだと港長は話している。",
		],
		subheading: "今後の予定",
		readMore: "関連記事：フェリーが沈みかけた日",
		caption: "北岸へ向かうフェリー。写真：オラフ・ブラント",
		newsletter: "フォローして最新ニュースを受け取る",
		related: ["洪水後にパン屋が再開", "灯台守が引退", "新しい橋はまた延期"],
		copyright: "© 2025 みなと新報 無断転載を禁じます",
	},
];

/** A page of the site with the story on it. */
export function newsPage(story: Story): string {
	const [first, second, third, fourth] = story.paragraphs;
	const cards = story.related.map((title, i) => `<li><a href="/story-${i}">${title}</a></li>`).join("");
	return `<!doctype html>
<html lang="${story.language}">
<head>
<meta charset="utf-8">
<title>${story.title} | ${story.site}</title>
<link rel="canonical" href="/news/ferry-vote">
<meta property="og:site_name" content="${story.site}">
<meta property="og:title" content="${story.title}">
<meta property="og:image" content="/images/ferry.jpg">
<meta property="article:published_time" content="2025-03-04T21:15:00+01:00">
<meta property="article:section" content="Harbour">
<meta name="keywords" content="ferry, council">
<meta name="author" content="${story.author}">
</head>
<body class="single has-sidebar">
<header class="site-header"><a href="/">${story.site}</a><nav><ul><li><a href="/a">A</a><li><a href="/b">B</a></ul></nav></header>
<main>
<article class="story">
<h1>${story.title}</h1>
<p class="byline">${story.byline}</p>
<p class="share"><a href="#f">Facebook</a> <a href="#x">X</a></p>
<div class="article-body">
<figure><img src="/images/ferry.jpg"><figcaption>${story.caption}</figcaption></figure>
<p>${first}</p>
<p>${second}</p>
<p><strong><a href="/ferry-1987">${story.readMore}</a></strong></p>
<h2>${story.subheading}</h2>
<p>${third}</p>
<div class="newsletter-box"><p>${story.newsletter}</p></div>
<p>${fourth}</p>
</div>
</article>
<aside class="related"><h3>…</h3><ul>${cards}</ul></aside>
</main>
<footer><p>${story.copyright}</p></footer>
<script>window.state = {"text": "not text"}</script>
</body>
</html>`;
}
