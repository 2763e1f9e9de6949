/** Reads the names in a byline. */
import type { Author } from "../../shared/article.ts";
import {
	ACCOUNT,
	AT_AGENCY,
	BY,
	CJK_BYLINE,
	CJK_ROLE,
	DID_SOMETHING_ELSE,
	GLUED,
	IS_LOWER_AGENCY,
	KOREAN_BYLINE,
	LABEL,
	NAME_ENDS,
	NAMES,
	NO_NAME,
	OPENING,
	OUR,
	POSTED,
	WITH_AGENCIES,
	WROTE,
} from "./byline-words.ts";
import { ROLE } from "./roles.ts";
import { plainText } from "./values.ts";

const MAX_NAME = 80;
const MAX_WORDS = 7;
const MAX_BYLINE = 300;
const MAX_AUTHORS = 20;

/** Account names of content systems, and labels left empty. */
const NOBODY =
	/^(?:admin|administrator|webmaster|root|user|null|undefined|none|n\/a|unknown|anonymous|guest|gast|no author|authors?|autor(?:in|en)?|artikel|by|published by|posted by|von|topic|about the author|read more|more|share|follow|subscribe|home|menu|login|sign in|updated|published|comments?|.*を.*|.*記事.*|フォロー|.*(?:更新|公開|配信|掲載|发布|發布|入力|입력|수정)|政治|社会|社會|国際|國際|国际|経済|經濟|经济|财经|財經|国内|國內|地方|地域|文化|科学|科學|科技|体育|體育|运动|娱乐|娛樂|生活|時政|时政|要闻|要聞|焦點|新聞|新闻|速報|記事|写真|정치|경제|사회|국제|문화|스포츠|연예|전국|뉴스|사진|[^\p{L}\p{N}]*)$/iu;

/** Addresses, numbers, times, code. */
const NEVER_NAME = /https?:|www\.|\S@\S|\[at\]|\d{6}|[<>{}=]|:\d\d|\b(?:19|20)\d\d\b/;

/** A name as someone has it: no address, no sentence, some letters. */
const isName = (name: string): boolean =>
	name.length >= 2 &&
	name.length <= MAX_NAME &&
	// A particle ("von", "da") alone is what is left of something else.
	(/[\p{Lu}\p{Lo}]|\p{L}{4}|\p{L}.*\d/u.test(name) || IS_LOWER_AGENCY.test(name)) &&
	!NEVER_NAME.test(name) &&
	name.split(" ").length <= MAX_WORDS &&
	!NOBODY.test(name) &&
	!NO_NAME.test(name);

/** What is no part of a name at its ends. */
const trimName = (name: string): string =>
	name
		.replace(/\s?\([^)]{0,60}\)\s?$/, "")
		.replace(/^[\s,.:–—•·|/-]+|[\s,:–—|•·/-]+$/g, "")
		.replace(/^@/, "")
		.replace(CJK_ROLE, "")
		// `<span>By</span><a>Ann Doe</a>`
		.replace(/^(?:by|von|par|por)(?=\p{Lu})|^(?:By){1,2}(?=\p{Lu}\p{Ll}|\p{Lu}\.)/u, "");

/** Where one name ends and the next begins, whatever they are. */
const MARK =
	/\s?(?:[;|•·、，]|\s[–—/-]\s|,(?!\s?(?:Jr|Sr|I{2,3}|M\.?D|Ph\.?D|Psy\.?D|Pharm\.?D|Ed\.?D|J\.?D|D\.?O|DVM|DDS|Esq|CPA|CFA|CFP|CPP|CSCS|DPT|FACP|LCSW|LD|MS|MSc|MBA|MPH|NP|PSP|RD|RDN|RN)\b))\s?|(?<=\p{Ll})\/(?=\p{Lu})/u;
/** The same, if these are names. */
const AND = /\s(?:and|und|et|y|e|en|och|og|i|&|\+|with|и|та|і|και|と|és|ve|và|dan|oraz|și|और|এবং|และ)\s/iu;

