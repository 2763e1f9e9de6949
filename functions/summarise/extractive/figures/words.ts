/**
 * The words that give a number its meaning, by language. English, German, French, Spanish, Portuguese,
 * Italian and Dutch have tables; in other languages only symbols, ISO codes and, in the East-Asian scripts,
 * their own scales are read.
 * Source: written for this project; scales and currencies checked against Unicode CLDR 48.
 */
export interface FigureWords {
	/** Words that multiply the number before them. */
	readonly scales: Readonly<Record<string, number>>;
	readonly percent: readonly string[];
	readonly percentagePoints: readonly string[];
	/** Currency names that can only be one currency, or, with `$`, the dollar of the article's region. */
	readonly currencies: Readonly<Record<string, string>>;
	readonly durations: readonly string[];
	/** What makes a duration a date ("ago"): before the number, behind its unit. */
	readonly agoBefore: readonly string[];
	readonly agoAfter: readonly string[];
	readonly measures: readonly string[];
	/** An age: before the number, and behind it. */
	readonly agedBefore: readonly string[];
	readonly yearsOld: readonly string[];
	readonly up: readonly string[];
	readonly down: readonly string[];
	/** Words that may stand between such a word and its number. */
	readonly by: readonly string[];
	readonly not: readonly string[];
	/** Between the two ends of a range. */
	readonly to: readonly string[];
	readonly from: readonly string[];
	/** Between a number and what it counts ("millones de personas"). */
	readonly of: readonly string[];
}

const words = (list: string): readonly string[] => list.trim().split(/\s+/);

const EN: FigureWords = {
	scales: {
		thousand: 1e3,
		million: 1e6,
		mln: 1e6,
		mn: 1e6,
		billion: 1e9,
		bln: 1e9,
		bn: 1e9,
		trillion: 1e12,
		tn: 1e12,
		"lakh crore": 1e12,
		crore: 1e7,
		crores: 1e7,
		lakh: 1e5,
		lakhs: 1e5,
	},
	percent: ["percent", "per cent", "pct"],
	percentagePoints: ["percentage points", "percentage point"],
	currencies: {
		"US dollars": "USD",
		"U.S. dollars": "USD",
		"Australian dollars": "AUD",
		"Canadian dollars": "CAD",
		"Hong Kong dollars": "HKD",
		"Singapore dollars": "SGD",
		dollars: "$",
		euros: "EUR",
		euro: "EUR",
		"pounds sterling": "GBP",
		yen: "JPY",
		yuan: "CNY",
		renminbi: "CNY",
		"Swiss francs": "CHF",
		roubles: "RUB",
		rubles: "RUB",
		baht: "THB",
		ringgit: "MYR",
		naira: "NGN",
		shekels: "ILS",
		dirhams: "AED",
	},
	durations: words(
		"second seconds minute minutes hour hours day days week weeks month months year years decade decades century centuries",
	),
	agoBefore: [],
	agoAfter: ["ago", "old", "from now"],
	measures: [
		...words(
			"kilometre kilometres kilometer kilometers metre metres meter meters centimetres centimeters millimetres millimeters mile miles feet foot inch inches yards acre acres hectare hectares tonne tonnes ton tons kilogram kilograms kilograms kilos grams litre litres liter liters gallon gallons barrels megawatts gigawatts kilowatts megawatt gigawatt degrees mph knots gigabytes terabytes megabytes megahertz gigahertz",
		),
		"square kilometres",
		"square kilometers",
		"square metres",
		"square meters",
		"square miles",
		"square feet",
		"degrees Celsius",
		"degrees Fahrenheit",
		"miles per hour",
		"kilometres per hour",
		"kilometers per hour",
		"megawatt hours",
		"megawatt-hours",
		"kilowatt hours",
		"kilowatt-hours",
		"basis points",
		"light-years",
		"light years",
		"barrels per day",
	],
	agedBefore: ["aged", "age", "the age of", "turned", "turns", "age is"],
	yearsOld: ["years old", "year-old", "years-old", "years of age", "year old"],
	up: words(
		"rose risen rises rising rise increase increased increases increasing grew grown grows growing growth gained gain gains climbed climb climbs climbing jumped jump jumps jumping surged surge surges surging soared soar soars soaring up higher more advanced rallied",
	),
	down: words(
		"fell fallen falls falling fall drop dropped drops dropping declined decline declines declining decreased decrease decreases decreasing slipped slips slid slide slides plunged plunge plunges plummeted plummet tumbled tumble tumbles sank shrank shrunk shrinks dipped dip dips lost loss reduce reduced reduces reducing reduction cut cuts cutting lowered lowers lowering down lower less fewer slashed",
	),
	by: words(
		"by about around nearly almost roughly approximately some over more than at least just another a an the further its their to only as much up",
	),
	not: words("not n't never no without"),
	to: ["to", "or"],
	from: ["from", "between"],
	of: ["of the", "of its", "of their", "of all", "of"],
};

