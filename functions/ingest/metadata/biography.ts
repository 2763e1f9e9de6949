/** The author's box: `Jane Doe, a Science Writer at Harbour News, covers …` */
import type { Author } from "../../shared/article.ts";
import { ROLE } from "./roles.ts";

/** Who the box is about, and where they work. */
export interface Biography {
	readonly author: Author;
	readonly employer?: string;
}

/** Two to five capitalised words, particles and initials among them, that a sentence opens with. */
const NAME = String.raw`(?<name>\p{Lu}[\p{L}\p{M}.'’-]{0,30}(?:\s(?:(?:de|da|dos|van|von|der|den|la|le|bin|al|el)\s){0,2}\p{Lu}[\p{L}\p{M}.'’-]{0,30}){1,4})`;
/** Up to what ends it: a comma, a clause, the employer. */
const ROLE_TEXT = String.raw`(?<role>[\p{L}\p{M}\d/&'’ -]{3,80}?)`;
const EMPLOYER = String.raw`(?<employer>(?:[Tt]he\s)?\p{Lu}[\p{L}\p{M}\d.&'’-]{0,30}(?:\s(?:(?:of|de|del|du|der|and|&)\s)?\p{Lu}[\p{L}\p{M}\d.&'’-]{0,30}){0,4})`;

/** Roles that are the end of a compound: `Wirtschaftsredakteurin`, `sportverslaggever`. */
const COMPOUND_ROLE =
	/(?:redakt(?:eur|ør|ör)|korrespondent|journalist|reporter|autor|verslaggever|skribent)(?:in)?$/iu;

interface Wording {
	/** Between the name and the role. */
	readonly is: string;
	/** Between the role and the employer. */
	readonly at: string;
}

/** How such boxes put it, by language. */
const WORDINGS: readonly Wording[] = [
	{
		is: "(?:,|\\sis|\\swas|\\sworks as)\\s(?:currently\\s)?(?:an?|the|our)\\s",
		at: "at|for|with|from|on|of|in",
	},
	{
		is: "(?:,\\s|\\sist\\s|\\sarbeitet als\\s)(?:(?:freie[rn]?|ein|eine)\\s)?",
		at: "bei|für|beim|bei der|von|im|der|des",
	},
	{ is: "(?:,\\s|\\sest\\s)(?:(?:une?|la|le)\\s)?", at: "à|au|chez|pour|de|du" },
	{ is: "(?:,\\s|\\ses\\s)(?:(?:una?|la|el)\\s)?", at: "en|de|del|para" },
	{ is: "(?:,\\s|\\sé\\s|\\sè\\s)(?:(?:uma?|una?|o|a)\\s)?", at: "em|no|na|do|da|para|di|per|presso|a|del" },
	{ is: "(?:,\\s|\\sis\\s|\\när\\s|\\ser\\s)(?:(?:een|en|ett)\\s)?", at: "bij|van|på|för|hos|i" },
];

const SENTENCES: readonly RegExp[] = WORDINGS.map(
	({ is, at }) =>
		new RegExp(
			`^${NAME}${is}${ROLE_TEXT}(?:\\s(?:${at})\\s${EMPLOYER}|\\s(?:who|and|with|where|und|et|y|e|en)\\s|[,.;:(]|$)`,
			"u",
		),
);
/** Longest opening that is read. */
const MAX_OPENING = 300;

const isRole = (text: string): boolean => ROLE.test(text) || COMPOUND_ROLE.test(text);

/** Undefined unless the text opens with a name and what that person does. */
export function readBiography(text: string): Biography | undefined {
	const opening = text.slice(0, MAX_OPENING);
	for (const sentence of SENTENCES) {
		const { name, role, employer } = sentence.exec(opening)?.groups ?? {};
		if (name === undefined || role === undefined || !isRole(role.trim())) continue;
		return {
			author: { name, role: role.trim() },
			...(employer !== undefined && { employer: employer.replace(/\.$/, "") }),
		};
	}
	return undefined;
}
