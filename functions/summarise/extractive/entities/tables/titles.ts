/**
 * Words before and behind a person's name. Source: written for this project.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Forms of address: a person follows, but no role is said. */
export const HONORIFICS = words(`
Mr Mrs Ms Miss Mx Adv Dr Sir Dame Lord Lady Madam Prof Rev Fr Hon Herr Frau Hr Fr. Monsieur Madame Mademoiselle M Mme Mlle Señor Señora Sr Sra Don Doña Dom Dona
Senhor Senhora Signor Signora Dott Dottor Dottoressa Meneer Mevrouw Dhr Mw Sheikh Sheik Ayatollah Mullah Imam Rabbi Saint Shri Smt
`);

/** Titles written before a name with a capital; each is the person's role. */
export const TITLES = words(`
President Vice-President Premier Chancellor Minister Secretary Senator Sen Representative Rep Congressman Congresswoman Governor Gov Mayor Councillor Councilman Councilwoman
Ambassador Commissioner Speaker King Queen Prince Princess Duke Duchess Emperor Pope Cardinal Archbishop Bishop Reverend Father Sister Pastor
General Gen Colonel Col Major Maj Captain Capt Lieutenant Lt Sergeant Sgt Corporal Admiral Commander Chief Sheriff Officer Detective Inspector Constable Judge Justice Attorney
Professor Doctor Coach Director Chairman Chairwoman Chair CEO CFO CTO COO Treasurer Marshal MP Spokesman Spokeswoman
Bundeskanzler Bundeskanzlerin Kanzler Kanzlerin Bundespräsident Präsident Präsidentin Minister Ministerin Ministerpräsident Ministerpräsidentin Außenminister Außenministerin
Finanzminister Finanzministerin Innenminister Innenministerin Verteidigungsminister Verteidigungsministerin Wirtschaftsminister Bürgermeister Bürgermeisterin Oberbürgermeister Staatssekretär
Professorin Trainer Trainerin Papst Bischof König Königin Sprecher Sprecherin Vorsitzende Vorsitzender Parteichef Parteichefin Geschäftsführer Geschäftsführerin Vorstandschef Regierungschef
Président Présidente Ministre Sénateur Maire Presidente Ministro Ministra Senador Senadora Alcalde Gobernador Papa Sindaco Burgemeester
Bakan Bakanı Başkan Başkanı Başbakan Cumhurbaşkanı Vali Valisi Müdürü Milletvekili Sözcüsü Sekreteri Komutanı Rektörü
Statsminister Utenriksminister Finansminister Minister
`);

/** Capitals that go with a title: "Prime Minister", "Foreign Secretary", "Lieutenant Governor". */
export const TITLE_PARTS = words(`
Prime Deputy Vice Former Foreign Home Interior Defense Defence Finance Health Education Justice Trade Energy Interim Acting Assistant Associate Senior First Second Attorney
Chief Executive Financial Operating Technology Secretary Police House Senate Majority Minority Leader Whip Lieutenant Brigadier Lance Rear Air Field Master Staff Crown
Supreme District County State Federal US U.S. UK British French German Russian Chinese Israeli Iranian Indian Japanese Turkish Egyptian Syrian Iraqi Ukrainian Italian Spanish American Canadian Australian Pakistani
Republican Democratic Conservative Labour Democrat Party National Security Press General Tory
Belediye Büyükşehir Genel Ulaştırma Altyapı Dışişleri İçişleri Maliye Hazine Sağlık Eğitim Milli Savunma Adalet Tarım Orman Enerji Ticaret Kültür Turizm Yardımcısı
`);

/** What a secretary or minister is of, inside a title. */
export const OFFICES = words(`
State Defense Defence Staff Finance Health Education Labor Labour Energy Agriculture Commerce Transportation Homeland Interior National Justice Foreign Veterans Housing Intelligence
`);

/** Titles that newspapers cut short. */
export const SHORT_TITLES: Readonly<Record<string, string>> = {
	Sen: "Senator",
	Rep: "Representative",
	Gov: "Governor",
	Gen: "General",
	Col: "Colonel",
	Maj: "Major",
	Capt: "Captain",
	Lt: "Lieutenant",
	Sgt: "Sergeant",
};

/** The nouns of a role: what a person is "the … of". Lower case. */
export const ROLE_NOUNS = words(`
president vice-president premier chancellor minister secretary senator representative congressman congresswoman lawmaker governor mayor councillor councilman ambassador envoy commissioner
speaker king queen prince princess pope cardinal archbishop bishop priest pastor imam rabbi general colonel major captain lieutenant sergeant admiral commander chief sheriff officer detective inspector judge
justice attorney prosecutor lawyer solicitor barrister counsel professor lecturer teacher principal headteacher dean researcher scientist economist analyst strategist historian psychologist
physicist biologist chemist engineer doctor physician surgeon nurse psychiatrist epidemiologist virologist astronomer climatologist coach manager captain striker midfielder defender goalkeeper quarterback pitcher
director chairman chairwoman chair ceo cfo cto coo founder co-founder cofounder owner partner executive boss head leader deputy spokesman spokeswoman spokesperson adviser advisor aide czar
editor editor-in-chief journalist reporter correspondent columnist anchor presenter host broadcaster author writer novelist poet playwright actor actress singer rapper musician composer conductor producer
filmmaker artist painter photographer designer architect comedian model chef activist campaigner farmer fisherman pilot astronaut soldier veteran student curator librarian candidate
nominee delegate mp treasurer trustee consultant investor entrepreneur banker trader developer programmer billionaire businessman businesswoman dissident rebel warlord
champion winner cyclist boxer sprinter swimmer golfer driver footballer cricketer batsman bowler skipper referee widow
`);

