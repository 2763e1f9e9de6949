/**
 * Organisations by the names that one language has for them, acronyms that are words elsewhere among them.
 * Source: written for this project.
 */
import { ORGANISATIONS } from "./organisations.ts";

const list = (names: string): ReadonlySet<string> => new Set(names.trim().split("|"));

const LOCAL: Readonly<Record<string, ReadonlySet<string>>> = {
	de: list(
		"EU|Europäische Union|EU-Kommission|Europäische Kommission|Vereinte Nationen|EZB|Europäische Zentralbank|UNO|Nato|DFB|DFL|RWE|EnBW|Eon|dpa|DPA|Verdi|IG Metall|DGB|BDI|ADAC|TÜV|BND|BKA|GSG 9|BSI|BfS|RKI|Robert-Koch-Institut|Linke|Die Linke|Grüne|Die Grünen|BSW|Freie Wähler|ÖVP|SPÖ|FPÖ|Neos|ORF|SRF|ETH Zürich|SBB|ÖBB|Bundesverfassungsgericht|Bundesgerichtshof|Auswärtiges Amt|Weißes Haus|Kreml|Bundesnetzagentur|Statistisches Bundesamt|Caritas|Diakonie|Rotes Kreuz|THW|Frankfurter Allgemeine Zeitung|Süddeutsche Zeitung|Bild",
	),
	fr: list(
		"UE|Union européenne|ONU|Nations unies|OTAN|OMS|FMI|BCE|CGT|CFDT|FO|Force ouvrière|Medef|MEDEF|RN|Rassemblement national|LFI|La France insoumise|LR|Les Républicains|PS|Parti socialiste|RPR|UMP|Renaissance|Nupes|SNCF|RATP|EDF|Engie|CNRS|Insee|INSEE|Inserm|Elysée|Élysée|Matignon|Quai d'Orsay|Sénat|Assemblée nationale|Conseil d'Etat|Conseil d'État|Conseil constitutionnel|Cour des comptes|Cour de cassation|Commission européenne|Parlement européen|Banque de France|Maison Blanche|Maison-Blanche|Kremlin|Croix-Rouge|France Télévisions|France Info|Radio France|Le Parisien|Libération|Les Echos|PSG|OM|OL",
	),
	es: list(
		"UE|Unión Europea|ONU|Naciones Unidas|OTAN|OMS|FMI|BCE|PP|PSOE|Vox|VOX|Podemos|Sumar|ERC|Junts|PNV|Bildu|Senado|Congreso|Congreso de los Diputados|Moncloa|La Moncloa|Tribunal Supremo|Tribunal Constitucional|Audiencia Nacional|Corte Suprema|Guardia Civil|Policía Nacional|Mossos d'Esquadra|Banco de España|Comisión Europea|Casa Blanca|Kremlin|Cruz Roja|INE|Pemex|PEMEX|YPF|Ecopetrol|Codelco|Morena|PRI|PAN|Telefónica|Repsol|Iberdrola|Inditex|RTVE",
	),
	pt: list(
		"UE|União Europeia|ONU|Nações Unidas|OTAN|NATO|OMS|FMI|BCE|STF|Supremo Tribunal Federal|TSE|Tribunal Superior Eleitoral|STJ|Congresso Nacional|Congresso|Senado|Senado Federal|Câmara dos Deputados|Câmara|Planalto|Palácio do Planalto|Polícia Federal|Polícia Militar|Polícia Civil|Ministério Público|Forças Armadas|Petrobras|Vale|Globo|TV Globo|PT|PSD|PL|PP|MDB|PSDB|PSOL|IBGE|Ibama|Fiocruz|Anvisa|Casa Branca|Kremlin|Cruz Vermelha|Banco Central|PSP|GNR|TAP|RTP",
	),
	it: list(
		"UE|Ue|Unione Europea|Unione europea|ONU|Onu|Nazioni Unite|NATO|Nato|OMS|Oms|FMI|Bce|BCE|Norad|Camera|Senato|Palazzo Chigi|Quirinale|Viminale|Farnesina|Cassazione|Corte Costituzionale|Consiglio di Stato|Carabinieri|Guardia di Finanza|Polizia|Confindustria|Cgil|Cisl|Uil|Pd|PD|Lega|Fratelli d'Italia|Forza Italia|Movimento 5 Stelle|M5S|Rai|Mediaset|Eni|Enel|Leonardo|Fincantieri|Banca d'Italia|Bankitalia|Istat|Commissione Europea|Commissione europea|Casa Bianca|Cremlino|Croce Rossa|Tass|Ansa",
	),
	nl: list(
		"EU|Europese Unie|Europese Commissie|VN|Verenigde Naties|NAVO|ECB|Tweede Kamer|Eerste Kamer|VVD|PVV|CDA|D66|GroenLinks|PvdA|SP|BBB|NSC|Raad van State|Hoge Raad|Openbaar Ministerie|OM|KLM|NS|ProRail|ING|ABN Amro|Rabobank|RIVM|CBS|KNMI|NOS|Witte Huis|Kremlin|Rode Kruis",
	),
	no: list(
		"EU|FN|Nato|NATO|VG|NRK|TV 2|Aftenposten|Dagbladet|NTB|Stortinget|Høyre|Arbeiderpartiet|Fremskrittspartiet|Equinor|Telenor|Norsk Hydro|Vy",
	),
	sv: list(
		"EU|FN|Nato|NATO|SVT|TT|Riksdagen|Socialdemokraterna|Moderaterna|Sverigedemokraterna|Ericsson|Vattenfall|SJ",
	),
	tr: list(
		"AK Parti|CHP|MHP|İYİ Parti|DEM Parti|TBMM|Anadolu Ajansı|AA|TRT|THY|Türk Hava Yolları|TCDD|TÜİK|AFAD|Kızılay|BM|AB|Avrupa Birliği|NATO|Galatasaray|Fenerbahçe|Beşiktaş|Trabzonspor",
	),
	ru: list(
		"ЕС|ООН|НАТО|МИД|МВД|ФСБ|МЧС|Госдума|Совет Федерации|Кремль|Минобороны|Газпром|Роснефть|Сбербанк|РЖД|ТАСС|РИА Новости|Интерфакс|Бундестаг",
	),
};
/** Whether a name is that of an organisation, everywhere or in the article's language. */
export const isKnownOrganisation = (name: string, language: string): boolean =>
	ORGANISATIONS.has(name) || (Object.hasOwn(LOCAL, language) && LOCAL[language]?.has(name)) || false;
