/**
 * Words and names that say "organisation". Source: written for this project.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** What an organisation's name ends with. */
export const ORGANISATION_ENDINGS = words(`
Inc Inc. Incorporated Corp Corp. Corporation Ltd Ltd. Limited LLC LLP plc PLC GmbH AG SE SA S.A. SpA S.p.A. NV BV Oy AB ASA KG
Co Co. Company Companies Group Holdings Holding Ventures Partners Capital Industries Technologies Technology Systems Solutions Labs Laboratories Laboratory
Motors Airlines Airways Airline Pharmaceuticals Pharma Energy Petroleum Semiconductor Electronics Software Entertainment Studios Pictures Records Media
University College Academy Institute Polytechnic Universität Hochschule Université Universidad Universidade Università Universiteit
Bank Bancorp Ministry Department Agency Commission Committee Council Court Tribunal Party Association Federation Confederation Foundation Union Alliance Coalition
Police Army Navy Guard Corps Parliament Senate Congress Assembly Authority Administration Bureau Secretariat Office Society Trust Fund League Network
Club FC F.C. CF AFC United Rovers Wanderers Hospital Clinic Times Post Journal Tribune Herald Gazette Guardian Chronicle News Radio Television Magazine
Orchestra Philharmonic Brigade Brigades Treasury Chamber Board Taskforce Consortium Initiative Observatory Organization Organisation Diocese Archdiocese
Ministerium Partei Verband Verein Stiftung Gewerkschaft Bundesbank Bundestag Bundesrat Zeitung Sparkasse
Meclisi Bakanlığı Üniversitesi Belediyesi Partisi Derneği Bankası Müdürlüğü Başkanlığı Kurumu Kurulu Mahkemesi Ajansı Vakfı Şirketi
Rail Railways Bahn Reederei Werke Ferries Shipping Express Alliance Fisheries Cruises
`);

/** What an organisation's name begins with when "of" (de, für …) follows. */
export const ORGANISATION_BEGINNINGS = words(`
University College Academy Institute Bank Ministry Department Agency Commission Committee Council Court Party Association Federation Confederation Foundation Union
Office Bureau House Chamber Board Society Church Museum League Organization Organisation School Faculty Centers Center Centre
Universität Hochschule Institut Ministerium Bundesamt Verband
Université Ministère Banque Institut École Conseil Assemblée Fédération Association Parti Comité Agence Cour Chambre
Universidad Ministerio Banco Instituto Escuela Consejo Asamblea Federación Asociación Partido Comité Agencia Tribunal Cámara
Universidade Ministério Instituto Escola Conselho Assembleia Federação Associação Câmara
Università Ministero Banca Istituto Scuola Consiglio Federazione Associazione Partito Camera
Universiteit Ministerie Instituut Raad
`);

/** What an organisation's name begins with, whatever follows: clubs, and institutions with an adjective in the Romance languages. */
export const ORGANISATION_FIRSTS = words(`
FC AC SC SV AS CF VfB VfL TSV TSG RB FSV KSC BVB FK CD UD SL
Tribunal Congreso Congresso Ministerio Ministério Ministero Ministère Consejo Conselho Consiglio Instituto Istituto Institut Universidad Universidade Università Université
Banco Banca Banque Asociación Associação Associazione Association Federación Federação Federazione Fédération Sindicato Sindacato Syndicat Partido Partito Parti Fundación Fundação Fondazione Fondation
Policía Polícia Polizia Procura Procuraduría Fiscalía Prefeitura Préfecture Secretaría Secretaria Câmara Cámara Assembleia Asamblea Assemblée
`);

/** German institutions that their town's name follows. */
export const INSTITUTIONS = words(`
Universität Hochschule Fachhochschule Landgericht Amtsgericht Oberlandesgericht Verwaltungsgericht Sozialgericht Staatsanwaltschaft Sparkasse Volksbank Stadtwerke
Klinikum Universitätsklinikum Uniklinik Messe Polizeipräsidium Eintracht Borussia Fortuna Hertha Rapid Austria
`);

