import type { Summary } from "./summary.ts";

/** The key points beside the gist: in the data it is one of them, to readers it has been said by then. */
export const otherPoints = ({ gist, keyPoints }: Pick<Summary, "gist" | "keyPoints">): Summary["keyPoints"] =>
	keyPoints.filter(({ text }) => text !== gist.text);
