/** How bylines are worded, by language: read off news sites and the templates of content systems. */

/** What stands between words of one name. */
const PARTICLES =
	"de|da|di|do|dos|das|du|del|della|delle|dello|degli|den|der|des|van|von|vom|zu|zur|zum|la|le|el|al|bin|bint|ibn|ben|ter|ten|te|op|af|av|st|y|e|'t|of|the|für|for";

/** One word of a name: capitalised, or of a script without capitals. */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}.'’´-]{0,30}|[\p{Lo}\p{Lm}][\p{Lo}\p{Lm}\p{M}・]{0,20})`;

/** A name: capitalised words with particles between (or a French, Dutch, Arabic one before). */
const NAME = String.raw`(?:(?:${PARTICLES})\s){0,2}(?:[dl]['’])?${WORD}(?:(?:\s|(?<=\.))(?:(?:${PARTICLES})\s){0,3}(?:[dl]['’])?${WORD}){0,5}`;

/** Between names. */
const AND = String.raw`(?:\s?(?:[,;/&+、，]|·)\s?(?:(?:and|und|et|y|e|&)\s)?|\s(?:and|und|et|y|e|i|en|och|og|a|ja|és|ve|và|und|with|mit|im Gespräch mit|и|та|と)\s)`;

/** Names in a row, with their roles among them, from the start of what it is tried on. */
export const NAMES = new RegExp(
	`^(?:the\\s)?${NAME}(?:\\s(?:editors|staff|team|redaktion|editorial))?(?:${AND}${NAME}){0,12}`,
	"u",
);