/** Organisations known by name: firms, agencies, parties, media. Short forms that are words too are left out. */
export const ORGANISATIONS: ReadonlySet<string> = new Set(
	`Madame Tussauds|Congress|US Congress|U.S. Congress|Senate|Parliament|Treasury|Major League Soccer|Major League Baseball|Microsoft|Google|Alphabet|Apple Inc|OpenAI|DeepSeek|Anthropic|Meta Platforms|Facebook|Nvidia|NVIDIA|IBM|Intel|AMD|Qualcomm|TSMC|Samsung|Samsung Electronics|Huawei|Xiaomi|Tencent|Alibaba|Baidu|ByteDance|SoftBank|Sony|Nintendo|Toyota|Honda|Nissan|Hyundai|Volkswagen|Porsche|BMW|Daimler|Mercedes-Benz|Audi|Renault|Peugeot|Stellantis|Fiat|Volvo|General Motors|GM|Tesla|SpaceX|Uber|Lyft|Airbnb|Netflix|Spotify|Twitter|LinkedIn|Instagram|WhatsApp|Snapchat|TikTok|YouTube|Reddit|Wikipedia|Mozilla|GitHub|Red Hat|Oracle|SAP|Cisco|Dell|Hewlett-Packard|HP|Lenovo|Siemens|Bosch|Philips|Ericsson|Nokia|Vodafone|AT&T|Verizon|T-Mobile|Deutsche Telekom|Deutsche Bank|Commerzbank|Deutsche Bahn|Lufthansa|Air France|British Airways|Ryanair|Boeing|Airbus|Lockheed Martin|Rolls-Royce|General Electric|ExxonMobil|Exxon|Chevron|BP|TotalEnergies|Gazprom|Rosneft|Aramco|Saudi Aramco|Goldman Sachs|JPMorgan|JPMorgan Chase|Morgan Stanley|Citigroup|Citibank|HSBC|Barclays|Santander|BBVA|BNP Paribas|Credit Suisse|UBS|Lloyds|BlackRock|Berkshire Hathaway|Standard & Poor's|Moody's|Fitch|Deloitte|KPMG|PwC|McKinsey|Accenture|Walmart|Amazon.com|Costco|Tesco|Sainsbury's|Ikea|IKEA|Adidas|Nike|Nestlé|Unilever|Procter & Gamble|Coca-Cola|PepsiCo|McDonald's|Starbucks|Pfizer|Moderna|BioNTech|AstraZeneca|Novartis|Roche|Bayer|BASF|Merck|GlaxoSmithKline|Johnson & Johnson|Walt Disney|Disney|Warner Bros|Universal Music|Tata|Reliance|Reliance Industries|Infosys|Wipro|Reuters|Bloomberg|Associated Press|AP|AFP|BBC|CNN|NBC|CBS|ABC|MSNBC|PBS|NPR|ITV|ESPN|HBO|Sky News|Fox News|Al Jazeera|Xinhua|NHK|ZDF|ARD|Der Spiegel|Die Zeit|Le Monde|Le Figaro|El País|La Repubblica|Corriere della Sera|New York Times|The New York Times|Washington Post|The Washington Post|Wall Street Journal|The Wall Street Journal|Financial Times|The Guardian|The Economist|NASA|ESA|CIA|FBI|NSA|FDA|CDC|EPA|SEC|FCC|IRS|FTC|NHTSA|NTSB|FAA|DEA|DHS|ICE|Pentagon|White House|Supreme Court|Federal Reserve|Homeland Security|State Department|Justice Department|Treasury Department|Capitol Hill|House of Representatives|House of Commons|House of Lords|European Union|European Commission|European Parliament|European Central Bank|ECB|Eurozone|NATO|OPEC|OECD|IMF|WTO|WHO|UNESCO|UNICEF|UNHCR|World Bank|World Health Organization|World Trade Organization|International Monetary Fund|United Nations|UN Security Council|Red Cross|Amnesty International|Human Rights Watch|Greenpeace|Oxfam|African Union|Arab League|ASEAN|Interpol|Europol|Kremlin|Bundestag|Bundesrat|Bundesregierung|Bundesbank|CDU|CSU|SPD|AfD|FDP|BJP|Lok Sabha|Rajya Sabha|Scotland Yard|Hamas|Hezbollah|Taliban|Al-Qaeda|Al Qaeda|al Qaeda|ISIS|Islamic State|Boko Haram|Labour Party|Conservative Party|Republican Party|Democratic Party|GOP|NHS|NFL|NBA|MLB|NHL|MLS|FIFA|UEFA|IOC|NCAA|Formula One|Premier League|Bundesliga|La Liga|Serie A|Real Madrid|Nottingham Forest|Crystal Palace|Aston Villa|West Ham|Newcastle United|Leicester City|Inter Milan|AC Milan|Paris Saint-Germain|Atlético Madrid|Ajax|Celtic|Philadelphia 76ers|76ers|Sixers|Boston Celtics|Celtics|Los Angeles Lakers|Lakers|Golden State Warriors|Warriors|New York Knicks|Knicks|Chicago Bulls|Miami Heat|Dallas Cowboys|New York Yankees|Yankees|Red Sox|New England Patriots|Patriots|Green Bay Packers|Packers|Kansas City Chiefs|Philadelphia Eagles|Pittsburgh Steelers|Garmin|Suunto|Coros|Fitbit|GoPro|UiPath|Salesforce|Adobe|Palantir|Databricks|PayPal|Mastercard|American Express|Hugging Face|Mistral AI|xAI|DeepMind|Google DeepMind|Waymo|Rivian|BYD|Kia|Mazda|Subaru|Suzuki|Equinor|Maersk|DHL|FedEx|UPS|FC Barcelona|Bayern Munich|Bayern München|Borussia Dortmund|Manchester United|Manchester City|Liverpool FC|Tottenham Hotspur|Juventus|Harvard|Stanford|MIT|Yale|Princeton|Caltech|Cambridge University|Oxford University`.split(
		"|",
	),
);

/** Firms whose name is a word too: organisations where the article names one of them with its ending, or often. */
export const LEGAL_FORM =
	/[\s,]+(?:Inc|Corp|Corporation|Ltd|Limited|LLC|LLP|plc|PLC|GmbH|AG|SE|SA|S\.A|SpA|NV|BV|Oy|AB|ASA|Co|Company|Group|Holdings?)\.?$/;
