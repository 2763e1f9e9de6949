import { Parser } from "htmlparser2";

/** Elements that don't begin a line: HTML's phrasing content that holds text. */
const INLINE: ReadonlySet<string> = new Set(
	"a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby s samp small span strike strong sub sup time tt u var wbr".split(
		" ",
	),
);

/** Elements whose text nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set(["script", "style", "noscript", "template", "title"]);

/** A peer's answer in HTML as text: every block on lines of its own. */
export function htmlText(html: string): string {
	let text = "";
	let unseen = 0;
	const parser = new Parser({
		onopentagname(tag) {
			if (UNSEEN.has(tag)) unseen++;
			if (!INLINE.has(tag)) text += "\n";
		},
		ontext(data) {
			if (unseen === 0) text += data;
		},
		onclosetag(tag) {
			if (UNSEEN.has(tag)) unseen--;
			if (!INLINE.has(tag)) text += "\n";
		},
	});
	parser.end(html);
	return text.replace(/[ \t]*\n\s*/g, "\n").trim();
}
