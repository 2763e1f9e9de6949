/** How bylines are worded, by language: read off news sites and the templates of content systems. */

/** News agencies that write themselves in lower case. */
const LOWER_AGENCY =
	"dpa(?:-afx)?|afp|apa|sda|ats|epd|kna|sid|dapd|ddp|reuters|rtr|efe|ansa|tt|ntb|ritzau|pap|čtk|anp|belga";

/** The same and those that don't, as they stand behind a name. */
const AGENCY = `${LOWER_AGENCY}|dpa|DPA|AFP|APA|SDA|EPD|KNA|SID|AP|(?:The )?Associated Press|Reuters|Bloomberg|EFE|ANSA|PTI|ANI|IANS|AAP|UPI|TASS|PAP|ČTK|ANP|Europa Press|Agence France-Presse`;

/** A name that is an agency's in lower case, an editor's initials before it: `dpa`, `abc/dpa`. */
export const IS_LOWER_AGENCY = new RegExp(`^(?:\\p{L}{2,4}/)?(?:${LOWER_AGENCY})$`, "u");

/** An agency and nothing else but a place: `AFP`, `Reuters, Harbour City`. */
export const IS_AGENCY = new RegExp(`^(?:${AGENCY})$`, "u");
export const AGENCY_LINE = new RegExp(
	`^((?:${AGENCY})(?:\\s?[/,]\\s?(?:${AGENCY}))*)(?:\\s?[,/|]\\s?\\p{Lu}[\\p{L} .-]{2,30})?$`,
	"u",
);

/** An agency behind a name or before it, without a mark between: `ANN DOE Associated Press`, `Ann Doe/dpa`. */
export const AT_AGENCY = new RegExp(
	`(?<=\\p{L}{4}|\\s\\p{L}{2,3})(?:(?<!\\sThe|^The)\\s(?=(?:The )?Associated Press$)|/(?=(?:${AGENCY})(?!\\p{L})))|(?<=(?<!\\p{L})(?:${AGENCY}))/(?=\\p{L})`,
	"u",
);

/** What stands between words of one name. */
const PARTICLES =
	"de|da|di|do|dos|das|du|del|della|delle|dello|degli|den|der|des|van|von|vom|zu|zur|zum|la|le|el|al|bin|bint|ibn|ben|ter|ten|te|op|af|av|st|y|e|'t|of|the|für|for";

/** One word of a name: capitalised, or of a script without capitals. */
const WORD = String.raw`(?:\p{Lu}[\p{L}\p{M}\p{N}.'’´-]{0,30}|(?:${LOWER_AGENCY})(?![\p{L}\p{M}])|[\p{Lo}\p{Lm}][\p{Lo}\p{Lm}\p{M}・]{0,20})`;

/** A name: capitalised words with particles between (or a French, Dutch, Arabic one before). */
const NAME = String.raw`(?:(?:${PARTICLES})\s){0,2}(?:[dl]['’])?${WORD}(?:(?:\s|(?<=\.))(?:(?:${PARTICLES})\s){0,3}(?:[dl]['’])?${WORD}){0,5}`;

/** Between names. */
const AND = String.raw`(?:\s?(?:[,;/&+、，]|·)\s?(?:(?:and|und|et|y|e|&)\s)?|\s(?:and|und|et|y|e|i|en|och|og|a|ja|és|ve|và|dan|oraz|și|şi|with|mit|im Gespräch mit|и|та|і|και|और|এবং|และ|と)\s)`;

/** What newsrooms call themselves, in lower case too. */
const NEWSROOM =
	"(?:redaktion|rédaction|redacción|redação|redazione|redactie|redakcja|redakce|redakció|redaksi|agencias|agences|agenturen)(?!\\p{L})";

/** Names in a row, with their roles among them, from the start of what it is tried on. */
export const NAMES = new RegExp(
	`^(?:(?:the|la|die|de|a)\\s(?=${NEWSROOM}))?(?:the\\s)?(?:${NEWSROOM}|${NAME}(?:\\s(?:editors|staff|team|editorial|${NEWSROOM}))?)(?:${AND}${NAME}){0,12}`,
	"u",
);

