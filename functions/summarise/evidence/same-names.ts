/** One person, place or institution under names that share no beginning. By hand; in English where nothing is said. */
import { SAME_ORGANISATION, SAME_PLACE } from "../extractive/entities/tables/places.ts";
import { bareWord } from "./bare-word.ts";

/** Countries whose people and things have another stem than the country. The others are known by their beginning. */
const NATIONS: readonly (readonly string[])[] = [
	["Britain", "British", "Briton", "Britons", "UK", "U.K."],
	["China", "Chinese"],
	["Cyprus", "Cypriot", "Cypriots"],
	["Denmark", "Danish", "Dane", "Danes"],
	["Finland", "Finnish", "Finn", "Finns"],
	["France", "French", "Frenchman", "Frenchwoman"],
	["Greece", "Greek", "Greeks"],
	["Ireland", "Irish", "Irishman"],
	["Lebanon", "Lebanese"],
	["Netherlands", "Holland", "Dutch"],
	["Norway", "Norwegian", "Norwegians"],
	["Philippines", "Philippine", "Filipino", "Filipinos", "Filipina"],
	["Poland", "Polish", "Pole", "Poles"],
	["Portugal", "Portuguese"],
	["Scotland", "Scottish", "Scot", "Scots"],
	["Spain", "Spanish", "Spaniard", "Spaniards"],
	["Switzerland", "Swiss"],
	["Thailand", "Thai", "Thais"],
	["Wales", "Welsh"],
];

/** Short given names that don't begin the long one. */
const NICKNAMES: readonly (readonly string[])[] = [
	["Anthony", "Tony"],
	["Charles", "Chuck", "Charlie"],
	["David", "Dave"],
	["Edward", "Ted", "Ned"],
	["Elizabeth", "Liz", "Beth", "Betty"],
	["Henry", "Harry"],
	["James", "Jim", "Jimmy", "Jamie"],
	["John", "Jack", "Johnny"],
	["Katherine", "Catherine", "Kate", "Cathy", "Kathy"],
	["Lawrence", "Larry"],
	["Margaret", "Maggie", "Peggy"],
	["Michael", "Mike", "Mick"],
	["Nicholas", "Nick"],
	["Richard", "Dick", "Rick"],
	["Robert", "Bob", "Bobby", "Rob"],
	["Stephen", "Steven", "Steve"],
	["Theodore", "Ted"],
	["Thomas", "Tom", "Tommy"],
	["William", "Bill", "Billy", "Will"],
];

/** Offices by their letters. */
const OFFICES: readonly (readonly string[])[] = [
	["Prime Minister", "PM"],
	["chief executive", "CEO"],
	["Member of Parliament", "MP"],
];

/** The states of the United States as newspapers shorten them (Associated Press). */
const STATES: readonly (readonly string[])[] =
	"Ala Alabama,Ariz Arizona,Ark Arkansas,Calif California,Colo Colorado,Conn Connecticut,Del Delaware,Fla Florida,Ga Georgia,Ill Illinois,Ind Indiana,Kan Kansas,Ky Kentucky,La Louisiana,Md Maryland,Mass Massachusetts,Mich Michigan,Minn Minnesota,Miss Mississippi,Mo Missouri,Mont Montana,Neb Nebraska,Nev Nevada,Okla Oklahoma,Ore Oregon,Pa Pennsylvania,Tenn Tennessee,Vt Vermont,Va Virginia,Wash Washington,Wis Wisconsin,Wyo Wyoming"
		.split(",")
		.map((pair) => pair.split(" "));

/** All names of the same, by each of them as it is compared. */
export const SAME: ReadonlyMap<string, readonly string[]> = [
	...SAME_PLACE,
	...SAME_ORGANISATION,
	...NATIONS,
	...NICKNAMES,
	...OFFICES,
	...STATES,
].reduce((same, names) => {
	for (const name of names) same.set(bareWord(name), [...(same.get(bareWord(name)) ?? []), ...names]);
	return same;
}, new Map<string, readonly string[]>());

/** What a country's name loses before the ending of its people: "Bulgari-a", "Turk-ey", "Engl-and", "Afghan-istan". */
const LAND = /(?:istan|land|and|ey|um|en|ia|a|y|o)$/;
/** The endings of peoples and of what is theirs. */
const PEOPLE = /^(?:i|ic|ia|ian|ial|ean|an|n|ese|ish|er)?(?:s|n|ns|ans)?$/;
const SHORTEST = 4;
/** Two countries, one stem. */
const AMBIGUOUS: ReadonlySet<string> = new Set(["niger", "dominica", "guinea"]);

/** Whether a word is of the people of a country: "Bangladeshi" of "Bangladesh", not "Australian" of "Austria". */
export function isOfPeople(word: string, country: string): boolean {
	if (AMBIGUOUS.has(country)) return false;
	for (const stem of [country, country.replace(/[ay]$/, ""), country.replace(LAND, "")])
		if (stem.length >= SHORTEST && word.startsWith(stem) && PEOPLE.test(word.slice(stem.length))) return true;
	return false;
}
