/**
 * What publishers call the parts of their pages, in class, id and role: read off the templates of the
 * common content systems (WordPress, Drupal, Arc, Brightspot, Escenic, AEM, Blogger) and of large news
 * sites in English, German, French, Spanish, Portuguese, Italian and Dutch.
 */
import type { StrippedKind } from "../../shared/article.ts";

/** What an element must not hold more of, if its name is to be believed. */
export interface Reach {
	/** Share of the page's prose. */
	readonly share: number;
	/** Characters of prose. */
	readonly prose: number;
}

/** A wrapper of the whole article may be called anything ("has-sidebar"): names are believed up to here. */
export const REACH: Readonly<Record<StrippedKind, Reach>> = {
	title: { share: 0.2, prose: 400 },
	standfirst: { share: 0.2, prose: 900 },
	byline: { share: 0.3, prose: 500 },
	dateline: { share: 0.2, prose: 300 },
	caption: { share: 0.4, prose: 2_500 },
	navigation: { share: 0.4, prose: 3_000 },
	related: { share: 0.6, prose: Number.POSITIVE_INFINITY },
	promotion: { share: 0.4, prose: 4_000 },
	share: { share: 0.2, prose: 400 },
	"author-bio": { share: 0.4, prose: 2_500 },
	comments: { share: 0.97, prose: Number.POSITIVE_INFINITY },
	legal: { share: 0.5, prose: Number.POSITIVE_INFINITY },
	advertisement: { share: 0.3, prose: 2_000 },
	media: { share: 0.3, prose: 1_500 },
	form: { share: 0.3, prose: 2_000 },
	other: { share: 0.4, prose: 4_000 },
};

/** Elements that are named after everything on the page. */
export const WHOLE_PAGE: ReadonlySet<string> = new Set(["html", "body"]);

/** Elements that say what they hold. */
export const TAG_KINDS: ReadonlyMap<string, StrippedKind> = new Map([
	["nav", "navigation"],
	["menu", "navigation"],
	["footer", "legal"],
	["aside", "related"],
	["figcaption", "caption"],
	["caption", "caption"],
	["button", "form"],
	["form", "form"],
	["fieldset", "form"],
	["label", "form"],
	["dialog", "promotion"],
	["address", "byline"],
	["search", "form"],
]);

const words = (kind: StrippedKind, list: string): [string, StrippedKind][] =>
	list.split(/\s+/).map((word) => [word, kind]);

/** One word of a name. Where several match, the first in the name counts. */
export const WORD_KINDS: ReadonlyMap<string, StrippedKind> = new Map([
	...words(
		"navigation",
		"nav navigation navbar navi menu submenu menubar breadcrumb breadcrumbs brotkrumen breadcrump masthead toolbar pagination pager paging sitemap topbar tabs tablist toc skiplink skip tags taglist tagcloud postcategories kicker topics topiclist topictags hashtags categories keywords",
	),
	...words(
		"related",
		"sidebar related relacionadas relacionados related-posts recommended recommendation recommendations recirc recirculation trending mostread popular mostpopular latest teaser teasers excerpt excerpts crosslinks crosslink seealso readmore readalso morefrom morestories moreon upnext nextup carousel rail rightrail outbrain taboola zergnet revcontent mgid headlines ticker similar suggestions suggested leseempfehlung weiterlesen lireaussi verwandt linkbox linklist linkliste infinite",
	),
	...words(
		"promotion",
		"newsletter newsletters subscribe subscription subscriptions signup promo promos promotion promotional paywall paygate piano donate donation donations membership cta banner popup modal overlay lightbox app-download cookie cookies consent gdpr onetrust cmp whatsapp telegram notification notifications toast regwall",
	),
	...words(
		"share",
		"share shares sharing sharebar sharetools social socials sociallinks socialmedia socialbar followus follow addtoany addthis sharethis teilen partager compartir condividi bookmark print",
	),
	...words(
		"comments",
		"comment comments commentlist commentaires kommentar kommentare comentarios commenti reacties disqus respond livefyre coral spotim viafoura discussion replies reactions trackbacks",
	),
	...words(
		"caption",
		"caption captions figcaption bildunterschrift bildtext credit credits photocredit copyright legende pie-foto",
	),
	...words(
		"byline",
		"byline bylines author authors autor autoren auteur auteurs autore autori contributor contributors writer verfasser signature vcard posted postedby postinfo postmeta meta metadata articlemeta entrymeta infos dateline",
	),
	...words("author-bio", "bio biography authorbox authorbio aboutauthor authorinfo"),
	...words(
		"dateline",
		"date dates datetime pubdate timestamp published publish updated update modified datum fecha time",
	),
	...words(
		"advertisement",
		"ad ads advert adverts advertisement advertisements advertising adslot adsbygoogle dfp gpt sponsor sponsored sponsors anzeige werbung publicidad pub native affiliate",
	),
	...words(
		"media",
		"gallery slideshow slider video player jwplayer videoplayer audioplayer podcast audio playlist brightcove",
	),
	...words("legal", "footer foot colophon disclaimer imprint impressum legal terms privacy rights"),
	...words(
		"form",
		"form search searchform login signin register poll survey quiz captcha contactform filter filters",
	),
	...words(
		"other",
		"tooltip hidden rating ratings votes reactions correction translate accessibility noprint weather stock",
	),
]);

/** ARIA roles (https://www.w3.org/TR/wai-aria-1.2/#role_definitions); they are among an element's names. */
export const ROLE_KINDS: ReadonlyMap<string, StrippedKind> = new Map([
	["contentinfo", "legal"],
	["complementary", "related"],
	["dialog", "promotion"],
	["alertdialog", "promotion"],
	["tooltip", "other"],
]);

/** Names of what holds an article's text, as whole words or in a row. */
export const BODY_NAMES =
	/(?:^| )(?:article ?body|article ?content|article ?text|article ?copy|story ?body|story ?content|story ?text|entry ?content|post ?content|post ?body|post ?text|body ?text|body ?copy|content ?body|news ?text|news ?body|news ?content|article ?main|main ?text|rich ?text ?article|td post content|page ?content|artikel ?text|artikel ?inhalt|artikel ?body|texte? article|article__?body|cuerpo|corpo|articulo|testo|body ?content|single ?content|detail ?content|detail ?text|content ?text|blog ?content|blog ?post|prose)(?: |$)/;