/** A single account name up to a mark, a date or the end: `freeman1984 · `. */
export const ACCOUNT =
	/^@?([\p{L}\p{N}][\p{L}\p{N}_.-]{1,30})(?=\s?(?:$|[|•·—–»›@(,/]|(?:am|on|at|in|um|le|el|den|op|vor|il)\s|\d))/u;

/** Whose colleague an author is: `our reporter`, `onze redacteur`, `unserer Korrespondentin`. */
export const OUR =
	/^(?:[Oo]ur|onze|unser(?:e[mnr]?)?|notre|nuestr[oa]|nostr[oa]|vår|vores)\s(?:\p{Ll}[\p{L}-]{2,30}\s){1,3}(?=\p{Lu})/u;

/** Prepositions that a name follows; what stands before tells whether the name is an author's. */
export const BY =
	/(?<=^|[\s|•·—–:(>»\]])(?:by|von|vom|par|por|door|di|av|af|przez|от|від|od|autor)\s{0,2}:?\s+/giu;

/** Verbs and nouns that end right before such a preposition when an author follows. */
export const WROTE =
	/(?:^|[\s(])(?:written|words|story|text|texte|reported|reporting|posted|published|report|article|post|contributed|compiled|created|added|submitted|started|analysis|opinion|column|essay|review|interview|geschrieben|verfasst|veröffentlicht|erstellt|eingestellt|gepostet|beitrag|artikel|analyse|kommentar|kolumne|gastbeitrag|bericht|eintrag|kritik|écrit|publié|rédigé|posté|propos recueillis|escrito|publicado|redactado|texto|scritto|pubblicato|postato|testo|a cura|geschreven|geplaatst|gepubliceerd|tekst|skrevet|skriven|publicerad|napisane|dodane|opublikowano|gespeichert|hochgeladen|redigiert|thread starter|an|ein|una|un)$/iu;

/** The same at the beginning, with where or when it was posted behind: `Posted in Harbour by ann`. */
export const POSTED =
	/^(?:posted|published|submitted|added|written|uploaded|started|geschrieben|veröffentlicht|erstellt|gepostet|publié|posté|publicado|escrito|pubblicato|scritto|geplaatst)\s/iu;

/** The same when it isn't an author that follows. */
export const DID_SOMETHING_ELSE =
	/(?:photos?|photograph(?:s|y|ed)?|photographer|images?|pictures?|pics?|video|illustrations?|illustrated|graphics?|art(?:work)?|edited|reviewed|checked|sponsored|powered|hosted|translated|presented|produced|provided|supplied|updated|modified|theme|designed?|fotos?|bild(?:er)?|grafik|gesponsert|übersetzt|bearbeitet|geprüft|traduit|traduction|crédits?|credits?|courtesy|supported|approved|recommended|narrated|directed|starring|followed|liked|owned|developed|made|built|photographié|foto|fotografía|ilustración|traducido|replies|reply|comments?|driven|used|caused|affected|won|led)$/iu;

/** Labels that an author's name follows. */
export const LABEL =
	/^(?:author|authors|autor|autoren|autorin|autor\/in|auteur|auteurs|autora|autores|autore|autori|text|texte|texto|testo|tekst|words|writer|written by|story|journalist|reporter|redaktion|redaktør|redacción|redazione|rédaction|skribent|forfatter|författare|von|by|by line|text (?:&|und|and) (?:fotos?|bilder|photos)|автор|автори|текст|作者|記者|记者|著者|文|撰文|執筆|글|기자|責任編輯|责任编辑|yazar|yazan|haber|muhabir|szerző|írta|kirjoittaja|teksti|toimittaja|autors|autorius|autorka|autorzy|autoři|opracowanie|avtor|аутор|пише|аўтар|кореспондент|корреспондент|piše|penulis|pewarta|oleh|penyusun|tác giả|người viết|συντάκτης|συντάκτρια|γράφει|κείμενο|بقلم|كتب|كتبت|الكاتب|إعداد|تحرير|מאת|כתב|כתבת|نویسنده|خبرنگار|लेखक|रिपोर्टर|संवाददाता|লেখক|প্রতিবেদক|ผู้เขียน|โดย|เรื่อง|撰稿|撰文|采写|採訪|编辑|編輯|责编|責編|글쓴이|글|verfasst von|erstellt von|geschrieben von|gespeichert von|written and edited by|posted by|publicado por|escrito por|redactado por|publié par|rédigé par|écrit par|scritto da|pubblicato da|thread starter)\s?[:：/／]\s?/iu;

/** What only opens a byline: words without a colon behind them that mean something else within a line. */
export const OPENING =
	/^(?:oleh|bởi|piše|пише|írta:?|scris de|text de|nga|deur|eftir|escribe|escriben|thread starter|verfasst von|erstellt von|geschrieben von|gespeichert von|ein(?:e)? (?:beitrag|kommentar|kolumne|analyse|interview|gastbeitrag|essay|reportage) von|γράφει (?:ο|η)|γράφουν οι|του|της|بقلم|كتبت?|إعداد|تحرير|מאת|द्वारा|โดย|เรื่อง)\s+(?=\p{Lu}|\p{Lo})/iu;

/** Chinese and Japanese bylines in a line: `記者王小明／台北報導`, `作者：王小明 来源：港报`. */
export const CJK_BYLINE =
	/(?:(?:記者|记者|文[/／])\s?|(?:作者|记者|記者|撰文|撰稿|采写|責任編輯|责任编辑|责编|責編|编辑|編輯|執筆|著者|取材・文)\s?[:：]\s?)(\p{Script=Han}{2,4}(?:[、，]\p{Script=Han}{2,4}){0,5})(?=[／/\s｜|\]】）)；;，。]|$)/u;

