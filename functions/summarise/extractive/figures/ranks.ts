import type { FoundFigure } from "./found-figure.ts";

/** "third-largest", with what is ranked when a single word ends the phrase. */
const SUPERLATIVE =
	/(?<![\p{L}-])(second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[- ](?:largest|biggest|highest|lowest|smallest|richest|poorest|oldest|youngest|fastest|longest|tallest)(?!\p{L})(?: (\p{Ll}+)(?=[,.;:)]|$| (?:in|of|by|after|behind|and|to|on|at|for)(?!\p{L})))?/giu;
const ORDINALS = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/** "No. 1", "number 2", "ranked 3rd": the table's name for a place. */
const NUMBERED =
	/(?<!\p{L})(?:(?:No\.|number) ?(\d{1,3})|ranked (\d{1,3})(?:st|nd|rd|th)?)(?![\d\p{L}.,-]\d|\p{L})/gu;

/** What every superlative, numbered rank and score has, found by patterns much faster than theirs: most sentences have none. */
const MAY_RANK = /(?:larg|bigg|high|low|small|rich|poor|old|young|fast|long|tall)est/iu;
const NUMBER = /\d/u;
const TWO_NUMBERS = /\d[-–:]\d/u;
/** Two small numbers with a dash are a score only where the sentence speaks of one. */
const SCORE = /(?<![\p{L}\d$€£.,:/–-])(\d{1,3})[-–](\d{1,3})(?![\p{L}\d%:/–-]|[.,]\d)/gu;
/** German writes them with a colon, as it does the time of day. */
const GERMAN_SCORE = /(?<![\p{L}\d:.,/])(\d{1,3}):(\d{1,3})(?![\d:]|[.,]\d|\s?Uhr)/gu;
const CONTEST: Readonly<Record<string, RegExp>> = {
	en: /(?<!\p{L})(?:won|wins?|beat|beats|beaten|lost|lose|defeat|defeated|victory|draw|drew|win|winning|thrashed|score|scored|led|lead|trailed|goals?|match|voted|vote|ruled|ruling|decision|aggregate|set|sets)(?!\p{L})/iu,
	de: /(?<!\p{L})(?:gewann|gewannen|gewonnen|besiegte|schlug|siegten?|\p{L}*sieg|\p{L}*niederlage|verlor|verloren|unentschieden|tore?|treffer|spiel|derby|führung|endstand|halbzeit|punkte|tabellen\p{L}+)(?!\p{L})/iu,
	fr: /(?<!\p{L})(?:battu|victoire|défaite|match|gagné|remporté|buts?)(?!\p{L})/iu,
	es: /(?<!\p{L})(?:ganó|venció|derrotó|victoria|derrota|empate|partido|goles?)(?!\p{L})/iu,
	pt: /(?<!\p{L})(?:venceu|ganhou|derrotou|vitória|derrota|empate|jogo|gols?|golos?)(?!\p{L})/iu,
	it: /(?<!\p{L})(?:vinto|battuto|vittoria|sconfitta|pareggio|partita|gol)(?!\p{L})/iu,
	nl: /(?<!\p{L})(?:won|versloeg|zege|nederlaag|verloor|gelijkspel|wedstrijd|doelpunten?)(?!\p{L})/iu,
};
/** Behind the dash pair: a unit makes it a range. */
const RANGE_UNIT =
	/^[\s-](?:per ?cent|million|billion|thousand|years?|months?|weeks?|days?|hours?|minutes?|year-olds?|people|miles|km|feet|inches|range)(?!\p{L})/iu;

/** Ranks and scores of a sentence. A score's value is its first number; `text` has both. */
export function ranksAndScoresOf(sentence: string, language: string): FoundFigure[] {
	const found: FoundFigure[] = [];
	const contest = Object.hasOwn(CONTEST, language) ? CONTEST[language] : undefined;
	if (TWO_NUMBERS.test(sentence) && contest?.test(sentence)) {
		for (const { 0: text, 1: first, index } of sentence.matchAll(language === "de" ? GERMAN_SCORE : SCORE)) {
			const end = index + text.length;
			if (RANGE_UNIT.test(sentence.slice(end, end + 20))) continue;
			found.push({ kind: "score", start: index, end, value: Number(first) });
		}
	}
	if (language !== "en") return found;
	for (const match of MAY_RANK.test(sentence) ? sentence.matchAll(SUPERLATIVE) : []) {
		const [text, ordinal = "", of] = match;
		const end = match.index + text.length - (of ? of.length + 1 : 0);
		found.push({
			kind: "rank",
			start: match.index,
			end,
			value: ORDINALS.indexOf(ordinal.toLowerCase()) + 2,
			of,
		});
	}
	if (!NUMBER.test(sentence)) return found;
	for (const { 0: text, 1: numbered, 2: ranked, index } of sentence.matchAll(NUMBERED)) {
		found.push({ kind: "rank", start: index, end: index + text.length, value: Number(numbered ?? ranked) });
	}
	return found;
}
