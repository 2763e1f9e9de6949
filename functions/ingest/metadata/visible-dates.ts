/** The dates that a page shows of its article. */
import type { LabelledBlock } from "../page.ts";
import { isDateline, mayBeDate } from "./datelines.ts";
import { readDate } from "./dates.ts";

/** Kinds whose dates are other articles' or other people's, or what the article tells of. */
const NO_DATES: ReadonlySet<LabelledBlock["kind"]> = new Set(["body", "related", "comments"]);

/** Longer lines say something of their own. */
const MAX_LINE = 200;
const MAX_DATES = 40;
/** The first paragraph of the text is longer than this. */
const PARAGRAPH = 80;
/** Blocks above the title and below the beginning of the text that may still be its dateline. */
const ABOVE_TITLE = 3;
const BELOW_START = 2;

/** What precedes the date of an update: not the first day, but a better guess than any other date on the page. */
const UPDATED =
	/(?:updated?|modified|edited|revised|reviewed|aktualisiert|bearbeitet|geändert|stand:?|stand des artikels:?|mis à jour|modifié|actualizad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|aktualizováno|frissítve|actualizat|güncelleme|обновлено|оновлено|обновена|ажурирано|ažurirano|ενημέρωση|diperbarui|cập nhật|تحديث|עודכן|अपडेट|আপডেট|อัปเดต|更新日?|수정)\P{Nd}{0,40}$/iu;

/** What precedes a date that has nothing to do with the article: an account's first day, today. */
const NEVER_PUBLISHED =
	/(?:joined|registered|member since|registriert|beigetreten|mitglied seit|today|current time|aktuelles datum|datum und uhrzeit)\P{Nd}{0,40}$/iu;

/** What precedes an article's first day. */
const PUBLISHED =
	/(?:published|posted|created|submitted on|veröffentlicht|erschienen|publié|publicad[oa]|pubblicat[oa]|gepubliceerd|publicerad|publisert|udgivet|julkaistu|opublikowano|publikováno|zveřejněno|megjelent|publicat|yayınlanma|yayın tarihi|giriş|опубликовано|опубліковано|публикувано|објављено|objavljeno|δημοσίευση|dipublikasikan|diterbitkan|نشر|פורסם|प्रकाशित|প্রকাশ|প্রকাশিত|เผยแพร่|发布|發布|發佈|公開|投稿|입력|등록)\P{Nd}{0,40}$/iu;

/** A date that is shown. */
export interface VisibleDate {
	readonly date: string;
	/** At the title and said to be the article's: in a byline, a dateline, a `<time>`, after "published". */
	readonly sure: boolean;
	readonly published: boolean;
}

/** What a line says before its first digit, where its date may begin. */
const preface = (text: string): string => text.slice(0, Math.max(0, text.search(/\p{Nd}/u)));

/**
 * May a block's date be the article's? Of what is taken for text or for another article, only lines at the title
 * that are dates and nothing else, or that begin with the word for it: whether such a line is body is the labels'
 * guess, whether it is a date isn't.
 */
function mayDate({ kind, text, datetime, markup }: LabelledBlock, isNear: boolean): boolean {
	if (text.length > MAX_LINE) return false;
	// Without markup, whether a line at the title is a comment or another article's is a guess.
	const isOther = NO_DATES.has(kind) && (markup !== undefined || !isNear || kind === "body");
	if (isOther && (kind === "comments" || !(isNear || kind === "body"))) return false;
	if (!datetime && !mayBeDate(text)) return false;
	if (!isOther) return true;
	const said = PUBLISHED.test(preface(text)) || UPDATED.test(preface(text));
	return isDateline(text) ? isNear || said : isNear && said && Boolean(datetime);
}

/** A short line between the title and the text that is no sentence, whatever it was taken for: `Ann 4 March 2025`. */
const isShortLine = ({ text, kind, type }: LabelledBlock): boolean =>
	kind === "body" &&
	type === "paragraph" &&
	text.length <= PARAGRAPH &&
	mayBeDate(text) &&
	!/[.!?…:;]$/.test(text);

/** The dates at the title, those after "published" first; if there are none, those of updates there, then any. */
export function visibleDates(
	labelled: readonly LabelledBlock[],
	language: string | undefined,
): readonly VisibleDate[] {
	const title = labelled.findIndex(({ kind, level }) => kind === "title" || level === 1);
	const start = labelled.findIndex(
		({ kind, text }, at) => at > title && kind === "body" && text.length > PARAGRAPH,
	);
	const near: VisibleDate[] = [];
	const above: VisibleDate[] = [];
	const updates: VisibleDate[] = [];
	const short: VisibleDate[] = [];
	const far: VisibleDate[] = [];
	for (const [at, block] of labelled.entries()) {
		if (near.length + above.length + updates.length + far.length >= MAX_DATES) break;
		const isNear = at >= title && at <= start + BELOW_START;
		const isAbove = at >= title - ABOVE_TITLE && at < title;
		const may = mayDate(block, isNear || isAbove);
		if (!may && !(at > title && at < start && isShortLine(block))) continue;
		const { kind, text, datetime } = block;
		const before = preface(text);
		const date = NEVER_PUBLISHED.test(before)
			? undefined
			: (readDate(datetime ?? "", language) ?? readDate(text, language));
		if (!date) continue;
		const published = PUBLISHED.test(before);
		const sure = isNear && (Boolean(datetime) || kind === "byline" || kind === "dateline" || published);
		if (UPDATED.test(before)) updates.push({ date, sure: false, published: false });
		else (!may ? short : isNear ? near : isAbove ? above : far).push({ date, sure, published });
	}
	const dates = [near, above, updates, short, far].find((some) => some.length > 0) ?? [];
	return dates.toSorted((a, b) => Number(b.published) - Number(a.published));
}
