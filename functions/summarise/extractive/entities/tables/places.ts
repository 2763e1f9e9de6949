/**
 * Places by name. Countries come from Unicode CLDR (Intl.DisplayNames) in the article's language; regions,
 * states and cities are listed, in English and where they differ in the language of the article.
 * Source of the lists: written for this project (capitals, cities over some two million, news regulars).
 */
const list = (names: string): readonly string[] => names.trim().split("|");

/** ISO 3166 regions that are no places on a map: organisations and test codes. */
const NOT_COUNTRIES = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

/** English names that CLDR has otherwise or not. */
const ENGLISH = list(
	"Arctic|Antarctic|Himalayas|Alps|Sahara|Pacific|Atlantic|Mediterranean|Baltic|Persian Gulf|South China Sea|Black Sea|Red Sea|Turkey|Burma|Myanmar|Holland|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|America|Ivory Coast|Soviet Union|USSR|Czech Republic|Macedonia|East Timor|UAE|Congo|Democratic Republic of Congo|Palestine|Gaza|Gaza Strip|West Bank|Kosovo|Tibet|Kashmir|Kurdistan|Crimea|Chechnya|Catalonia|Bavaria|Saxony|Tuscany|Sicily|Brittany|Normandy|Siberia|Europe|Asia|Africa|Antarctica|Oceania|North America|South America|Latin America|Central America|Middle East|Southeast Asia|South Asia|East Asia|Central Asia|Eastern Europe|Western Europe|Scandinavia|Balkans|Caribbean|Sahel|Silicon Valley|Wall Street|Hollywood|Manhattan|Brooklyn|Bronx|Queens|Harlem|Long Island|Staten Island|Westminster|Downing Street|Guantanamo Bay|Midwest|New England|Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|D.C.|Washington D.C.|Washington DC|Washington, D.C.|Southern California|Northern California|Ontario|Quebec|British Columbia|Alberta|Manitoba|Saskatchewan|Nova Scotia|New South Wales|Queensland|Tasmania|Punjab|Gujarat|Maharashtra|Kerala|Tamil Nadu|Karnataka|Bihar|Uttar Pradesh|Madhya Pradesh|West Bengal|Rajasthan|Goa|Assam|Odisha|Telangana|Andhra Pradesh|Haryana|Uttarakhand|Himachal Pradesh|Jharkhand|Chhattisgarh|Yorkshire|Lancashire|Cornwall|Devon|Essex|Kent|Surrey|Sussex|Norfolk|Suffolk|Wiltshire|Merseyside|Midlands|West Midlands|Hampshire",
);

/** The same in every language that has them at all. */
const EVERYWHERE = list(
	"Alaska|Arizona|Arkansas|Colorado|Connecticut|Delaware|Florida|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Jersey|New York|Ohio|Oklahoma|Oregon|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming|Ontario|Alberta|Hollywood|Silicon Valley|Wall Street|Manhattan|Brooklyn|Gaza|Punjab|Gujarat|Kerala",
);

