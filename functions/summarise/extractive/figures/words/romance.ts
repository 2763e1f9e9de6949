import { type FigureWords, words } from "./figure-words.ts";

/** French. */
export const FR: FigureWords = {
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

/** Spanish. */
export const ES: FigureWords = {
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

/** Portuguese. */
export const PT: FigureWords = {
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

/** Italian. */
export const IT: FigureWords = {
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
