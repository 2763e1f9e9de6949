/**
 * Verbs that bring speech, by language, in the forms that stand beside a quotation.
 * Source: written for this project from the cues that news uses.
 */
const forms = (list: string): readonly string[] => list.trim().split(/\s+/);

const VERBS: Readonly<Record<string, readonly string[]>> = {
	en: forms(`said says saying say told tells telling wrote writes writing added adds adding explained explains explaining
		argued argues arguing asked asks asking replied replies responded responds stated states stating noted notes noting
		claimed claims claiming tweeted tweets posted posting insisted insists warned warns warning declared declares
		announced announces admitted admits recalled recalls remarked remarks commented comments concluded concludes
		continued continues joked jokes joking quipped countered answered answers acknowledged acknowledges observed
		suggested suggests testified reiterated emphasized emphasised stressed stresses predicted lamented boasted
		complained confirmed confirms conceded cautioned urged pleaded shouted yelled exclaimed muttered whispered mused
		interjected mentioned reported reports reporting believes believed thinks thought feels felt hopes hoped described
		describes describing called calls calling emailed revealed reveals blamed blames denounced condemned praised
		criticized criticised blasted slammed mocked dismissed accused counter counters urging warning
		vowed promised thundered demanded cried screamed opined asserted asserts maintained contended contends agreed`),
	de: forms(`sagte sagt sagten erklärte erklärt erklärten betonte betont schrieb schreibt meinte meint ergänzte berichtete
		berichtet kritisierte kritisiert warnte warnt forderte fordert fügte kommentierte erzählte erzählt teilte antwortete
		fragte fragt bekräftigte räumte lobte lobt versicherte versichert schimpfte schimpft protestierte protestiert
		prognostizierte prognostiziert lästerte lästert bezweifelte ergänzt unterstrich urteilte urteilt resümierte findet fand
		glaubt meinten mahnte mahnt bilanzierte verkündete räumt gestand gesteht erinnerte erinnert erläuterte erläutert teilt
		freut freute schwärmt schwärmte klagt klagte beklagt beklagte unterstreicht hofft hoffte rät riet appelliert appellierte zitiert zitierte kündigte`),
	fr: forms(`dit déclare déclaré déclarait affirme affirmé explique expliqué expliquait ajoute ajouté souligne souligné
		précise précisé estime estimé assure assuré raconte raconté confie confié indique indiqué écrit lance lancé
		averti prévenu jugé juge argumente argumenté reconnu reconnaît rapporte rapporté rappelé rappelle rassure
		répond répondit répondu demande demanda regrette note conclut martèle prévient témoigne résume`),
	es: forms(`dijo dice dijeron afirmó afirma explicó explica señaló señala aseguró asegura añadió añade agregó declaró
		declara indicó indica destacó destaca comentó comenta manifestó escribió escribe sostuvo advirtió expresó contó
		respondió responde preguntó pregunta recordó reconoció apuntó subrayó
		anunció anuncia sentenció zanjó replicó contestó exclamó murmuró susurró gritó insistió lamentó denunció opinó`),
	pt: forms(`disse diz disseram afirmou afirma explicou explica declarou declara acrescentou contou conta escreveu
		destacou ressaltou comentou garantiu respondeu avaliou argumentou concluiu revelou lembrou alertou
		anunciou defendeu criticou questionou comentava reforçou frisou pontuou observou completou`),
	it: forms(`dice detto disse spiega spiegato spiegò afferma affermato aggiunge aggiunto dichiara dichiarato sottolinea
		sottolineato racconta raccontato commenta commentato scrive scritto ribadisce conclude ricorda osserva sostiene
		precisa precisato annuncia annunciato avverte avvertito denuncia denunciato risponde risposto chiede chiesto ribadito concluso`),
	nl: forms(`zei zegt zeiden verklaarde verklaart vertelde vertelt schreef schrijft aldus meldde meldt legde voegde stelde
		stelt benadrukte benadrukt reageerde waarschuwde vroeg antwoordde vindt`),
	tr: forms(`dedi diyor söyledi belirtti açıkladı vurguladı kaydetti konuştu aktardı ekledi yazdı anlattı`),
	ru: forms(`сказал сказала говорит заявил заявила отметил отметила подчеркнул подчеркнула сообщил сообщила рассказал
		рассказала добавил добавила пояснил пояснила объяснил объяснила написал написала спросил спросила ответил ответила признался призналась рассказывает считает уверен уверена`),
	sv: forms(
		"sade säger sa skrev skriver berättar berättade förklarar förklarade menar tillade svarade frågade",
	),
	da: forms("sagde siger skrev skriver fortalte fortæller forklarer forklarede mener udtaler tilføjer"),
	nb: forms(
		"sa sier skrev skriver fortalte forteller forklarer forklarte mener uttaler legger svarer spør spurte fastslår",
	),
};

const sets = new Map(Object.entries(VERBS).map(([language, verbs]) => [language, new Set(verbs)]));
sets.set("no", sets.get("nb") ?? new Set());
const NONE: ReadonlySet<string> = new Set();

/** The speech verbs of a language, lower case; none where there is no table. */
export const speechVerbsOf = (language: string): ReadonlySet<string> => sets.get(language) ?? NONE;
