import type { EntityType } from "../../../shared/summary.ts";

/** What stands directly beside a name and says what it is. */
interface Cues {
	/** The text that ends directly before the name. */
	readonly before: RegExp;
	/** The text that begins directly behind it. */
	readonly behind: RegExp;
}

const NEVER = /(?!)/;

/**
 * English, where a common noun stands before its name ("the company Acme", "the port of Brill"); the others
 * have the same only for places. Source: written for this project.
 */
const CUES: Readonly<Record<string, Readonly<Partial<Record<EntityType, Cues>>>>> = {
	en: {
		organisation: {
			before:
				/(?<!\p{L})(?:company|firm|start-?up|retailer|manufacturer|carmaker|automaker|chipmaker|supplier|developer|publisher|operator|airline|bank|insurer|broadcaster|newspaper|magazine|charity|agency|consultancy|think-?tank|union|regulator|nonprofit|non-profit|subsidiary|rival) $|(?<!\p{L})(?:CEO|chief executive|co-?founder|founder|chairman|chairwoman|spokes(?:man|woman|person)|shares|subsidiary|employees|headquarters) (?:of|for|at|in) $/u,
			behind:
				/^(?:['’]s? (?:CEO|chief executive|co-?founder|founder|chairman|chairwoman|spokes(?:man|woman|person)|shares|shareholders|investors|employees|headquarters|board|customers|subsidiary|management|revenue|stock|earnings|profits?)|, (?:the|a|an) (?:[\p{L}-]+ ){0,4}(?:company|firm|start-?up|retailer|manufacturer|carmaker|agency|charity|bank|airline|publisher|nonprofit|non-profit|think-?tank))(?!\p{L})/u,
		},
		place: {
			before:
				/(?<!\p{L})(?:city|town|village|port|island|river|district|county|province|region|state|suburb|municipality|valley|coast|streets|outskirts|neighbou?rhood) of $|(?<!\p{L})(?:city|town|village|island|suburb|neighbou?rhood) $/u,
			behind:
				/^, (?:a|the) (?:[\p{L}-]+ ){0,3}(?:city|town|village|suburb|island|district|neighbou?rhood)(?!\p{L})/u,
		},
	},
	de: {
		organisation: {
			before:
				/(?<!\p{L})(?:Firma|Unternehmen|Konzern|Hersteller|Verein|Verlag|Start-?up|Gewerkschaft|Partei|Nachrichtenagentur|Zeitung|Bank|Fluggesellschaft|Kette) „?$/u,
			behind: NEVER,
		},
		place: {
			before:
				/(?<!\p{L})(?:Stadt|Gemeinde|Hansestadt|Kleinstadt|Nachbarstadt|Hauptstadt|Ortschaft|Ort|Dorf|Insel|Landkreis|Kreis|Bezirk|Stadtteil|Region|Provinz) $/u,
			behind: NEVER,
		},
	},
	fr: {
		place: {
			before: /(?<!\p{L})(?:ville|village|île|commune|province|région|port) (?:de |d['’])$/u,
			behind: NEVER,
		},
	},
	es: {
		place: {
			before: /(?<!\p{L})(?:ciudad|pueblo|isla|municipio|provincia|región|puerto) de $/u,
			behind: NEVER,
		},
	},
	pt: {
		place: { before: /(?<!\p{L})(?:cidade|vila|ilha|município|província|região|porto) de $/u, behind: NEVER },
	},
	it: {
		place: { before: /(?<!\p{L})(?:città|paese|isola|comune|provincia|regione|porto) di $/u, behind: NEVER },
	},
	nl: { place: { before: /(?<!\p{L})(?:stad|dorp|eiland|gemeente|provincie|haven van) $/u, behind: NEVER } },
};

/** What the words around a name say that it is; nothing for most. */
export function typeByCues(before: string, behind: string, language: string): EntityType | undefined {
	const cues = Object.hasOwn(CUES, language) ? CUES[language] : undefined;
	if (!cues) return undefined;
	if (cues.organisation?.before.test(before) || cues.organisation?.behind.test(behind)) return "organisation";
	return cues.place?.before.test(before) || cues.place?.behind.test(behind) ? "place" : undefined;
}

/** German nouns that a name follows without a comma, with capitals of their own; they are no part of it. */
const GERMAN_NOUNS: ReadonlyMap<string, EntityType> = new Map<string, EntityType>([
	...`Stadt Gemeinde Hansestadt Kleinstadt Nachbarstadt Hauptstadt Ortschaft Dorf Insel Landkreis Kreis Bezirk Stadtteil Region
	Provinz Bundesland`
		.split(/\s+/)
		.map((noun) => [noun, "place"] as const),
	...`Firma Unternehmen Konzern Hersteller Verlag Gewerkschaft Nachrichtenagentur Zeitung Fluggesellschaft Autobauer Onlinehändler
	Softwarekonzern Energiekonzern Zulieferer Versicherer Netzbetreiber`
		.split(/\s+/)
		.map((noun) => [noun, "organisation"] as const),
]);

/** What the German noun that opens a run of capitals says of the rest of it. */
export const typeByNoun = (noun: string): EntityType | undefined => GERMAN_NOUNS.get(noun);