/** Cities as English writes them; most are the same in other languages. */
const CITIES = list(
	"Middlesbrough|Tamworth|Hull|Bolton|Blackpool|Bradford|Brighton|Cambridge|Coventry|Doncaster|Exeter|Hartlepool|Huddersfield|Ipswich|Luton|Norwich|Oxford|Peterborough|Plymouth|Portsmouth|Rotherham|Salford|Southampton|Southend|Stockport|Stoke-on-Trent|Sunderland|Swansea|Swindon|Wigan|Wolverhampton|Cardiff|Aberdeen|Dundee|Inverness|Derry|Galway|Limerick|Abidjan|Abu Dhabi|Abuja|Accra|Addis Ababa|Adelaide|Ahmedabad|Albuquerque|Aleppo|Alexandria|Algiers|Almaty|Amman|Amsterdam|Ankara|Antwerp|Athens|Atlanta|Auckland|Austin|Baghdad|Baku|Baltimore|Bamako|Bangalore|Bengaluru|Bangkok|Barcelona|Basel|Basra|Beijing|Beirut|Belfast|Belgrade|Berlin|Bern|Bilbao|Birmingham|Bogota|Bogotá|Bologna|Bombay|Bonn|Bordeaux|Boston|Brasilia|Brasília|Bratislava|Bremen|Brisbane|Bristol|Brussels|Bucharest|Budapest|Buenos Aires|Buffalo|Cairo|Calais|Calcutta|Calgary|Cambridge|Canberra|Cape Town|Caracas|Cardiff|Casablanca|Charleston|Charlotte|Chennai|Chicago|Cincinnati|Cleveland|Cologne|Colombo|Copenhagen|Dakar|Dallas|Damascus|Dar es Salaam|Delhi|New Delhi|Denver|Detroit|Dhaka|Doha|Donetsk|Dortmund|Dresden|Dubai|Dublin|Dundee|Durban|Düsseldorf|Edinburgh|Fallujah|Ferguson|Florence|Frankfurt|Freetown|Geneva|Genoa|Glasgow|Gothenburg|Grozny|Guadalajara|Guangzhou|Guatemala City|Gurgaon|Hague|Hamburg|Hangzhou|Hanoi|Hanover|Harare|Havana|Helsinki|Hiroshima|Ho Chi Minh City|Honolulu|Houston|Hyderabad|Indianapolis|Islamabad|Istanbul|Jacksonville|Jaipur|Jakarta|Jeddah|Jerusalem|Johannesburg|Juba|Kabul|Kampala|Kandahar|Kansas City|Karachi|Kathmandu|Kharkiv|Khartoum|Kiev|Kyiv|Kinshasa|Kolkata|Krakow|Kuala Lumpur|Kyoto|La Paz|Lagos|Lahore|Las Vegas|Leeds|Leicester|Leipzig|Lima|Lisbon|Liverpool|London|Los Angeles|Luanda|Lucknow|Lusaka|Luxembourg City|Lyon|Madrid|Manchester|Manila|Marrakesh|Marseille|Mecca|Medina|Melbourne|Memphis|Mexico City|Miami|Milan|Milwaukee|Minneapolis|Minsk|Mogadishu|Monrovia|Montevideo|Montreal|Montréal|Moscow|Mosul|Mumbai|Munich|Nagasaki|Nairobi|Nanjing|Naples|Nashville|New Orleans|New York City|Newark|Newcastle|Nice|Nottingham|Nuremberg|Oakland|Odessa|Odesa|Omaha|Orlando|Osaka|Oslo|Ottawa|Oxford|Palermo|Palo Alto|Paris|Perth|Peshawar|Philadelphia|Phnom Penh|Phoenix|Pittsburgh|Plymouth|Port-au-Prince|Portland|Porto|Prague|Pretoria|Pune|Pyongyang|Quito|Rabat|Raleigh|Ramallah|Raqqa|Rawalpindi|Reykjavik|Riga|Rio de Janeiro|Riyadh|Rome|Rotterdam|Sacramento|Salt Lake City|Salzburg|San Antonio|San Diego|San Francisco|San Jose|San Juan|San Salvador|Sana'a|Sanaa|Santiago|Sao Paulo|São Paulo|Sarajevo|Savannah|Seattle|Seoul|Seville|Shanghai|Sharjah|Sheffield|Shenzhen|Skopje|Sofia|Southampton|Srinagar|St. Louis|St. Petersburg|St Petersburg|Stockholm|Strasbourg|Stuttgart|Sunderland|Sydney|Tacoma|Taipei|Tallinn|Tampa|Tangier|Tashkent|Tbilisi|Tehran|Tel Aviv|Tikrit|Tirana|Tokyo|Toronto|Toulouse|Tripoli|Tucson|Tulsa|Tunis|Turin|Ulaanbaatar|Utrecht|Valencia|Vancouver|Venice|Vienna|Vilnius|Warsaw|Wellington|Winnipeg|Wolverhampton|Wuhan|Yangon|Yerevan|Yokohama|Zagreb|Zurich|Zürich",
);

