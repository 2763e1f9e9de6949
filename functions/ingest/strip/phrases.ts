/**
 * How furniture talks: what short blocks that aren't the article start with or are, by language. Read off
 * news sites; each pattern is anchored and linear, and is only tried on short text.
 */
import type { StrippedKind } from "../../shared/article.ts";

/** Longer blocks say something of their own. */
export const MAX_PHRASE_LENGTH = 260;

interface Phrase {
	readonly kind: StrippedKind;
	readonly source: string;
}

const MARKS = "[\\p{P}\\p{S}\\s]{0,4}";

const startsWith = (kind: StrippedKind, ...starts: string[]): Phrase => ({
	kind,
	source: `(?:${starts.join("|")})`,
});

const is = (kind: StrippedKind, ...texts: string[]): Phrase => ({
	kind,
	source: `(?:${texts.join("|")})${MARKS}$`,
});

const PHRASES: readonly Phrase[] = [
	startsWith(
		"related",
		// English
		"(?:read|see|watch|listen|learn) (?:more|also|next)\\b ?(?::|about|on|from|here|at|–|-|$)",
		"(?:also|must|related|further|recommended) (?:read|reading|stories|story|articles?|news|posts?|coverage|content|links?|topics?)\\b",
		"(?:read|see|watch)(?: here)? ?[:|]",
		"related ?:",
		"more (?:on this story|from|stories|news|like this|to read)\\b",
		"you (?:may|might) (?:also )?(?:like|enjoy|be interested)",
		"(?:click|tap) here\\b",
		"don['’]t miss\\b",
		"recommended for you",
		"(?:most|trending) (?:read|popular|now)\\b",
		// German
		"(?:mehr (?:zum thema|dazu|lesen|aus|über)|lesen sie (?:auch|hier|mehr)|lesen sie dazu|auch interessant|das könnte (?:sie|dich) (?:auch )?interessieren|weiterlesen|zum thema|siehe auch|passend dazu|mehr dazu)\\b",
		// French
		"(?:(?:à )?lire (?:aussi|également|la suite|plus)|voir aussi|sur le même sujet|à lire|pour aller plus loin|en savoir plus)\\b",
		// Spanish, Portuguese, Italian
		"(?:le[ea] (?:también|más|tambien|aquí)|lea (?:además|también)|te puede interesar|también te puede|ver también|más información:|noticias? relacionadas?|leer más|mira también|te recomendamos)",
		"(?:leia (?:também|mais)|veja (?:também|mais)|saiba mais|confira também|notícias relacionadas)",
		"(?:leggi anche|leggi (?:tutto|di più)|vedi anche|potrebbe interessarti|approfondisci|ti potrebbe)",
		// Dutch, Nordic, Polish, Czech, Hungarian, Romanian, Turkish, Indonesian
		"(?:lees (?:ook|meer|verder)|bekijk ook|ook interessant|läs (?:också|mer|även)|les (?:også|mer)|læs også|lue myös)\\b",
		"(?:czytaj (?:też|także|również|więcej)|zobacz (?:też|także|również)|přečtěte si|čtěte také|olvass[ao]?n? (?:tovább|el)|kapcsolódó|citește și|citeşte şi|vezi și|ilgili haber|baca (?:juga|selengkapnya))",
		// Russian, Ukrainian, Greek, Arabic, Hebrew, Chinese, Japanese, Korean, Hindi
		"(?:читайте (?:также|ещё|еще|подробнее)|смотрите также|по теме|читайте також|дивіться також|διαβάστε (?:επίσης|ακόμα)|اقرأ (?:أيضا|أيضًا|المزيد)|קרא(?:ו)? (?:עוד|גם))",
		"(?:相关(?:阅读|新闻|推荐|文章|链接)|延伸阅读|推荐阅读|相關(?:新聞|閱讀)|延伸閱讀|関連(?:記事|リンク|ニュース)|あわせて読みたい|관련 ?기사|यह भी पढ़ें|ये भी पढ़ें)",
	),
	startsWith(
		"promotion",
		"(?:sign up|subscribe|register|become a (?:member|subscriber)|join (?:our|us|the)|download (?:the|our)|get (?:the|our|your) (?:latest|free|daily|best|newsletter)|stay (?:up to date|informed|updated)|never miss|support (?:our|us|independent)|enter your email|follow (?:us|our|@)|like us on|find us on|this (?:content|article) is (?:only|reserved|for))\\b",
		"(?:abonnieren|jetzt (?:abonnieren|registrieren|anmelden|testen)|melden sie sich|newsletter|folgen sie uns|folge uns|inscrivez-vous|abonnez-vous|recevez|suivez-nous|suscríbete|suscríbase|regístrate|síguenos|síguenos|assine|inscreva-se|siga|iscriviti|abbonati|seguici|meld je aan|schrijf je in|volg ons|подпис(?:ывайтесь|аться)|підписуйтесь|订阅|关注我们|フォロー)",
	),
	is(
		"share",
		"share(?: this)?(?: (?:article|story|post|on .{1,20}))?",
		"tweet",
		"e-?mail",
		"print",
		"copy link",
		"facebook",
		"twitter",
		"whats ?app",
		"linkedin",
		"telegram",
		"pinterest",
		"reddit",
		"teilen",
		"drucken",
		"partager",
		"compartir",
		"compartilhar",
		"condividi",
		"delen",
		"поделиться",
		"分享",
		"シェア",
	),
	is(
		"advertisement",
		"advertisements?",
		"ad",
		"sponsored(?: content)?",
		"anzeige",
		"werbung",
		"publicité",
		"publicidad",
		"publicidade",
		"pubblicità",
		"advertentie",
		"reklama?",
		"annonse?",
		"реклама",
		"广告",
		"廣告",
		"広告",
		"advertisement ?[-–—:] .{0,60}",
		"(?:story|article) continues below(?: advertisement)?",
		"continue reading(?: the main story| below)?",
		"scroll to continue.{0,40}",
		"loading\\.*",
	),
	startsWith(
		"legal",
		"(?:©|\\(c\\)|copyright\\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|todos os direitos|tutti i diritti|this material may not be|terms of (?:use|service)|privacy policy|版权|版權|無断転載)",
	),
	startsWith(
		"caption",
		"(?:(?:photo|image|picture|video|illustration|file photo|photograph|screenshot)s?(?: ?\\([^)]{1,40}\\))? ?(?::|by\\b|credits?\\b|courtesy|via\\b|source)|(?:foto|bild|crédits?(?: photo)?|crédito|fotografía|imagen|imagem|immagine|quelle|фото|图片来源|図|写真) ?[:/©])",
	),
	startsWith(
		"comments",
		"(?:\\d{1,6} comments?\\b|(?:leave|post|add|write) (?:a|your) (?:comment|reply)|comments? ?(?:$|\\()|kommentare? ?(?:$|\\()|commentaires? ?$|comentarios? ?$|comentários? ?$)",
	),
	startsWith(
		"navigation",
		"(?:tags?|topics?|filed under|categor(?:y|ies)|schlagw(?:ort|örter)|themen|mots[- ]clés|etiquetas|temas|tópicos|argomenti|теги|标签|タグ|skip to|back to top|jump to|go to)\\b ?(?::|$)",
	),
];

