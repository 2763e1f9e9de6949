import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TimelineEntrySchema } from "../../../functions/shared/summary.ts";
import { findTimeline } from "../../../functions/summarise/extractive/timeline/index.ts";
import { misquoted, textOf } from "./factories.ts";

/** A Wednesday. */
const PUBLISHED = "2025-01-29T08:00:00+01:00";

const dates = (sentence: string, language = "en", publishedAt?: string) =>
	findTimeline(textOf(sentence, { language, ...(publishedAt ? { publishedAt } : {}) })).map(
		({ when }) => when,
	);

describe("dates that say their year", () => {
	test.each([
		["The bridge opened on January 29, 2025.", "en", "2025-01-29"],
		["The bridge opened on 29 January 2025.", "en", "2025-01-29"],
		["The bridge opened on 29th of January, 2025.", "en", "2025-01-29"],
		["The bridge opened on Jan. 29, 2025.", "en", "2025-01-29"],
		["The bridge opened on 2025-01-29.", "en", "2025-01-29"],
		["The bridge opened in October 2024.", "en", "2024-10"],
		["The bridge opened in May of 2024.", "en", "2024-05"],
		["Die Brücke wurde am 29. Januar 2025 eröffnet.", "de", "2025-01-29"],
		["Die Brücke wurde am 29.01.2025 eröffnet.", "de", "2025-01-29"],
		["Le pont a ouvert le 1er mars 2024.", "fr", "2024-03-01"],
		["Le pont a ouvert le 29/01/2025.", "fr", "2025-01-29"],
		["El puente se abrió el 29 de enero de 2025.", "es", "2025-01-29"],
		["A ponte abriu em 29 de março de 2024.", "pt", "2024-03-29"],
		["Il ponte aprì il 29 gennaio 2025.", "it", "2025-01-29"],
		["De brug ging open op 29 januari 2025.", "nl", "2025-01-29"],
		["Мост открыли 29 января 2025 года.", "ru", "2025-01-29"],
		["Most otwarto 29 stycznia 2025 roku.", "pl", "2025-01-29"],
		["Мост открыли в январе 2025 года.", "ru", "2025-01"],
		["افتتح الجسر في ٢٩ يناير ٢٠٢٥.", "ar", "2025-01-29"],
		["افتتح الجسر في 29 آذار 2024.", "ar", "2024-03-29"],
		["সেতুটি ২৯ জানুয়ারি ২০২৫ খোলে।", "bn", "2025-01-29"],
		["橋は2025年1月29日に開通した。", "ja", "2025-01-29"],
		["大桥于2025年1月开通。", "zh", "2025-01"],
		["다리는 2025년 1월 29일 개통했다.", "ko", "2025-01-29"],
	])("%s", (sentence, language, when) => {
		expect(dates(sentence, language)).toEqual([when]);
	});

	test.each([
		["Peace came in 2019.", "en", "2019"],
		["The grid should be clean by 2030.", "en", "2030"],
		["It closed at the end of 2021, in late 2021.", "en", "2021"],
		["Im Jahr 2019 kam der Frieden.", "de", "2019"],
		["En 2019 se firmó la paz.", "es", "2019"],
		["Nel 2019 fu firmata la pace.", "it", "2019"],
	])("%s", (sentence, language, when) => {
		expect(dates(sentence, language)).toEqual([when]);
	});
});

describe("intervals", () => {
	test.each([
		["She has led it since 1998.", "en", "1998/.."],
		["Onu 1998'den beri yönetiyor.", "tr", "1998/.."],
		["彼女は1998年から率いている。", "ja", "1998/.."],
		["她自1998年以来一直领导它。", "zh", "1998/.."],
		["वह 1998 से इसे चला रही हैं।", "hi", "1998/.."],
		["তিনি ১৯৯৮ সাল থেকে এটি চালান।", "bn", "1998/.."],
		["تديره منذ عام 1998.", "ar", "1998/.."],
		["She led it between 2010 and 2014.", "en", "2010/2014"],
		["She led it from March 2010 to May 2014.", "en", "2010-03/2014-05"],
		["She led it (2010–2014) and left.", "en", "2010/2014"],
		["The team won the 2024-25 season.", "en", "2024/2025"],
		["It flooded in the fall of 2024.", "en", "2024-09/2024-11"],
		["Sales peaked in the third quarter of 2024.", "en", "2024-07/2024-09"],
		["Sales peaked in Q1 2024.", "en", "2024-01/2024-03"],
		["Rents doubled in the 1990s.", "en", "1990/1999"],
		["Sie leitet es seit 1998.", "de", "1998/.."],
		["Elle le dirige depuis 1998.", "fr", "1998/.."],
		["Lo dirigió entre 2010 y 2014.", "es", "2010/2014"],
		["Las ventas subieron en el verano de 2024.", "es", "2024-06/2024-08"],
	])("%s", (sentence, language, when) => {
		expect(dates(sentence, language)).toEqual([when]);
	});
});