/** Cities and regions under the names of other languages. */
const LOCAL: Readonly<Record<string, readonly string[]>> = {
	de: list(
		"Köln|München|Nürnberg|Wien|Genf|Brüssel|Mailand|Rom|Venedig|Florenz|Neapel|Turin|Lissabon|Moskau|Prag|Warschau|Kopenhagen|Athen|Belgrad|Bukarest|Kiew|Kairo|Peking|Tokio|Singapur|Neu-Delhi|Den Haag|Straßburg|Hannover|Essen|Duisburg|Bochum|Wuppertal|Bielefeld|Mannheim|Karlsruhe|Augsburg|Wiesbaden|Mainz|Kiel|Rostock|Magdeburg|Erfurt|Potsdam|Schwerin|Saarbrücken|Freiburg|Heidelberg|Graz|Linz|Innsbruck|Bern|Luzern|Lausanne|Bayern|Sachsen|Hessen|Thüringen|Brandenburg|Niedersachsen|Nordrhein-Westfalen|Rheinland-Pfalz|Baden-Württemberg|Saarland|Schleswig-Holstein|Mecklenburg-Vorpommern|Sachsen-Anhalt|Europa|Asien|Afrika|Amerika|Nordamerika|Südamerika|Lateinamerika|Osteuropa|Großbritannien|England|Schottland|USA|Katalonien|Sizilien|Kalifornien",
	),
	tr: list(
		"İstanbul|Ankara|İzmir|Bursa|Adana|Antalya|Konya|Gaziantep|Diyarbakır|Kayseri|Mersin|Trabzon|Samsun|Eskişehir|Anadolu|Avrupa|Asya|Kıbrıs|Londra|Moskova|Kiev|Pekin|Atina|Bakü|Gazze|Kudüs|Şam|Bağdat|Tahran|Washington|Brüksel|Paris|Berlin",
	),
	ru: list(
		"Москва|Санкт-Петербург|Новосибирск|Екатеринбург|Казань|Самара|Омск|Челябинск|Уфа|Красноярск|Пермь|Воронеж|Волгоград|Сочи|Крым|Донбасс|Киев|Минск|Сибирь|Урал|Кавказ|Чечня|Дагестан|Европа|Азия|Африка|Вашингтон|Лондон|Париж|Берлин|Пекин|Токио|Брюссель",
	),
	fr: list(
		"Crimée|Arctique|Moyen-Orient|Proche-Orient|Amérique du Nord|Londres|Bruxelles|Genève|Moscou|Pékin|Vienne|Rome|Milan|Varsovie|Lisbonne|Copenhague|Athènes|Le Caire|Alger|Barcelone|Munich|Francfort|Hambourg|Lille|Nantes|Rennes|Montpellier|Grenoble|Dijon|Reims|Marseille|Europe|Asie|Afrique|Amérique|Amérique latine|Proche-Orient|Moyen-Orient|Bretagne|Normandie|Alsace|Corse|Provence|Occitanie|Île-de-France|Angleterre|Écosse|Grande-Bretagne|Californie",
	),
	es: list(
		"Londres|París|Bruselas|Ginebra|Moscú|Pekín|Viena|Roma|Milán|Lisboa|Berlín|Múnich|Atenas|El Cairo|Nueva York|Ciudad de México|Sevilla|Zaragoza|Málaga|Murcia|Valladolid|Vigo|Gijón|Córdoba|Granada|Alicante|Medellín|Cali|Guayaquil|Rosario|Monterrey|Tijuana|Europa|Asia|África|América|América Latina|Latinoamérica|Oriente Medio|Andalucía|Cataluña|Galicia|País Vasco|Madrid|Inglaterra|Escocia|Gran Bretaña|California",
	),
	pt: list(
		"Londres|Paris|Bruxelas|Genebra|Moscou|Moscovo|Pequim|Viena|Roma|Milão|Lisboa|Berlim|Munique|Atenas|Nova York|Nova Iorque|Salvador|Fortaleza|Recife|Curitiba|Manaus|Belém|Goiânia|Campinas|Porto Alegre|Belo Horizonte|Coimbra|Braga|Faro|Europa|Ásia|África|América|América Latina|Oriente Médio|Médio Oriente|Inglaterra|Escócia|Grã-Bretanha|Califórnia|Minas Gerais|Bahia|Paraná",
	),
	no: list(
		"Norge|Sverige|Danmark|Island|Tyskland|Storbritannia|Frankrike|Russland|Kina|Europa|Bergen|Trondheim|Stavanger|Tromsø|Kirkenes|Bodø|Kristiansand|Drammen|Fredrikstad|Ålesund|Trøndelag|Vestland|Rogaland|Nordland|Troms|Finnmark|Telemark|Agder|Innlandet|Svalbard|Lofoten|København|Stockholm|Moskva|Brussel",
	),
	sv: list(
		"Sverige|Norge|Danmark|Tyskland|Storbritannien|Frankrike|Ryssland|Kina|Europa|Göteborg|Malmö|Uppsala|Linköping|Örebro|Västerås|Umeå|Luleå|Gotland|Skåne|Köpenhamn|Moskva|Bryssel",
	),
	it: list(
		"Artico|Nord America|Sud America|Medio Oriente|Londra|Parigi|Bruxelles|Ginevra|Mosca|Pechino|Vienna|Roma|Milano|Torino|Napoli|Firenze|Venezia|Genova|Bologna|Palermo|Bari|Catania|Verona|Padova|Trieste|Lisbona|Berlino|Atene|Varsavia|Monaco di Baviera|Il Cairo|Europa|Asia|Africa|America|America Latina|Medio Oriente|Sicilia|Sardegna|Lombardia|Toscana|Lazio|Campania|Puglia|Calabria|Piemonte|Liguria|Veneto|Umbria|Inghilterra|Scozia|Gran Bretagna|California",
	),
	nl: list(
		"Londen|Parijs|Brussel|Genève|Moskou|Peking|Wenen|Rome|Milaan|Berlijn|Lissabon|Athene|Warschau|Antwerpen|Gent|Brugge|Leuven|Luik|Den Haag|Eindhoven|Groningen|Tilburg|Breda|Nijmegen|Haarlem|Arnhem|Maastricht|Leiden|Delft|Europa|Azië|Afrika|Amerika|Latijns-Amerika|Midden-Oosten|Vlaanderen|Wallonië|Engeland|Schotland|Groot-Brittannië|Californië",
	),
};