/** A single account name up to a mark, a date or the end: `freeman1984 · `. */
export const ACCOUNT =
	/^@?([\p{L}\p{N}][\p{L}\p{N}_.-]{1,30})(?=\s?(?:$|[|•·—–»›@(,/]|(?:am|on|at|in|um|le|el|den|op|vor|il)\s|\d))/u;

/** Prepositions that a name follows; what stands before tells whether the name is an author's. */
export const BY =
	/(?<=^|[\s|•·—–:(>»\]])(?:by|von|vom|par|por|door|di|av|af|przez|от|від|od|autor)\s{0,2}:?\s+/giu;

/** Verbs and nouns that end right before such a preposition when an author follows. */
export const WROTE =
	/(?:^|[\s(])(?:written|words|story|text|texte|reported|reporting|posted|published|report|article|post|contributed|compiled|created|added|submitted|started|analysis|opinion|column|essay|review|interview|geschrieben|verfasst|veröffentlicht|erstellt|eingestellt|gepostet|beitrag|artikel|analyse|kommentar|kolumne|gastbeitrag|bericht|eintrag|kritik|écrit|publié|rédigé|posté|propos recueillis|escrito|publicado|redactado|texto|scritto|pubblicato|postato|testo|a cura|geschreven|geplaatst|gepubliceerd|tekst|skrevet|skriven|publicerad|napisane|dodane|opublikowano|an|ein|una|un)$/iu;

/** The same when it isn't an author that follows. */
export const DID_SOMETHING_ELSE =
	/(?:photos?|photograph(?:s|y|ed)?|photographer|images?|pictures?|pics?|video|illustrations?|illustrated|graphics?|art(?:work)?|edited|reviewed|checked|sponsored|powered|hosted|translated|presented|produced|provided|supplied|updated|modified|theme|designed?|fotos?|bild(?:er)?|grafik|gesponsert|übersetzt|bearbeitet|geprüft|traduit|traduction|crédits?|credits?|courtesy|supported|approved|recommended|narrated|directed|starring|followed|liked|owned|developed|made|built|photographié|foto|fotografía|ilustración|traducido|replies|reply|comments?|driven|used|caused|affected|won|led)$/iu;

/** Labels that an author's name follows. */
export const LABEL =
	/^(?:author|authors|autor|autoren|autorin|autor\/in|auteur|auteurs|autora|autores|autore|autori|text|texte|texto|testo|tekst|words|writer|written by|story|journalist|reporter|redaktion|redaktør|redacción|redazione|rédaction|skribent|forfatter|författare|von|by|by line|text (?:&|und|and) (?:fotos?|bilder|photos)|автор|автори|текст|作者|記者|记者|著者|文|撰文|執筆|글|기자|責任編輯|责任编辑|yazar|szerző|kirjoittaja)\s?[:：/／]\s?/iu;

/** Chinese and Japanese bylines in a line: `記者王小明／台北報導`. */
export const CJK_BYLINE = /(?:記者|记者|文[/／])\s?(\p{Script=Han}{2,4})(?=[／/\s｜|]|$)/u;

/** What begins what stands behind a name on one line, or a line that looks like a name and is none. */
export const NO_NAME =
	/^(?:more|view|read|full|follow|about|updated?|published|posted|last|sign|log|login|learn|get|select|download|advertiser|advertisement|reviewed|edited|fact|medically|meet|see|all|share|comments?|member|members|moderator|join|joined|posts?|home|next|previous|menu|search|contact|topics?|tags?|categor(?:y|ies)|related|frequently|table|image|photos?|video|audio|loading|skip|subscribe|newsletter|expert|editorial|corresponding|released|illustrat(?:ed|ion)|insights?|senior member|registered|getty|shutterstock|istock|istockphoto|unsplash|alamy|imago|pixabay|adobe stock|website|facebook|twitter|youtube|instagram|linkedin|pinterest|whatsapp|telegram|xing|mehr|zur|zum|zurück|alle|weitere|weiterer|weiterführender|jetzt|lesen|lesezeit|ähnliche|neueste|neue|meistgeklickte|schlagwörter|kategorien?|veröffentlicht|publiziert|aktualisiert|stand|datum|date|autoreninfo|so erreichen|pressemitteilung|gesponserte|fotos?|bild(?:er)?|foto|grafik|quelle|anmelden|registrieren|vorheriger?|nächster?|empfohlen|artikel|newsletter|suche|erweiterte|über|wir|verwandte|publié|mis à jour|actualizado|actualité|lire|voir|accueil|suivez|abonnez|leer|ver|inicio|síguenos|compartir|publicado|pubblicato|aggiornato|leggi|condividi|segui|lees|deel|volg|gepubliceerd|läs|dela|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\.?(?:\s?\d|$)))(?![\p{L}\p{N}’'-])/iu;

/** The same words behind a name: `Ann Doe Updated May 3`. */
export const NAME_ENDS =
	/\s(?:Updated|Published|Posted|Reviewed|Edited|Fact|Released|Illustration|Illustrations|Illustrated|Photos?|Photographs?|Fotos?|Bilder|Bild|Datum|Date|Last|Veröffentlicht|Aktualisiert|Lesezeit|Stand|Quelle|January|February|March|April|July|August|September|October|November|December|Publié|Publicado|Pubblicato|Actualizado|UPDATED|PUBLISHED|Kommentare|Comments?|Follow|Subscribe|Share)(?!\p{L}).*$/u;

/** The agencies that an author worked with, who aren't named one by one. */
export const WITH_AGENCIES =
	/\s(?:with|and|mit|und|avec|et|con|y|e)\s(?:(?:news\s)?agencies|agenturen|agencias|agences|agenzie|AP|AFP|Reuters|dpa)\s?$/iu;

/** What begins without a space behind a name, as it stood in an element of its own: `Ann DoeUpdated May 3`. */
export const GLUED =
	/(?<=\p{Ll}{2})(?:Updated|Published|Posted|Reviewed|Edited|Founder|Co-founder|CEO|Editor|Writer|Reporter|Contributor|Author|January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{Ll}).*$/u;

/** A line that only announces the author, who stands on the next one. */
export const ANNOUNCES =
	/^(?:.{0,24}\s(?:by|von|par|por|di)|by|written by|words by|story by|author|authors|about the author|posted by|reported by|insights from|von|text von|ein artikel von|artikel von|autor|autorin|autoren|par|auteur|por|autora?|di|autore|door|auteur|av|af|tekst|text|作者|記者|著者|執筆)\s?[:：]?$/iu;

/** Addresses of authors' own pages. */
export const AUTHOR_ADDRESS =
	/\/(?:authors?|autor(?:en|es)?|auteurs?|autori|profiles?|people|staff|by|journalists?|journalistes?|contributors?|columnists?|writers?|redaktion|redakteure?|reporters?|users?|team)\//i;

/** Names of elements that hold nothing but an author. */
export const AUTHOR_ELEMENT = /(?:^| )(?:authors?|byline|autor|auteur|vcard|fn|writer)(?: |$)/;

/** Names at the beginning of a line, with no other words but a date, a place or a handle behind them. */
export const LONE_NAMES =
	/^(?:\p{Lu}[\p{L}\p{M}.'’-]{1,30}|de|da|di|van|von|der|del|la|bin|al)(?:[ /,&]{1,3}(?:and |und )?(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}|de|da|di|van|von|der|del|la|bin|al)){1,7}(?=$|\s?[|•·—–,(@]|\s?\d)/u;
