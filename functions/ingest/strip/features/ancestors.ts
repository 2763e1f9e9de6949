import type { Outline } from "../outline.ts";
import type { FeatureGroup } from "./survey.ts";

/** Elements whose distance above a block tells something. */
const LANDMARKS = [
	["article"],
	["main"],
	["aside", "footer"],
	["header", "nav"],
	["form", "button", "label"],
	["figure", "figcaption", "picture"],
	["table"],
	["ul", "ol", "dl"],
	["blockquote"],
	["a"],
	["section"],
	["p"],
] as const;

const TAG_NUMBERS: ReadonlyMap<string, number> = new Map(
	"p div li span h1 h2 h3 h4 h5 h6 td a section article figcaption time button label strong b em blockquote dd dt header footer pre code center font body table"
		.split(" ")
		.map((tag, number) => [tag, number]),
);

/** Where there is none above. */
const FAR = 40;

const LANDMARK_OF: ReadonlyMap<string, number> = new Map(
	LANDMARKS.flatMap((tags, landmark) => tags.map((tag): [string, number] => [tag, landmark])),
);

/** The last distance is to an element that is named as an article's text. */
const DISTANCES = LANDMARKS.length + 1;

/** Distances of each element to the nearest landmark of each sort, itself included: a row an element. */
function distances(outline: Outline): Uint8Array {
	const { elements, parent, signature, namesBody } = outline;
	const found = new Uint8Array(parent.length * DISTANCES).fill(FAR);
	for (let e = 1; e < parent.length; e++) {
		const [own, above] = [e * DISTANCES, (parent[e] ?? 0) * DISTANCES];
		for (let d = 0; d < DISTANCES; d++) found[own + d] = Math.min(FAR, (found[above + d] ?? FAR) + 1);
		const landmark = LANDMARK_OF.get(elements[e]?.tag ?? "");
		if (landmark !== undefined) found[own + landmark] = 0;
		if (namesBody[signature[e] ?? 0]) found[own + LANDMARKS.length] = 0;
	}
	return found;
}

/** Which tags stand above a block. */
export const ancestorFeatures: FeatureGroup = {
	names: ["tag", "parentTag", "depth", "hidden", ...LANDMARKS.map(([tag]) => `to_${tag}`), "to_body"],
	measure: ({ outline }) => {
		const { elements, signature, signatures, parent, of, depth } = outline;
		const toLandmarks = distances(outline);
		const tagOf = signatures.map((element) => TAG_NUMBERS.get(element?.tag ?? "") ?? -1);
		const tags = signature.map((s) => tagOf[s] ?? -1);
		return (i, row, at) => {
			const e0 = of[i] ?? 0;
			const e1 = parent[e0] ?? 0;
			row[at++] = tags[e0] ?? -1;
			row[at++] = tags[e1] ?? -1;
			row[at++] = depth[e0] ?? 0;
			row[at++] = elements[e0]?.hidden ? 1 : 0;
			for (let d = 0; d < DISTANCES; d++) row[at++] = toLandmarks[e0 * DISTANCES + d] ?? FAR;
		};
	},
};