/** Roles that stand before people only: not "winner Golden Globe", "owner Virgin Blue". */
export const TELLING_ROLES = words(`
analyst economist professor lecturer spokesman spokeswoman lawyer attorney solicitor barrister prosecutor actor actress singer rapper comedian novelist playwright poet
activist senator congressman congresswoman lawmaker physicist biologist chemist psychologist psychiatrist historian engineer journalist reporter correspondent columnist
footballer cricketer striker midfielder defender goalkeeper quarterback captain skipper coach sprinter swimmer golfer boxer cyclist astronaut photographer architect minister president
businessman businesswoman billionaire entrepreneur detective sergeant sheriff bishop archbishop teacher farmer resident
`);

/** Names that are adjectives of nations, creeds and parties, days, months: capitals, and no entities. */
export const NOT_NAMES = words(`
American Americans British Briton Britons English French German Germans Dutch Belgian Swiss Austrian Italian Italians Spanish Portuguese Greek Greeks Turkish Turks Russian Russians Ukrainian Ukrainians Polish
Czech Hungarian Romanian Bulgarian Serbian Serb Serbs Croatian Bosnian Albanian Swedish Norwegian Danish Finnish Icelandic Irish Scottish Scots Welsh Chinese Japanese Korean Koreans Vietnamese Thai Indonesian Malaysian
Filipino Indian Indians Pakistani Pakistanis Bangladeshi Nepali Afghan Afghans Iranian Iranians Iraqi Iraqis Syrian Syrians Lebanese Israeli Israelis Palestinian Palestinians Jordanian Egyptian Egyptians Saudi Saudis Yemeni Qatari
Libyan Tunisian Algerian Moroccan Nigerian Nigerians Kenyan Ghanaian Somali Sudanese Ethiopian Ugandan Zimbabwean Rwandan Congolese African Africans European Europeans Asian Asians Arab Arabs Arabic Kurdish Kurds
Mexican Mexicans Cuban Cubans Canadian Canadians Brazilian Brazilians Argentine Argentinian Chilean Colombian Venezuelan Peruvian Haitian Australian Australians Latino Latinos Hispanic Hispanics Western Eastern Northern Southern
Soviet Nazi Nazis Hebrew Latin Tamil Kashmiri Tibetan Chechen Catalan Basque Bavarian Californian Texan Londoner Londoners
Muslim Muslims Islamic Islamist Islamists Christian Christians Catholic Catholics Protestant Protestants Jewish Jews Jew Hindu Hindus Buddhist Sikh Sunni Shia Shiite Sunnis Shiites Mormon Evangelical Islam Christianity
Republican Republicans Democrat Democrats Democratic Conservative Conservatives Tory Tories Labour Liberal Liberals Communist Communists Socialist Socialists Marxist
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
Christmas Easter Ramadan Thanksgiving Halloween Internet Web God Jesus Bible Quran Koran Earth Moon Sun TV DVD CD PC CEO CFO CTO COO MP MPs PhD GMT EST EDT PST BST CET ET AM PM OK ID IQ UFO DNA HIV AIDS AI API URL GPS SUV SUVs ATM PR HR IT VIP LGBT LGBTQ GDP Q&A FAQ WiFi Wi-Fi PDF HTML
Read Photo Photos Video Image Related Watch Click Copyright Getty Sign Subscribe Updated Published By Caption Editor Advertisement
Etat État Bourse United City Town Team Tour Metro Order Prize Award Direction Rock New Act Bill Law Amendment Treaty Constitution Section Article Chapter Figure Table Part Step Phase Day Week Year North South East West
`);

/** Letters behind a person's name, and no part of it. */
export const POST_NOMINALS = words("MP MEP MSP MBE OBE CBE KBE QC KC PhD MD MBA Esq");

/** Capitals that are seldom a name where they stand alone, but may be a surname. */
export const ADJECTIVES = words(`
Black Blacks White Whites Native Indigenous Aboriginal Socratic Roman Romans Victorian Gothic Renaissance Medieval Biblical Olympic Olympian Village Éducation Travail Comando
`);

/** What German nouns of role end with, each with its feminine: "Landschaftsplaner", "Oberbürgermeisterin". */
const GERMAN_ROLE =
	/(?:minister|präsident|kanzler|meister|sprecher|leiter|direktor|trainer|experte|expertin|forscher|planer|dezernent|stadtrat|anwalt|anwältin|richter|autor|regisseur|schauspieler|sänger|politiker|abgeordnete|vorsitzende|vorstand|vorständin|geschäftsführer|gründer|inhaber|analyst|ökonom|professor|wissenschaftler|psychologe|psychologin|soziologe|soziologin|historiker|journalist|redakteur|kommissar|sekretär|beauftragte|bischof|bischöfin|pfarrer|kapitän|spieler|stürmer|torwart|torhüter|berater|architekt|ingenieur|biologe|biologin|physiker|mediziner|virologe|virologin|ärztin|unternehmer|künstler|musiker|moderator|lehrer|senator|landrat|landrätin|chef|manager|volkswirt|botschafter|koordinator|promoter|spezialist|chefin|kenner|kollege|kollegin|loge|login|pädagoge|pädagogin|therapeut|statistiker|meteorologe|spitzenkandidat)(?:in|r)?$/;

/** Whether a German noun says what somebody does. */
export const isGermanRole = (word: string): boolean => GERMAN_ROLE.test(word.toLowerCase());

/** Whether a word is one of a title or role. */
export const isTitleWord = (word: string): boolean =>
	TITLES.has(word) || TITLE_PARTS.has(word) || ROLE_NOUNS.has(word.toLowerCase());