const DE: FigureWords = {
	scales: {
		Tausend: 1e3,
		Million: 1e6,
		Millionen: 1e6,
		"Mio.": 1e6,
		Mio: 1e6,
		"Mill.": 1e6,
		Milliarde: 1e9,
		Milliarden: 1e9,
		"Mrd.": 1e9,
		Mrd: 1e9,
		Billion: 1e12,
		Billionen: 1e12,
	},
	percent: ["Prozent"],
	percentagePoints: ["Prozentpunkte", "Prozentpunkten"],
	currencies: {
		"US-Dollar": "USD",
		Dollar: "USD",
		Euro: "EUR",
		"Schweizer Franken": "CHF",
		Yen: "JPY",
		Yuan: "CNY",
		"britische Pfund": "GBP",
		Rubel: "RUB",
	},
	durations: words(
		"Sekunden Minute Minuten Stunde Stunden Tag Tage Tagen Woche Wochen Monat Monate Monaten Jahr Jahre Jahren Jahrzehnte Jahrzehnten",
	),
	agoBefore: ["vor", "vor rund", "vor etwa", "vor mehr als", "vor gut", "vor knapp"],
	agoAfter: ["alt", "alte", "alten", "alter"],
	measures: [
		...words(
			"Kilometer Kilometern Meter Metern Zentimeter Zentimetern Millimeter Quadratmeter Quadratkilometer Hektar Tonnen Kilogramm Kilo Gramm Liter Litern Grad Megawatt Gigawatt Kilowattstunden Megawattstunden Basispunkte Basispunkten",
		),
		"Grad Celsius",
	],
	agedBefore: ["im Alter von"],
	yearsOld: ["Jahre alt", "-jährige", "-jähriger", "-jährigen", "-Jährige", "-Jähriger", "-Jährigen"],
	up: words(
		"stieg stiegen gestiegen steigt steigen wuchs wuchsen gewachsen wächst erhöhte erhöht mehr höher plus Plus",
	),
	down: words(
		"sank sanken gesunken sinkt sinken fiel fielen gefallen verlor verloren weniger niedriger minus Minus",
	),
	by: words("um etwa rund fast knapp mehr als auf gut über"),
	not: words("nicht kein keine nie"),
	to: ["bis", "oder"],
	from: ["von", "zwischen"],
	of: ["der", "des", "aller"],
};

const FR: FigureWords = {
	scales: {
		mille: 1e3,
		million: 1e6,
		millions: 1e6,
		milliard: 1e9,
		milliards: 1e9,
		billion: 1e12,
		billions: 1e12,
		Md: 1e9,
		Mds: 1e9,
	},
	percent: ["pour cent"],
	percentagePoints: ["points de pourcentage"],
	currencies: {
		"dollars américains": "USD",
		"dollars canadiens": "CAD",
		"dollars australiens": "AUD",
		"dollars taïwanais": "TWD",
		"dollars hongkongais": "HKD",
		"dollars singapouriens": "SGD",
		dollars: "$",
		euros: "EUR",
		euro: "EUR",
		"francs suisses": "CHF",
		"livres sterling": "GBP",
		yens: "JPY",
		yuans: "CNY",
		roubles: "RUB",
		"francs CFA": "XOF",
	},
	durations: words(
		"secondes minute minutes heure heures jour jours semaine semaines mois an ans année années décennies",
	),
	agoBefore: ["il y a", "il y a environ", "il y a plus de", "il y a près de"],
	agoAfter: [],
	measures: [
		...words(
			"kilomètre kilomètres mètre mètres centimètres millimètres hectares tonnes kilogrammes kilos grammes litre litres degrés mégawatts gigawatts",
		),
		"mètres carrés",
		"kilomètres carrés",
	],
	agedBefore: ["âgé de", "âgée de", "âgés de", "âgées de", "à l'âge de", "à l’âge de"],
	yearsOld: [],
	up: words("augmenté augmente augmenter progressé progresse grimpé grimpe hausse bondi bondit accru"),
	down: words("baissé baisse diminué diminue reculé recule chuté chute perdu perd recul"),
	by: words("de d' environ près plus à presque quelque la une en"),
	not: words("pas jamais ni"),
	to: ["à", "ou"],
	from: ["de", "entre"],
	of: ["de", "d'", "d’"],
};