/** What a place's name ends with, and begins with. */
export const PLACE_ENDINGS: ReadonlySet<string> = new Set(
	"Area River Lake Mountains Mountain Hills Valley Island Islands Street Avenue Road Boulevard Square Bridge Airport Park Bay Beach County Parish Province Prefecture District Desert Sea Ocean Peninsula Harbor Harbour Stadium Arena Station Strait Canyon Falls Springs Heights Township Cathedral Palace Castle Tower Tunnel Highway Canal Forest Plaza Straße Platz Bahnhof Flughafen Republic".split(
		" ",
	),
);
export const PLACE_BEGINNINGS: ReadonlySet<string> = new Set(
	"Mount Mt Lake Fort Port Cape Camp Gulf Strait Isle River Río Rio Lago Monte".split(" "),
);

/** One place under several names; the first is what the entity is called. */
export const SAME_PLACE: readonly (readonly string[])[] = [
	["United States", "US", "U.S.", "USA", "U.S.A.", "United States of America", "America"],
	["United Kingdom", "UK", "U.K.", "Britain", "Great Britain"],
	["United Arab Emirates", "UAE", "U.A.E."],
	["New York", "New York City"],
	["Washington, D.C.", "Washington D.C.", "Washington DC"],
];

/** The same for organisations. */
export const SAME_ORGANISATION: readonly (readonly string[])[] = [
	["European Union", "EU", "E.U."],
	["United Nations", "UN", "U.N."],
	["Federal Reserve", "Fed"],
	["International Monetary Fund", "IMF"],
	["World Health Organization", "WHO"],
	["European Central Bank", "ECB"],
	["Republican Party", "GOP"],
];

const tables = new Map<string, ReadonlySet<string>>();

function countriesIn(language: string): string[] {
	if (Intl.DisplayNames.supportedLocalesOf(language).length === 0) return [];
	const names: string[] = [];
	const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at));
	for (const style of ["long", "short"] as const) {
		const display = new Intl.DisplayNames([language], { type: "region", style, fallback: "none" });
		for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
			const name = NOT_COUNTRIES.has(code) ? undefined : display.of(code);
			// "Myanmar (Burma)" is two names, neither of them with the bracket.
			if (name) names.push(name.replace(/\s*\(.*\)$/, ""));
		}
	}
	return names;
}

/** The places known in an article of this language. English names are known in every one that has capitals. */
export function placesOf(language: string): ReadonlySet<string> {
	const known = tables.get(language);
	if (known) return known;
	const local = Object.hasOwn(LOCAL, language) ? (LOCAL[language] ?? []) : [];
	const names = new Set([
		...countriesIn(language),
		...local,
		...CITIES,
		...EVERYWHERE,
		...SAME_PLACE.slice(0, 3).flat(),
	]);
	if (language === "en") for (const name of ENGLISH) names.add(name);
	if (tables.size >= 64) tables.clear();
	tables.set(language, names);
	return names;
}