const PERSON =
	/^(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:de|da|di|dos|del|van|von|der|den|la|le|el|al|bin|ibn|ben|ter)\b)(?:\s|$)/u;

/** `Ann Doe and Li Wei` are two, `Ortega y Gasset` and `Forest and Game` are one. */
function splitPair(part: string): readonly string[] {
	const [left = "", right, ...rest] = part.split(AND);
	if (right === undefined) return [part];
	const [a, b] = [left.trim().split(" ").length, right.trim().split(" ").length];
	const areNames =
		PERSON.test(left) &&
		PERSON.test(right) &&
		!/\s(?:für|for|of|the|zur|des)\s/u.test(left) &&
		(a === b || (b > 1 && b < 5)) &&
		a < 6;
	if (!areNames || (a === 1 && b === 1)) return [part];
	return [left, ...splitPair([right, ...rest].join(" and "))];
}

/** E-mail addresses and handles behind a name. */
const ADDRESS = /(?<=[\s(])[\w.+-]{1,60}@[\w.-]{2,60}\)?|(?<=\p{L}\s)\(?@\w{2,30}\)?/gu;

/** `Jane Doe, Science Editor, and Li Wei` → two authors, the first with her role. */
export function readNames(text: string): readonly Author[] {
	const authors: Author[] = [];
	for (const part of plainText(text)
		.slice(0, MAX_BYLINE)
		.replace(ADDRESS, ";")
		.replace(WITH_AGENCIES, "")
		.replace(GLUED, "; ")
		.split(MARK)
		.flatMap((part) => part?.split(AT_AGENCY) ?? [])
		.slice(0, 2 * MAX_AUTHORS))
		for (const one of splitPair(
			trimName(part ?? "").replace(/^(?:and|und|et|y|e|by|von|par|por|with)\s/iu, ""),
		)) {
			const { name, role } = withoutRole(trimName(one.replace(NAME_ENDS, "")));
			const last = authors.at(-1);
			if (last && role === undefined && ROLE.test(name))
				authors.splice(-1, 1, { ...last, role: last.role ?? name });
			else if (isName(name)) authors.push({ name: readable(name), ...(role !== undefined && { role }) });
		}
	return authors;
}

const RANK =
	/^(?:senior|staff|chief|executive|managing|deputy|associate|assistant|contributing|freelance|political|lead|special|guest|editor|reporter|correspondent|writer|columnist|contributor|journalist|producer|analyst|redakteur|redakteurin|journalistin|muhabiri|yazarı)$/iu;

/** `Ann Doe Senior Harbour Reporter` → Ann Doe, with her role. */
function withoutRole(text: string): Author {
	const words = text.split(" ");
	if (words.length < 3 || !ROLE.test(text)) return { name: text };
	const rank = words.findIndex((word) => RANK.test(word));
	// "Harbour staff reporter", "Letters to the Editor", "Science X staff"
	if (
		rank < 2 ||
		/^(?:the|to)$/iu.test(words[rank - 1] ?? "") ||
		/^staff$/u.test(words.slice(rank).join(" "))
	)
		return { name: text };
	return { name: words.slice(0, rank).join(" "), role: words.slice(rank).join(" ") };
}

/** Agencies and broadcasters whose capitals are their name. */
const ACRONYM =
	/^(?:[^aeiouyAEIOUY]+|AFP|DPA|DAPD|AAP|ANSA|APA|AP|EFE|ANI|IANS|APTN|ABC|NPR|AMC|UPI|USA|UK|UN|EU|NASA|NATO|STAFF|ARD|ORF|[IVX]+|(?:\p{Lu}\.)+)$/u;

/** Names in capitals are read as names: `ANN DOE-LEE` → `Ann Doe-Lee`. */
function readable(name: string): string {
	const words = name.split(" ");
	if (words.length < 2 || name.length < 6 || !/\p{Lu}/u.test(name) || /\p{Ll}/u.test(name)) return name;
	return words
		.map((word) =>
			ACRONYM.test(word)
				? word
				: word.replace(/(\p{Lu})([\p{Lu}\p{M}]+)/gu, (_, a: string, b: string) => a + b.toLowerCase()),
		)
		.join(" ");
}