/** Korean bylines: `홍길동 기자`, `[서울=항구뉴스] 홍길동·김바다 기자 =`. */
export const KOREAN_BYLINE =
	/(?:^|[\s\])=])([가-힣]{2,4}(?:\s?[·,]\s?[가-힣]{2,4}){0,5})\s?(?:(?:선임|수습|인턴|전문|객원)\s?)?(?:기자|특파원|논설위원|통신원|칼럼니스트)(?=$|[\s=(/|·,\]]|[a-z])/u;

/** What stands behind such a name where it is declared. */
export const CJK_ROLE = /(?<=[가-힣])\s?(?:기자|특파원|논설위원)$|(?<=\p{Script=Han})\s?(?:記者|记者)$/u;

/** What begins what stands behind a name on one line, or a line that looks like a name and is none. */
export const NO_NAME =
	/^(?:more|view|read|full|follow|about|create|manage|my account|my settings|updated?|published|posted|last|sign|log|login|learn|get|select|download|advertiser|advertisement|reviewed|edited|fact|medically|meet|see|all|share|comments?|member|members|moderator|join|joined|posts?|home|next|previous|menu|search|contact|topics?|tags?|categor(?:y|ies)|related|frequently|table|image|photos?|video|audio|loading|skip|subscribe|newsletter|expert|editorial|corresponding|released|illustrat(?:ed|ion)|insights?|senior member|registered|getty|shutterstock|istock|istockphoto|unsplash|alamy|imago|pixabay|adobe stock|website|facebook|twitter|youtube|instagram|linkedin|pinterest|whatsapp|telegram|xing|mehr|zur|zum|zurück|alle|weitere|weiterer|weiterführender|jetzt|lesen|lesezeit|ähnliche|neueste|neue|meistgeklickte|schlagwörter|kategorien?|veröffentlicht|publiziert|aktualisiert|stand|datum|date|autoreninfo|so erreichen|pressemitteilung|gesponserte|fotos?|bild(?:er)?|foto|grafik|quelle|anmelden|registrieren|vorheriger?|nächster?|empfohlen|artikel|newsletter|suche|erweiterte|über|wir|verwandte|publié|mis à jour|actualizado|actualité|lire|voir|accueil|suivez|abonnez|leer|ver|inicio|síguenos|compartir|publicado|pubblicato|aggiornato|leggi|condividi|segui|lees|deel|volg|gepubliceerd|läs|dela|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|wed|thu|fri|sat|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?=\.?(?:\s?\d|$)))(?![\p{L}\p{N}’'-])/iu;

/** The same words behind a name: `Ann Doe Updated May 3`. */
export const NAME_ENDS =
	/\s(?:on|am)\s(?=\p{Lu}\p{L}{2,8}\.?(?:\s|$)|\d).*$|\s(?:Updated|Published|Posted|Reviewed|Edited|Fact|Released|Illustration|Illustrations|Illustrated|Photos?|Photographs?|Fotos?|Bilder|Bild|Datum|Date|Last|Veröffentlicht|Aktualisiert|Lesezeit|Stand|Quelle|January|February|March|April|July|August|September|October|November|December|Publié|Publicado|Pubblicato|Actualizado|UPDATED|PUBLISHED|Kommentare|Comments?|Follow|Subscribe|Share)(?!\p{L}).*$/u;

/** The agencies that an author worked with, who aren't named one by one. */
export const WITH_AGENCIES =
	/\s(?:with|and|mit|und|avec|et|con|y|e)\s(?:(?:news\s)?agencies|agenturen|agencias|agences|agenzie|AP|AFP|Reuters|dpa)\s?$/iu;

/** What begins without a space behind a name, as it stood in an element of its own: `Ann DoeUpdated May 3`. */
export const GLUED =
	/(?<=\p{Ll}{2})(?:Updated|Published|Posted|Reviewed|Edited|Founder|Co-founder|CEO|Editor|Writer|Reporter|Contributor|Author|January|February|March|April|May|June|July|August|September|October|November|December)(?!\p{Ll}).*$/u;

/** What begins a byline's element, without a colon: `Автор Анна Портовая`, `oprac. Anna Portowa`, `de Ana Portului`. */
export const ELEMENT_OPENING =
	/^(?:autor(?:in|ka|zy|a|e|es|i)?|auteur|text|texte|texto|testo|tekst|author|reporter|writer|автор|текст|аўтар|аутор|yazan|yazar|muhabir|penulis|oprac\.|opr\.|pisze|napsala?|írta|scris de|by|von|par|por|de|di|door|av|af|na|deur|nga)\s(?=\p{Lu}\S+\s\p{Lu})/iu;

/** A line that only announces the author, who stands on the next one. */
export const ANNOUNCES =
	/^(?!(?:sort|filter|shop|browse|order|view|search|group|show|powered|sponsored|presented|brought|photos?|hosted|trusted|find|sortieren|filtern|ordenar|trier|ordina)(?!\p{L}))(?:.{0,24}\s(?:by|von|par|por|di)|by|written by|words by|story by|author|authors|about the author|posted by|reported by|insights from|von|text von|ein artikel von|artikel von|autor|autorin|autoren|par|auteur|por|autora?|di|autore|door|auteur|av|af|tekst|text|作者|記者|著者|執筆)\s?[:：]?$/iu;

/** Addresses of authors' own pages. */
export const AUTHOR_ADDRESS =
	/\/(?:authors?|autor(?:en|es|zy)?|auteurs?|autori|avtor(?:ji|i)?|periodistas?|redactores|redacteurs?|giornalisti?|yazar(?:lar)?|muhabir|penulis|szerzo|kirjoittajat?|toimittajat?|skribenter?|reporteros?|correspondents?|bylines?|tac-gia|profiles?|people|staff|by|journalists?|journalistes?|contributors?|columnists?|writers?|redaktion|redakteure?|reporters?|users?|team)\//i;

/** Names of elements that hold nothing but an author. */
export const AUTHOR_ELEMENT = /(?:^| )(?:authors?|byline|autor|auteur|vcard|fn|writer)(?: |$)/;

/** Names at the beginning of a line, with no other words but a date, a place or a handle behind them. */
export const LONE_NAMES =
	/^(?:\p{Lu}[\p{L}\p{M}.'’-]{1,30}|de|da|di|van|von|der|del|la|bin|al)(?:[ /,&]{1,3}(?:(?:and|und|et|y|e|en|och|og|ve|и|та|і|και|și|dan|oraz|és) )?(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}|de|da|di|van|von|der|del|la|bin|al)){1,7}(?=$|\s?[|•·—–,(@]|\s-\s|\s?\d)/u;

/** The same in scripts without capitals, which only a byline's element tells from other words. */
export const LONE_UNCASED =
	/^(?:\p{Script=Han}{2,4}(?:[ 　]\p{Script=Han}{1,3})?|[가-힣]{2,4}(?:\s?[,·]\s?[가-힣]{2,4}){0,4}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{Lo}[\p{L}\p{M}.'’]{1,20})(?:\s(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])\p{Lo}[\p{L}\p{M}.'’]{1,20}){1,4})(?=$|\s?[|•·—–,(@]|\s-\s|\s?\p{Nd})/u;
