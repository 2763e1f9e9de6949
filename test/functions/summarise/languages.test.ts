import { describe, expect, test } from "vitest";
import { SummarySchema } from "../../../functions/shared/summary.ts";
import { check, summarise } from "../../../functions/summarise/index.ts";
import { articleWith } from "./articles.ts";

/** The same small story in each language: what opens it, sentences that lean on others among the rest. */
const STORIES: Readonly<Record<string, { readonly sentences: number; readonly text: readonly string[] }>> = {
	en: {
		sentences: 6,
		text: [
			"The council of Oldhaven bought two electric ferries on Tuesday. They cost 24 million crowns.",
			"Mr. Brandt, who leads the fishing crews of Oldhaven, called the ferries a gift to the shipyard. However, the council stayed firm.",
			"The ferries sail between Oldhaven and the island from March. Tickets cost 3.50 crowns.",
		],
	},
	de: {
		sentences: 6,
		text: [
			"Der Rat von Althafen kaufte am 3. Mai zwei elektrische Fähren. Sie kosten 24 Mio. Kronen.",
			"Olaf Brandt, der Sprecher der Fischer von Althafen, nannte die Fähren ein Geschenk an die Werft. Dennoch blieb der Rat dabei.",
			"Die Fähren fahren ab März zwischen Althafen und der Insel. Ein Fahrschein kostet 3,50 Kronen.",
		],
	},
	fr: {
		sentences: 6,
		text: [
			"Le conseil de Vieuxport a acheté mardi deux ferries électriques. Ils coûtent 24 millions de couronnes.",
			"M. Brandt, porte-parole des pêcheurs de Vieuxport, a qualifié les ferries de cadeau au chantier. Cependant, le conseil n'a pas cédé.",
			"Les ferries relieront Vieuxport et l'île à partir de mars. Le billet coûte 3,50 couronnes.",
		],
	},
	es: {
		sentences: 6,
		text: [
			"El consejo de Puertoviejo compró el martes dos transbordadores eléctricos. Estos cuestan 24 millones de coronas.",
			"El Sr. Brandt, portavoz de los pescadores de Puertoviejo, llamó a los transbordadores un regalo para el astillero. Sin embargo, el consejo no cedió.",
			"Los transbordadores unirán Puertoviejo y la isla desde marzo. El billete cuesta 3,50 coronas.",
		],
	},
	pt: {
		sentences: 6,
		text: [
			"O conselho de Portovelho comprou na terça-feira duas balsas elétricas. Elas custam 24 milhões de coroas.",
			"O Sr. Brandt, porta-voz dos pescadores de Portovelho, chamou as balsas de presente para o estaleiro. No entanto, o conselho não cedeu.",
			"As balsas ligarão Portovelho e a ilha a partir de março. O bilhete custa 3,50 coroas.",
		],
	},
	it: {
		sentences: 6,
		text: [
			"Il consiglio di Portovecchio ha comprato martedì due traghetti elettrici. Essi costano 24 milioni di corone.",
			"Il sig. Brandt, portavoce dei pescatori di Portovecchio, ha definito i traghetti un regalo al cantiere. Tuttavia il consiglio non ha ceduto.",
			"I traghetti collegheranno Portovecchio e l'isola da marzo. Il biglietto costa 3,50 corone.",
		],
	},
	nl: {
		sentences: 6,
		text: [
			"De raad van Oudhaven kocht dinsdag twee elektrische veerboten. Ze kosten 24 miljoen kronen.",
			"Dhr. Brandt, woordvoerder van de vissers van Oudhaven, noemde de veerboten een cadeau voor de werf. Toch hield de raad vol.",
			"De veerboten varen vanaf maart tussen Oudhaven en het eiland. Een kaartje kost 3,50 kronen.",
		],
	},
	ru: {
		sentences: 6,
		text: [
			"Совет города Старгавань купил во вторник два электрических парома. Они стоят 24 млн. крон.",
			"Олаф Брандт, представитель рыбаков города Старгавань, назвал паромы подарком верфи. Однако совет не уступил.",
			"Паромы свяжут город Старгавань и остров с марта. Билет на паром стоит 3,50 кроны.",
		],
	},
	tr: {
		sentences: 6,
		text: [
			"Eskiliman Meclisi salı günü iki elektrikli feribot satın aldı. Bunlar 24 milyon krona mal oldu.",
			"Eskiliman balıkçılarının sözcüsü Olaf Brandt, feribotları tersaneye bir hediye olarak niteledi. Ancak meclis geri adım atmadı.",
			"Feribotlar marttan itibaren Eskiliman ile ada arasında sefer yapacak. Bilet 3,50 kron olacak.",
		],
	},
	hi: {
		sentences: 6,
		text: [
			"पुराने बंदरगाह की परिषद ने मंगलवार को दो बिजली की नावें खरीदीं। ये 24 लाख की हैं।",
			"मछुआरों के नेता डॉ. ब्रांट ने इन नावों को परिषद का तोहफा बताया। लेकिन परिषद नहीं मानी।",
			"बिजली की नावें मार्च से बंदरगाह और टापू के बीच चलेंगी। टिकट का दाम नहीं बदलेगा।",
		],
	},
	bn: {
		sentences: 6,
		text: [
			"পুরোনো বন্দরের পরিষদ মঙ্গলবার দুটি বৈদ্যুতিক ফেরি কিনেছে। এগুলো ২৪ লাখ টাকায় কেনা।",
			"জেলেদের নেতা ড. ব্রান্ট বৈদ্যুতিক ফেরি কেনাকে জাহাজঘাটার জন্য উপহার বলেছেন। কিন্তু পরিষদ সিদ্ধান্ত বদলায়নি।",
			"বৈদ্যুতিক ফেরি মার্চ থেকে বন্দর ও দ্বীপের মধ্যে চলবে। টিকিটের দাম আগের মতোই থাকবে।",
		],
	},
	ar: {
		sentences: 6,
		text: [
			"اشترى مجلس الميناء القديم يوم الثلاثاء عبارتين كهربائيتين. هذه السفن كلفت 24 مليون كرونة.",
			"وصف متحدث باسم صيادي الميناء القديم شراء العبارتين بأنه هدية لحوض السفن. لكن المجلس لم يتراجع.",
			"تبحر العبارات الكهربائية بين الميناء القديم والجزيرة من مارس. سعر التذكرة يبقى كما هو.",
		],
	},
	zh: {
		sentences: 6,
		text: [
			"旧港市议会周二购买了两艘电动渡轮。它们耗资2400万克朗。",
			"旧港渔民的发言人布兰特称购买电动渡轮是送给造船厂的礼物。但是市议会没有让步。",
			"电动渡轮将从三月起往返于旧港和海岛之间。渡轮的票价保持不变。",
		],
	},
	ja: {
		sentences: 6,
		text: [
			"旧港市の議会は火曜日に電動フェリー二隻を購入した。これは2400万クローネである。",
			"旧港市の漁師の代表ブラントは電動フェリーの購入を造船所への贈り物と呼んだ。しかし、議会は譲らなかった。",
			"電動フェリーは三月から旧港市と島を結ぶ。フェリーの料金は変わらない。",
		],
	},
};

