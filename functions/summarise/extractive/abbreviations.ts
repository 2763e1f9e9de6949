/**
 * Abbreviations after which a full stop seldom ends a sentence, by language, without their own last stop and
 * in lower case. Source: the languages' style guides and newspapers' usage, collected by hand.
 */
export interface Abbreviations {
	/** What only ever stands before something: titles, "e.g.". */
	readonly before: ReadonlySet<string>;
	/** What stands before a number only: "No. 5", "Sept. 11"; elsewhere it is a word. */
	readonly beforeNumber: ReadonlySet<string>;
	/** What may also end a sentence: it does when a word follows that opens sentences ("Acme Inc. The firm…"). */
	readonly either: ReadonlySet<string>;
	/** True where a number with a full stop is an ordinal: "3. Mai". */
	readonly ordinals: boolean;
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));
const entry = (before: string, beforeNumber = "", either = "", ordinals = false): Abbreviations => ({
	before: set(before),
	beforeNumber: set(beforeNumber),
	either: set(either),
	ordinals,
});

const NORDIC = `dr prof hr fr frk bl.a f.eks t.ex d.v.s dvs jf ca kl nr st mht iht ang evt inkl`;

const BY_LANGUAGE: Readonly<Record<string, Abbreviations>> = {
	en: entry(
		`mr mrs ms mx dr prof gen sen rep gov lt col capt cmdr sgt maj adm hon rev pres supt atty insp det cpl pvt
		mt ft st messrs mmes vs v cf e.g i.e eg ie al approx est dept univ assn bros`,
		`no nos p pp vol ch fig figs sec art para eq ed jan feb mar apr jun jul aug sep sept oct nov dec`,
		`inc ltd corp co llc plc jr sr esq bhd pty intl ph.d m.d b.a m.a a.m p.m u.s u.k u.n d.c e.u
		calif fla mass mich minn pa tex wash ariz colo conn ore ill ind wis tenn ga va ave blvd rd`,
	),
	de: entry(
		`dr prof hr fr dipl ing med jur phil st z.b d.h u.a o.ä i.d.r vgl bzw ca evtl ggf inkl exkl sog insb usf
		geb gest gegr verh z b d h abs art nr str tel s`,
		`bd kap abb jan feb apr jun jul aug sep sept okt nov dez`,
		`mio mrd usw etc jh jhd co e.v`,
		true,
	),
	fr: entry(
		`m mm mme mmes mlle mlles dr pr me mgr st ste cf c.-à-d p.ex env av bd tél art`,
		`no n p pp vol fig`,
	),
	es: entry(
		`sr sra sres sras srta d dña dr dra prof gral lic ing arq pdte p.ej ej cf vs av avda`,
		`no núm n p pp pág págs vol fig art cap`,
		`ee.uu ee uu s.a cía ltda`,
	),
	it: entry(
		`sig sigg sig.ra dott dr prof avv ing arch geom rag on sen mons cfr es p.es vs ca`,
		`n p pp pag pagg vol fig art cap`,
		`s.p.a s.r.l ecc`,
	),
	pt: entry(
		`sr sra srs dr dra prof profa eng exmo exma d p.ex ex cf vs av`,
		`n no p pp pág págs vol fig art cap`,
		`s.a ltda cia`,
	),
	nl: entry(
		`dhr mevr mw dr drs ir ing mr prof bijv o.a d.w.z m.n t.a.v i.v.m ca evt incl excl resp vgl jl`,
		`nr blz p pag vol art jan feb mrt apr jun jul aug sept okt nov dec`,
		`b.v n.v enz`,
	),
	sv: entry(NORDIC),
	da: entry(NORDIC, "", "", true),
	nb: entry(NORDIC, "", "", true),
	no: entry(NORDIC, "", "", true),
	fi: entry(`esim ns mm ts ks vrt tri prof dipl n`, "", "", true),
	pl: entry(
		`dr prof mgr inż hab gen płk ks im ul al pl tzw tzn np m.in św ok ww por płn płd ds godz tel red mec ppłk ppor dyr
		wg woj pow gm zob tj mln mld`,
		`nr str s art ust pkt tys`,
		`r w`,
		true,
	),
	cs: entry(
		`dr prof ing mgr mudr judr doc bc gen plk sv tzv tj např resp mj cca`,
		`č str s odst obr`,
		`r`,
		true,
	),
	sk: entry(`dr prof ing mgr mudr judr doc bc gen sv tzv t.j napr resp cca`, `č str s ods obr`, `r`, true),
	hu: entry(`dr prof id ifj özv st pl ún kb vö ill stb`, "", "", true),
	hr: entry(`dr prof mr sv npr tzv tj itd ul gđa`, `br str čl`, "", true),
	ro: entry(`dl dna dr prof ing av sf ex cca str`, `nr p pag art`),
	tr: entry(`dr prof doç av sn vb örn bkz yrd`, `no s`, "", true),
	ru: entry(
		`г гг гр им проф акад д-р ул пл пр т.е т.н т.к т е н к см ср напр млн млрд тыс руб св`,
		`с стр рис гл ст`,
	),
	uk: entry(`м ім проф акад д-р вул пл т.з див напр млн млрд тис грн св`, `с стор рис гл ст`),
	hi: entry(`डॉ श्री प्रो`),
	bn: entry(`ড ডা মো মোঃ প্রফে`),
	el: entry(`κ κ.κ δρ π.χ βλ αρ σελ`),
};

const NONE = entry("");

/** The abbreviations of a language, by primary subtag; English ones where it is unknown. */
export const abbreviationsOf = (language: string): Abbreviations => {
	const key = language === "und" ? "en" : language;
	return (Object.hasOwn(BY_LANGUAGE, key) && BY_LANGUAGE[key]) || NONE;
};