const ES: FigureWords = {
	scales: {
		mil: 1e3,
		"mil millones": 1e9,
		millón: 1e6,
		millones: 1e6,
		billón: 1e12,
		billones: 1e12,
	},
	percent: ["por ciento"],
	percentagePoints: ["puntos porcentuales"],
	currencies: {
		dólares: "$",
		"dólares estadounidenses": "USD",
		"dólares canadienses": "CAD",
		"dólares australianos": "AUD",
		euros: "EUR",
		"libras esterlinas": "GBP",
		"francos suizos": "CHF",
		yenes: "JPY",
		yuanes: "CNY",
		"pesos mexicanos": "MXN",
		"pesos argentinos": "ARS",
	},
	durations: words("segundos minuto minutos hora horas día días semana semanas mes meses año años décadas"),
	agoBefore: ["hace", "hace unos", "hace unas", "hace más de", "hace casi"],
	agoAfter: ["atrás"],
	measures: [
		...words(
			"kilómetro kilómetros metro metros centímetros milímetros hectáreas toneladas kilogramos kilos gramos litros grados megavatios gigavatios",
		),
		"metros cuadrados",
		"kilómetros cuadrados",
	],
	agedBefore: ["a los"],
	yearsOld: ["años de edad"],
	up: words(
		"subió subieron aumentó aumentaron creció crecieron aumento alza subida incremento sube aumenta crece",
	),
	down: words("bajó bajaron cayó cayeron disminuyó disminuyeron caída descenso reducción baja cae"),
	by: words("un una el la de del casi cerca más en hasta a"),
	not: words("no nunca ni"),
	to: ["a", "o"],
	from: ["de", "entre"],
	of: ["de"],
};

const PT: FigureWords = {
	scales: {
		mil: 1e3,
		"mil milhões": 1e9,
		milhão: 1e6,
		milhões: 1e6,
		bilhão: 1e9,
		bilhões: 1e9,
		trilhão: 1e12,
		trilhões: 1e12,
	},
	percent: ["por cento"],
	percentagePoints: ["pontos percentuais"],
	currencies: {
		dólares: "USD",
		euros: "EUR",
		reais: "BRL",
		"libras esterlinas": "GBP",
		"francos suíços": "CHF",
		ienes: "JPY",
		yuans: "CNY",
	},
	durations: words("segundos minuto minutos hora horas dia dias semana semanas mês meses ano anos décadas"),
	agoBefore: ["há", "há cerca de", "há mais de", "há quase"],
	agoAfter: ["atrás"],
	measures: [
		...words(
			"quilômetro quilômetros quilómetros metro metros centímetros milímetros hectares toneladas quilos gramas litros graus megawatts gigawatts",
		),
		"metros quadrados",
		"quilômetros quadrados",
	],
	agedBefore: ["aos", "idade de"],
	yearsOld: ["anos de idade"],
	up: words(
		"subiu subiram aumentou aumentaram cresceu cresceram alta aumento crescimento sobe aumenta cresce",
	),
	down: words("caiu caíram diminuiu diminuíram recuou recuaram queda redução recuo cai"),
	by: words("um uma o a de da do quase cerca mais em para"),
	not: words("não nunca nem"),
	to: ["a", "ou"],
	from: ["de", "entre"],
	of: ["de"],
};

const IT: FigureWords = {
	scales: {
		mila: 1e3,
		milione: 1e6,
		milioni: 1e6,
		miliardo: 1e9,
		miliardi: 1e9,
	},
	percent: ["per cento"],
	percentagePoints: ["punti percentuali"],
	currencies: {
		dollari: "USD",
		euro: "EUR",
		"sterline inglesi": "GBP",
		sterline: "GBP",
		"franchi svizzeri": "CHF",
		yen: "JPY",
		yuan: "CNY",
	},
	durations: words(
		"secondi minuto minuti ora ore giorno giorni settimana settimane mese mesi anno anni decenni",
	),
	agoBefore: [],
	agoAfter: ["fa"],
	measures: [
		...words(
			"chilometro chilometri metro metri centimetri millimetri ettari tonnellate chilogrammi chili grammi litri gradi megawatt gigawatt",
		),
		"metri quadrati",
		"chilometri quadrati",
	],
	agedBefore: ["all'età di", "all’età di"],
	yearsOld: ["anni di età"],
	up: words(
		"salito salita saliti aumentato aumentata aumentati cresciuto cresciuta aumento crescita rialzo sale cresce",
	),
	down: words(
		"sceso scesa scesi calato calata calati diminuito diminuita calo riduzione ribasso scende cala",
	),
	by: words("del di un una quasi circa oltre a al più"),
	not: words("non mai né"),
	to: ["a", "o"],
	from: ["da", "tra", "fra"],
	of: ["di"],
};

