/** The topics of a page without markup: its front matter's, a labelled line's, a list's behind the body. */
import type { LabelledBlock, PageHead } from "../page.ts";
import { frontMatterOf } from "./front-matter.ts";
import { TOPIC_HEADINGS } from "./text-names.ts";
import { essence, type Finding, plainText } from "./values.ts";

const MAX_TOPICS = 40;
const MAX_TOPIC = 60;
/** A list of the article's topics stands at most this many blocks behind its body; a site's menu stands further. */
const MAX_TOPICS_DISTANCE = 15;

const TOPIC_HEADING = new RegExp(`^(?:${TOPIC_HEADINGS})\\s?:?$`, "iu");

/** The list behind the body that a heading calls the article's topics. */
function listedTopics(labelled: readonly LabelledBlock[]): readonly string[] {
	const end = labelled.findLastIndex(({ kind }) => kind === "body");
	const heading = labelled.findIndex(
		({ kind, text }, at) =>
			at > end && at <= end + MAX_TOPICS_DISTANCE && kind !== "body" && TOPIC_HEADING.test(text),
	);
	if (heading < 0) return [];
	const kind = labelled[heading]?.kind;
	const below = labelled.slice(heading + 1);
	const stop = below.findIndex(
		(block) => block.kind !== kind || block.type === "heading" || block.text.length > MAX_TOPIC,
	);
	return below.slice(0, stop < 0 ? undefined : stop).map(({ text }) => text);
}

/** `lines` are the values of lines labelled as topics. */
export function readTextTopics(
	head: PageHead,
	labelled: readonly LabelledBlock[],
	lines: readonly string[],
): Finding<readonly string[]> | undefined {
	const tries = [
		{ source: "front-matter", values: frontMatterOf(head, "topics") },
		{ source: "visible", values: lines },
		{ source: "visible", values: listedTopics(labelled) },
	] as const;
	for (const { source, values } of tries) {
		const topics = new Map<string, string>();
		for (const part of values.flatMap((value) => value.split(/[,;，、|#]/))) {
			const topic = plainText(part);
			if (topic !== "" && topic.length <= MAX_TOPIC && !topics.has(essence(topic)))
				topics.set(essence(topic), topic);
		}
		if (topics.size > 0) return { value: [...topics.values()].slice(0, MAX_TOPICS), source };
	}
	return undefined;
}