describe.each(Object.entries(STORIES))("in %s", (language, { sentences, text }) => {
	const article = articleWith(text, { language });

	test("sentences are told apart, abbreviations and decimals or not", () => {
		const every = summarise(article, { keyPoints: 20 }).keyPoints.flatMap(({ evidence }) => evidence);
		expect(every.map(({ quote }) => quote.length).every((length) => length > 5)).toBe(true);
		expect(every.length).toBeLessThanOrEqual(sentences);
		expect(every.length).toBeGreaterThanOrEqual(sentences - 2);
	});

	test("the summary is sound, opens with what happened, and its key points lean on nothing", () => {
		const summary = summarise(article, { keyPoints: 3 });
		expect(SummarySchema.safeParse(summary).error).toBeUndefined();
		expect(check(summary, article)).toEqual([]);
		expect(summary.gist.evidence[0]).toMatchObject({ block: 0, start: 0 });
		const leaning = text.map((paragraph) => paragraph.split(/(?<=[.。।]) ?/).at(1) ?? "").slice(0, 2);
		for (const { text: point } of summary.keyPoints)
			for (const sentence of leaning) expect(point.startsWith(sentence)).toBe(false);
	});

	test("key phrases are words of the language that say something", () => {
		const { keywords } = summarise(article);
		expect(keywords.length).toBeGreaterThan(0);
		for (const keyword of keywords) expect(keyword).not.toMatch(/\d|[.,;।。]/);
	});
});

describe("the fields that a language doesn't have", () => {
	const warned = (language: string) =>
		summarise(
			articleWith(STORIES[language]?.text ?? ["Rådet köpte två färjor. Färjorna går i mars."], { language }),
		).quality.warnings.find(({ code }) => code === "fields-unsupported")?.message;

	test("are named in a warning", () => {
		expect(warned("bn")).toMatch(/names in entities/);
		expect(warned("sv")).toMatch(/units and kinds of figures.*timeline/);
	});

	test("are none in English, and a warning of their own where the language is unknown", () => {
		expect(warned("en")).toBeUndefined();
		expect(warned("de")).toBeUndefined();
		expect(warned("tr")).toBeUndefined();
	});
});