const NL: FigureWords = {
	scales: {
		duizend: 1e3,
		miljoen: 1e6,
		mln: 1e6,
		miljard: 1e9,
		mld: 1e9,
		biljoen: 1e12,
	},
	percent: ["procent"],
	percentagePoints: ["procentpunt", "procentpunten"],
	currencies: {
		dollar: "USD",
		euro: "EUR",
		"Britse pond": "GBP",
		"Zwitserse frank": "CHF",
		yen: "JPY",
		yuan: "CNY",
	},
	durations: words("seconden minuut minuten uur dag dagen week weken maand maanden jaar jaren decennia"),
	agoBefore: [],
	agoAfter: ["geleden", "oud", "oude"],
	measures: [
		...words(
			"kilometer kilometers meter meters centimeter millimeter hectare ton kilogram kilo gram liter graden megawatt gigawatt",
		),
		"vierkante meter",
		"vierkante kilometer",
	],
	agedBefore: ["op de leeftijd van"],
	yearsOld: ["jaar oud", "-jarige"],
	up: words("steeg stegen gestegen stijgt groeide groeiden gegroeid groeit hoger meer stijging"),
	down: words("daalde daalden gedaald daalt zakte zakten gezakt lager minder daling"),
	by: words("met een van bijna ongeveer ruim meer dan tot zo'n"),
	not: words("niet geen nooit"),
	to: ["tot", "of"],
	from: ["van", "tussen"],
	of: ["van de", "van het", "van"],
};

const NONE: FigureWords = {
	scales: {},
	percent: [],
	percentagePoints: [],
	currencies: {},
	durations: [],
	agoBefore: [],
	agoAfter: [],
	measures: [],
	agedBefore: [],
	yearsOld: [],
	up: [],
	down: [],
	by: [],
	not: [],
	to: [],
	from: [],
	of: [],
};

/** Numbers in the East-Asian scripts: scale characters stand directly behind the digits. */
const CJK_SCALES = { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12, 만: 1e4, 억: 1e8, 조: 1e12 };

const ZH: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	currencies: {
		美元: "USD",
		欧元: "EUR",
		歐元: "EUR",
		元人民币: "CNY",
		英镑: "GBP",
		日元: "JPY",
		港元: "HKD",
	},
};
const JA: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	currencies: { ドル: "USD", ユーロ: "EUR", ポンド: "GBP", 円: "JPY", 人民元: "CNY", ウォン: "KRW" },
};
const KO: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	currencies: { 달러: "USD", 유로: "EUR", 엔: "JPY", 원: "KRW" },
};
const HI: FigureWords = {
	...NONE,
	scales: { हज़ार: 1e3, हजार: 1e3, लाख: 1e5, करोड़: 1e7, अरब: 1e9 },
	percent: ["प्रतिशत", "फीसदी", "फ़ीसदी"],
	currencies: { रुपये: "INR", रुपए: "INR", डॉलर: "USD" },
};
const RU: FigureWords = {
	...NONE,
	scales: {
		тысяча: 1e3,
		тысячи: 1e3,
		тысяч: 1e3,
		"тыс.": 1e3,
		миллион: 1e6,
		миллиона: 1e6,
		миллионов: 1e6,
		млн: 1e6,
		миллиард: 1e9,
		миллиарда: 1e9,
		миллиардов: 1e9,
		млрд: 1e9,
		трлн: 1e12,
	},
	percent: ["процент", "процента", "процентов"],
	percentagePoints: ["процентных пункта", "процентных пунктов"],
	currencies: { рублей: "RUB", рубля: "RUB", долларов: "USD", доллара: "USD", евро: "EUR", юаней: "CNY" },
};

const TABLES: Readonly<Record<string, FigureWords>> = {
	en: EN,
	de: DE,
	fr: FR,
	es: ES,
	pt: PT,
	it: IT,
	nl: NL,
	zh: ZH,
	ja: JA,
	ko: KO,
	hi: HI,
	ru: RU,
};

/** The table of a language, or one without words. */
export const figureWordsOf = (language: string): FigureWords =>
	Object.hasOwn(TABLES, language) ? (TABLES[language] ?? NONE) : NONE;
