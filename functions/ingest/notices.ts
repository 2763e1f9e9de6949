/**
 * What pages say instead of an article: that there is none at this address, that the reader is to prove being
 * human, to allow scripts or cookies. Read off the defaults of servers, of bot protection and of consent dialogues.
 */
import type { PageBlock } from "./page.ts";
import { latinLength, proseIn } from "./strip/prose.ts";

/** Longer text is an article that may well speak of such things. */
const MAX_NOTICE = 900;

/** Each is looked for in the first words of a block. */
const BEGINNING = 320;
const NOTICES: readonly RegExp[] = [
	// There is nothing here.
	/\b(?:page|url|address|link|content|article|file|resource|document)\b.{0,80}\b(?:(?:could ?n['’]?o?t|can(?:no|['’])t|was ?n['’]?o?t|not) be? ?found|not found|(?:does ?n['’]?o?t|do ?n['’]?o?t|no longer) exists?|is no longer available|(?:been|was) (?:moved|removed|deleted))/iu,
	/\b(?:we|sorry).{0,40}\b(?:can(?:no|['’])t|could ?n['’]?o?t|couldn['’]t) find (?:the|that|this|what)\b/iu,
	/\bseite\b.{0,80}\b(?:nicht gefunden|existiert nicht|nicht (?:mehr )?verfügbar)/iu,
	/\bpage\b.{0,80}\b(?:introuvable|n['’]existe (?:pas|plus)|n['’]a pas été trouvée)/iu,
	/\bpágina\b.{0,80}\b(?:no (?:se (?:ha )?encontr|existe|está disponible)|não (?:foi encontrada|existe))/iu,
	/\bpagina\b.{0,80}\b(?:non (?:è stata trovata|esiste|trovata)|niet (?:gevonden|bestaat))/iu,
	/页面(?:不存在|未找到|已被?删除)|ページが?(?:見つかりません|存在しません)/u,
	// Prove that you are human.
	/\b(?:verify(?:ing)?|confirm(?:ing)?|prove|make sure|ensure)\b.{0,30}\byou(?:['’]re| are) (?:not a (?:ro)?bot|(?:a )?human)/iu,
	/\bchecking (?:your browser|if the site connection is secure)/iu,
	/\bneeds to review the security of your connection\b/iu,
	/\bunusual (?:traffic|activity) from your\b/iu,
	/\byou (?:do ?n['’]?o?t|do not) have permission to access\b|\byou have been blocked\b/iu,
	// Allow this.
	/\b(?:enable|activate|turn on|allow|requires?)\b.{0,20}\b(?:javascript|cookies)\b/iu,
	/\bjavascript\b.{0,40}\b(?:disabled|aktivieren|activer|habilit|abilita)/iu,
	/\b(?:we|us|our|this (?:web)?site)\b.{0,60}\buses? (?:\p{L}+ ){0,4}cookies\b/iu,
	/\b(?:store and\/or access information on a device|manage your (?:cookie|consent|privacy) (?:preferences|choices|settings)|we value your privacy|before you continue to)\b/iu,
	/\b(?:wir|diese (?:web)?seite)\b.{0,60}\bverwende[nt]\b.{0,40}\bcookies\b|\bcookies\b.{0,40}\bverwende/iu,
	/\b(?:nous|notre site)\b.{0,60}\butilis(?:ons|e)\b.{0,40}\bcookies\b/iu,
	/\b(?:utiliza(?:mos)?|usa(?:mos)?|utilizziamo|usiamo|gebruiken|gebruikt)\b.{0,40}\bcookies\b/iu,
];

const isNotice = (text: string): boolean => {
	const beginning = text.slice(0, BEGINNING);
	return NOTICES.some((notice) => notice.test(beginning));
};

/** Whether what was kept says nothing but why there is no article: short, and all running text in it a notice. */
export function areNotices(kept: readonly PageBlock[]): boolean {
	const lengthBy = (lengthOf: (text: string) => number): number =>
		kept.reduce((sum, { text }) => sum + lengthOf(text), 0);
	return (
		// Most articles are longer, which is told without counting letters that say as much as several.
		lengthBy((text) => text.length) <= MAX_NOTICE &&
		lengthBy(latinLength) <= MAX_NOTICE &&
		kept.some(({ text }) => isNotice(text)) &&
		kept.every((block) => proseIn(block) === 0 || isNotice(block.text))
	);
}
