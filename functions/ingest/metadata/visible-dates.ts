/** The dates that a page shows of its article. */
import type { LabelledBlock } from "../page.ts";
import { DATELINE } from "../strip/phrases.ts";
import { readDate } from "./dates.ts";

/** Kinds whose dates are other articles' or other people's, or what the article tells of. */
const NO_DATES: ReadonlySet<LabelledBlock["kind"]> = new Set(["body", "related", "comments"]);

/** Longer lines say something of their own. */
const MAX_LINE = 200;
const MAX_DATES = 40;
/** The first paragraph of the text is longer than this. */
const PARAGRAPH = 80;
/** Blocks below the beginning of the text that may still be its dateline. */
const BELOW_START = 2;

/** What precedes the date of an update: not the first day, but a better guess than any other date on the page. */
const UPDATED =
	/(?:updated?|modified|edited|revised|reviewed|aktualisiert|bearbeitet|geändert|stand:?|mis à jour|modifié|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|frissítve|güncelleme|обновлено|更新日?)\D{0,40}$/iu;

/** What precedes a date that has nothing to do with the article: an account's first day, today. */
const NEVER_PUBLISHED =
	/(?:joined|registered|member since|registriert|beigetreten|mitglied seit|today|current time|aktuelles datum|datum und uhrzeit)\D{0,40}$/iu;

/** What precedes an article's first day. */
const PUBLISHED =
	/(?:published|posted|created|veröffentlicht|erschienen|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert)\D{0,40}$/iu;

/** A date that is shown. */
export interface VisibleDate {
	readonly date: string;
	/** Below the title and said to be the article's: in a byline, a dateline, a `<time>`, after "published". */
	readonly sure: boolean;
}

/** What a line says before its first digit, where its date may begin. */
const preface = (text: string): string => text.slice(0, Math.max(0, text.search(/\d/)));

/** The dates below the title; if there are none, those of updates there, then any. */
export function visibleDates(
	labelled: readonly LabelledBlock[],
	language: string | undefined,
): readonly VisibleDate[] {
	const title = labelled.findIndex(({ kind, level }) => kind === "title" || level === 1);
	const start = labelled.findIndex(
		({ kind, text }, at) => at > title && kind === "body" && text.length > PARAGRAPH,
	);
	const near: VisibleDate[] = [];
	const updates: VisibleDate[] = [];
	const far: VisibleDate[] = [];
	for (const [at, { kind, text, datetime }] of labelled.entries()) {
		if (near.length + updates.length + far.length >= MAX_DATES) break;
		if (NO_DATES.has(kind) || text.length > MAX_LINE || !(datetime || DATELINE.test(text))) continue;
		const before = preface(text);
		const date = NEVER_PUBLISHED.test(before)
			? undefined
			: (readDate(datetime ?? "", language) ?? readDate(text, language));
		if (!date) continue;
		const isNear = at >= title && at <= start + BELOW_START;
		const sure =
			isNear && (Boolean(datetime) || kind === "byline" || kind === "dateline" || PUBLISHED.test(before));
		if (UPDATED.test(before)) updates.push({ date, sure: false });
		else (isNear ? near : far).push({ date, sure });
	}
	return [near, updates, far].find((dates) => dates.length > 0) ?? [];
}