describe("dates that the day of publication completes", () => {
	test.each([
		["The mayor resigned yesterday.", "en", "2025-01-28"],
		["The mayor resigned last Tuesday.", "en", "2025-01-28"],
		["The mayor resigned on Tuesday.", "en", "2025-01-28"],
		["The mayor resigned on Wednesday.", "en", "2025-01-29"],
		["The mayor resigned on Thursday.", "en", "2025-01-23"],
		["The mayor will resign on Thursday.", "en", "2025-01-30"],
		["The mayor resigned on Monday, 20 January.", "en", "2025-01-20"],
		["Das beschloss der Rat am Montag mit 31 Stimmen.", "de", "2025-01-27"],
		["Der Minister trat am Montagabend zurück.", "de", "2025-01-27"],
		["El ministro dimitió el lunes.", "es", "2025-01-27"],
		["Le ministre a démissionné lundi.", "fr", "2025-01-27"],
		["De minister trad op maandag af.", "nl", "2025-01-27"],
		["Am Montag wird der Minister gehen.", "de", "2025-02-03"],
		["La ministra anunció el lunes su salida.", "es", "2025-01-27"],
		["A ministra saiu na segunda-feira.", "pt", "2025-01-27"],
		["Министр ушёл вчера.", "ru", "2025-01-28"],
		["大臣は27日に辞任した。", "ja", "2025-01-27"],
		["大臣は1月20日に辞任した。", "ja", "2025-01-20"],
		["大臣は月曜日に辞任した。", "ja", "2025-01-27"],
		["大臣は昨年辞任した。", "ja", "2024"],
		["部长周一辞职。", "zh", "2025-01-27"],
		["部长去年辞职。", "zh", "2024"],
		["部长下周一辞职。", "zh", "2025-02-03/2025-02-09"],
		["मंत्री ने पिछले साल इस्तीफा दिया।", "hi", "2024"],
		["মন্ত্রী গত বছর পদত্যাগ করেন।", "bn", "2024"],
		["استقال الوزير العام الماضي.", "ar", "2024"],
		["The mayor resigned last October.", "en", "2024-10"],
		["The mayor resigned last summer.", "en", "2024-06/2024-08"],
		["The mayor resigned three days ago.", "en", "2025-01-26"],
		["The mayor resigned two weeks ago.", "en", "2025-01-13/2025-01-19"],
		["The mayor resigned two years ago.", "en", "2023"],
		["The mayor will resign next month.", "en", "2025-02"],
		["The mayor resigned on January 20.", "en", "2025-01-20"],
		["The mayor resigned on 30 December.", "en", "2024-12-30"],
		["Der Minister trat gestern zurück.", "de", "2025-01-28"],
		["Der Minister trat vor zwei Jahren zurück.", "de", "2023"],
		["Le ministre a démissionné il y a trois jours.", "fr", "2025-01-26"],
		["Le ministre a démissionné la semaine dernière.", "fr", "2025-01-20/2025-01-26"],
		["El ministro dimitió el año pasado.", "es", "2024"],
		["Il ministro si è dimesso due anni fa.", "it", "2023"],
		["De minister trad vorig jaar af.", "nl", "2024"],
		["Министр ушёл два года назад.", "ru", "2023"],
		["Министр ушёл в прошлом году.", "ru", "2024"],
		["Bakan geçen yıl istifa etti.", "tr", "2024"],
		["Bakan üç gün önce istifa etti.", "tr", "2025-01-26"],
	])("%s", (sentence, language, when) => {
		expect(dates(sentence, language, PUBLISHED)).toEqual([when]);
		expect(dates(sentence, language)).toEqual([]);
	});
	test.each([
		["What somebody quoted calls yesterday is unknown", "He wrote: “We met yesterday at noon.”"],
		["far from publication the year could be either", "The mayor resigned on July 20."],
		["a day that may be any is none", "They could meet on Monday."],
		["when somebody said it is no event", "The mayor was ill, she said on Monday."],
		["a stretch of time is no date", "Rents doubled in the last year."],
		["about two years ago is no year", "She left more than two years ago."],
		["the paragraph is in another year", "In 1987 the mine closed. On January 20 they cut the power."],
	])("%s", (_, sentence) => {
		expect(dates(sentence, "en", PUBLISHED).filter((when) => when !== "1987")).toEqual([]);
	});
});