const beginning = (source: string): RegExp => new RegExp(`^${MARKS}(?:${source})`, "iu");

/** Most blocks are no phrase, which is asked of all at once. */
const ANY = beginning(PHRASES.map(({ source }) => source).join("|"));
const PATTERNS = PHRASES.map(({ kind, source }) => ({ kind, pattern: beginning(source) }));

/** What a short text is by how it begins, or as a whole; of several the first. */
export const phraseOf = (text: string): StrippedKind | undefined =>
	ANY.test(text) ? PATTERNS.find(({ pattern }) => pattern.test(text))?.kind : undefined;

/** "By Jane Doe", in the languages of `PHRASES`, and nothing after it. */
export const BYLINE =
	/^(?:(?:written |story |words |posted |published |reporting |text )?by:?|von|par|por|di|de|door|av|af|przez|автор:?|author:?|autor:?|auteur:?|文[：:/]|作者[：:]|記者[：:]?)\s+\p{Lu}?[\p{L}\p{M}.'’\- ,&|@/]{2,120}$/iu;

/** A date or a time of day, with little else around. */
export const DATELINE =
	/(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日|\d{1,2}:\d{2}|\b(?:19|20)\d{2}\b|\b\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|mär|apr|avr|abr|may|mai|jun|jul|aug|août|ago|sep|oct|okt|out|nov|dec|dez|déc|dic)|\b\d{1,2} (?:minutes?|hours?|days?) ago)/i;