/** An address, whole or without its scheme: of an account, of an author's page. */
const IS_ADDRESS = /^(?:https?:|www\.|\/)\S*$|^[^\s/]{1,100}\.[^\s/]{1,100}\/\S*$/i;

/** A declared author: a name, or a byline with "by" before it. */
export function readByline(text: string): readonly Author[] {
	const line = plainText(text).slice(0, MAX_BYLINE);
	if (IS_ADDRESS.test(line)) return [];
	const reporters = CJK_BYLINE.exec(line)?.[1];
	if (reporters !== undefined) return readNames(reporters);
	return readNames(
		line
			.replace(LABEL, "")
			.replace(
				/^(?:(?:written|words|story|text|reported|posted|published|report)\s)?(?:by|von|vom|par|por|di|door|av|af|przez|от|autor|author)[\s:]+/iu,
				"",
			),
	);
}

/** What JSON-LD or a `<meta>` says is the author, be it an account's name or the newsroom's. */
export function readDeclared(text: string): readonly Author[] {
	const authors = readByline(text);
	if (authors.length > 0) return authors;
	const name = trimName(plainText(text));
	const mayBe =
		name.length > 1 && name.length <= MAX_NAME && /\p{L}/u.test(name) && name.split(" ").length < 4;
	return mayBe && !NOBODY.test(name) && !NEVER_NAME.test(name) && !IS_ADDRESS.test(name) ? [{ name }] : [];
}

/** How a line on the page says who wrote. */
export interface Worded {
	readonly authors: readonly Author[];
	readonly how: "label" | "opening" | "within";
}

/** The names that stand right at the beginning of a text; `onze redacteur Piet Haven` is one. */
function namesAt(line: string, mayBeAccount: boolean): readonly Author[] {
	const text = line.replace(OUR, "");
	const names = NAMES.exec(text)?.[0];
	if (names !== undefined) return readNames(names.replace(/\.$/, ""));
	const account = mayBeAccount ? ACCOUNT.exec(text)?.[1] : undefined;
	// "By using this site on …"
	return account === undefined || account.length < 3 || /\p{L}{3}ing$/u.test(account)
		? []
		: readNames(account);
}

/** The authors that a line names in words: `Text: Ann Doe`, `By Ann Doe`, `Posted on May 3 by Ann Doe`. */
export function readWorded(text: string): Worded | undefined {
	const label = LABEL.exec(text)?.[0];
	if (label !== undefined) {
		const authors = namesAt(text.slice(label.length), true);
		return authors.length > 0 ? { authors, how: "label" } : undefined;
	}
	const opening = OPENING.exec(text)?.[0];
	if (opening !== undefined) {
		const authors = namesAt(text.slice(opening.length), true);
		if (authors.length > 0) return { authors, how: "opening" };
	}
	// Most lines have none, which is told in less time than it takes to look for all.
	for (const match of text.search(BY) < 0 ? [] : text.matchAll(BY)) {
		const before = text.slice(0, match.index).trimEnd();
		if (DID_SOMETHING_ELSE.test(before)) continue;
		const parted =
			before === "" || WROTE.test(before) || POSTED.test(before) || /[\d|•·—–:)»,]$|\bUhr$/u.test(before);
		const authors =
			parted || /^by/i.test(match[0]) ? namesAt(text.slice(match.index + match[0].length), parted) : [];
		const opens = before === "" || WROTE.exec(before)?.[0] === before;
		if (authors.length > 0) return { authors, how: opens ? "opening" : "within" };
	}
	const cjk = CJK_BYLINE.exec(text)?.[1] ?? KOREAN_BYLINE.exec(text)?.[1];
	return cjk === undefined ? undefined : { authors: readNames(cjk), how: "opening" };
}