describe("a day to come that the clause doesn't tell from a past one is none", () => {
	test.each([
		["Am Montag soll der Minister gehen.", "de"],
		["Am Montag (21 Uhr) spielt der Minister.", "de"],
		["大臣は毎月曜日に会見する。", "ja"],
		["大臣は3日間休んだ。", "ja"],
	])("%s", (sentence, language) => {
		expect(dates(sentence, language, PUBLISHED)).toEqual([]);
	});
});

describe("what is not a date", () => {
	test.each([
		["They met on February 30, 2024."],
		["They met on 2024-13-01."],
		["They met on 03/04/2025."],
		["It weighs 2019 grams."],
		["The prize is in 2000 dollars."],
		["Call 1800-2019-44 now."],
		["You may 5 times march."],
		["Sales rose in the fourth fiscal quarter."],
		["It snowed in the winter of 2024."],
	])("%s", (sentence) => {
		expect(dates(sentence, "en", PUBLISHED)).toEqual([]);
	});
});

test("entries stand in order of time and say what happened in the sentence's words", () => {
	const text = textOf("It was sold in 2019. A smith built it in 1787. It burnt down on 3 May 1902.");
	expect(findTimeline(text).map(({ when, text: what }) => [when, what])).toEqual([
		["1787", "A smith built it in 1787."],
		["1902-05-03", "It burnt down on 3 May 1902."],
		["2019", "It was sold in 2019."],
	]);
});

const piece = fc.constantFrom(
	..."in since between and from to by the 2019 2010 30 31 29 1 January May Feb. fall of Q3 quarter third last next Tuesday yesterday two weeks ago 1990s 年 月 日 - – / . , ( )".split(
		" ",
	),
);

test("a thread's posts have days of their own", () => {
	const text = textOf(
		["The lamp went out yesterday.", "Mine went out yesterday.", "It happened yesterday."],
		{
			publishedAt: PUBLISHED,
		},
	);
	const posts = [
		{ from: 0, to: 1 },
		{ publishedAt: "2025-02-14", from: 1, to: 2 },
		{ author: "Ada", from: 2, to: 3 },
	];
	const timeline = findTimeline({ ...text, article: { ...text.article, posts } });
	expect(timeline.map(({ when, text }) => [when, text])).toEqual([
		["2025-01-28", "The lamp went out yesterday."],
		["2025-02-13", "Mine went out yesterday."],
	]);
});

test("every entry is its sentence, whatever the text", () => {
	fc.assert(
		fc.property(
			fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 60 }),
			fc.constantFrom("en", "de", "fr", "es", "it", "pt", "nl", "ja", "zh", "und", "tlh"),
			(pieces, language) => {
				const text = textOf(`A${pieces.join(" ")}`, { language, publishedAt: PUBLISHED });
				const timeline = findTimeline(text);
				for (const entry of timeline) {
					expect(() => TimelineEntrySchema.parse(entry)).not.toThrow();
					expect(misquoted(text, entry.evidence)).toEqual([]);
				}
			},
		),
	);
});

test("a hostile sentence takes linear time", () => {
	const started = performance.now();
	for (const unit of ["in 2019 ", "2019-", "“yesterday” ", "between 2010 and ", "1/1/", "May ", "2 weeks "]) {
		findTimeline(textOf(`A ${unit.repeat(100_000 / unit.length)}`, { publishedAt: PUBLISHED }));
	}
	expect(performance.now() - started).toBeLessThan(4_000);
});

test("a sentence that compares many years is told under its first two", () => {
	const text = textOf("In 2021 it was 52%, after 42% in 2020 and 58% in 2019.");
	expect(findTimeline(text).map(({ when }) => when)).toEqual(["2020", "2021"]);
});
