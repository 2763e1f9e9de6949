import type { PageHead } from "../../page.ts";
import type { FeatureGroup } from "./survey.ts";

/** Words in a row that make text the same. */
const SHINGLE = 4;
/** Of a text, so much is compared. */
const MAX_TOKENS = 60;
const MAX_GUIDE_TOKENS = 50_000;
/** A shorter `articleBody` is a summary. */
const MIN_GUIDE = 300;

/** Hashes of a text's words; of scripts without spaces, of its characters. */
function tokensOf(text: string, limit: number): Int32Array {
	const tokens = new Int32Array(Math.min(limit, text.length));
	let count = 0;
	let hash = 0;
	for (let i = 0; i <= text.length && count < tokens.length; i++) {
		const c = i < text.length ? text.charCodeAt(i) : 32;
		const isDense = c >= 0x2e80 && c <= 0xd7ff;
		if ((c >= 97 && c <= 122) || (c >= 48 && c <= 57) || (c > 0xbf && c < 0x2000))
			hash = (Math.imul(hash, 31) + c) | 0;
		else if (c >= 65 && c <= 90) hash = (Math.imul(hash, 31) + c + 32) | 0;
		else {
			if (hash !== 0) tokens[count++] = hash;
			hash = 0;
			if (isDense && count < tokens.length) tokens[count++] = c;
		}
	}
	return tokens.subarray(0, count);
}

/** Hashes of the tokens in a row; of fewer tokens than that, of all of them. */
function shinglesOf(tokens: Int32Array, visit: (shingle: number) => void): number {
	const size = Math.min(SHINGLE, tokens.length);
	if (size === 0) return 0;
	for (let i = 0; i + size <= tokens.length; i++) {
		let hash = size;
		for (let j = 0; j < size; j++) hash = (Math.imul(hash, 0x01000193) ^ (tokens[i + j] ?? 0)) | 0;
		visit(hash);
	}
	return tokens.length - size + 1;
}

function shingleSet(text: string, limit: number): ReadonlySet<number> {
	const set = new Set<number>();
	shinglesOf(tokensOf(text, limit), (shingle) => set.add(shingle));
	return set;
}

/** The body that the page declares to search engines. */
const declaredBody = ({ jsonLd }: PageHead): string =>
	jsonLd
		.map((node) => (Object.hasOwn(node, "articleBody") ? node.articleBody : undefined))
		.find((value): value is string => typeof value === "string" && value.length >= MIN_GUIDE) ?? "";

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** How much of a block the page says elsewhere of itself. */
export const headFeatures: FeatureGroup = {
	names: "inTitle titleIn inDescription inGuide guided".split(" "),
	measure: ({ page: { head, blocks } }) => {
		const title = new Set(tokensOf(head.meta.get("og:title")?.[0] ?? head.title ?? "", MAX_TOKENS));
		const description = shingleSet(
			["description", "og:description"].map((name) => head.meta.get(name)?.[0] ?? "").join(" "),
			MAX_TOKENS,
		);
		const guide = shingleSet(declaredBody(head), MAX_GUIDE_TOKENS);
		return (i, row, at) => {
			const tokens = tokensOf(blocks[i]?.text ?? "", MAX_TOKENS);
			let common = 0;
			for (const token of tokens) if (title.has(token)) common++;
			let described = 0;
			let guided = 0;
			const shingles = shinglesOf(tokens, (shingle) => {
				if (description.has(shingle)) described++;
				if (guide.has(shingle)) guided++;
			});
			row[at++] = share(common, tokens.length);
			row[at++] = tokens.length > 60 ? 0 : share(common, title.size);
			row[at++] = share(described, shingles);
			row[at++] = guide.size === 0 ? -1 : share(guided, shingles);
			row[at++] = Math.log1p(guide.size);
		};
	},
};
