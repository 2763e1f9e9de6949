/** What the lines of a forum's post say of who wrote it, and when. */

import { isDateline, mayBeDate } from "../metadata/datelines.ts";
import { readDate } from "../metadata/dates.ts";
import type { LabelledBlock, MarkupContext } from "../page.ts";

/** A line of a post's head or foot. */
export interface Credit {
	readonly author: string | undefined;
	/** Whether a link to the user's page says so, which is surer than what an element is called. */
	readonly isLinked: boolean;
	/** ISO 8601. */
	readonly date: string | undefined;
	/** Whether a `<time>` says so, which is surer than what a line of text holds. */
	readonly isMarked: boolean;
}

/** Longer lines say something of their own. */
const MAX_LINE = 120;
const MAX_NAME = 50;
/** Elements above a line whose names may tell that it is a user's name. */
const NEAR = 3;

/** Where forums keep their users, read off the addresses of Discourse, XenForo, vBulletin, phpBB, Discuz, Flarum, Stack Exchange, Reddit and Hacker News. */
const USER_ADDRESS =
	/(?:^|\/)(?:u|users?|members?|profiles?|people|author|space)(?:[/?=]|-(?:uid|\d))|(?:member(?:list)?|profile|user)\.php|[?&](?:u|uid|un|user_?id|user)=/i;
const USER_NAME =
	/(?:^| )(?:username|user name|nickname|nick|uname|screen name|display name|author name|poster name|member name|handle)(?: |$)/;

/** Dates that aren't the post's: an account's first day, an edit, a last visit. */
const OTHER_DATE =
	/\b(?:joined|registered|member since|edited|modified|updated|last (?:seen|visit|reply|post|activity)|active|registriert|beigetreten|mitglied seit|bearbeitet|inscrit|modifié|editado|registrado)(?!\p{L})|注册|注冊|登录|登錄|编辑|編輯|登録|更新/iu;
const NO_NAME =
	/^(?:[\p{P}\p{S}\p{N}\s]*|.|[\d.,]+\s?(?:[km]\s?\p{L}+|posts?)|(?:reply|share|report|quote|posts?|likes?|joined|location|(?:former )?members?|moderator|admin(?:istrator)?|op|author|edit|advertisement)\b.*)$|\(more\)$/iu;

const isName = (text: string): boolean => text.length <= MAX_NAME && !NO_NAME.test(text) && !mayBeDate(text);

/** Shorter halves that are alike are a name: Jojo. */
const MIN_COPY = 3;

/** The name alone: without hidden copies of it (`annann`), a picture's letter before it (`Aann`), what stands behind a bar. */
function bare(name: string, href = ""): string {
	const [first = name] = name.split(" | ");
	const isAddressed = (text: string): boolean =>
		text !== "" && href.toLowerCase().replace(/\/$/, "").endsWith(`/${text.toLowerCase()}`);
	if (isAddressed(first)) return first;
	const half = first.slice(0, first.length / 2);
	const isCopied = half + half === first && (half.length >= MIN_COPY || isAddressed(half));
	const single = isCopied ? half : first;
	return isAddressed(single.slice(1)) ? single.slice(1) : single;
}

/** Is one of the nearest elements called so? */
function isCalled(markup: MarkupContext | undefined, pattern: RegExp): boolean {
	for (let element = markup, height = 0; element && height < NEAR; element = element.parent, height++)
		if (pattern.test(element.names)) return true;
	return false;
}

function authorOf({ text, links, kind, markup }: LabelledBlock): Pick<Credit, "author" | "isLinked"> {
	// In a post's own text users are mentioned.
	const link = links.find(
		({ href, text }) => USER_ADDRESS.test(href) && isName(text) && !(kind === "body" && text.startsWith("@")),
	);
	if (link) return { author: bare(link.text, link.href), isLinked: true };
	const isNamed = isName(text) && isCalled(markup, USER_NAME);
	return { author: isNamed ? bare(text) : undefined, isLinked: false };
}

/** A line's credit; undefined of one that says neither who nor when. */
export function creditOf(block: LabelledBlock, language: string | undefined): Credit | undefined {
	const { type, text, datetime, kind, linkDensity } = block;
	// A quote tells who wrote another post.
	if (type === "quote" || text.length > MAX_LINE || /[.!?。！？]$/.test(text)) return undefined;
	const isDated = datetime !== undefined || (kind === "body" ? isDateline(text) : mayBeDate(text));
	const isOwn = isDated && !OTHER_DATE.test(text);
	const marked = isOwn ? readDate(datetime ?? "", language) : undefined;
	const date = marked ?? (isOwn ? readDate(text, language) : undefined);
	const credit = { ...authorOf(block), date, isMarked: marked !== undefined };
	// A line of text may link to somebody: one that was kept has to be the link alone, or have a time.
	if (kind === "body" && date === undefined && linkDensity < 1 && credit.isLinked) return undefined;
	return credit.author === undefined && date === undefined ? undefined : credit;
}
