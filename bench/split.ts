/**
 * Which part of the data a host belongs to. Fixed by the host's name alone, so that no host is in two parts,
 * in any set: what is learned comes from `train`, what is chosen is chosen on `validate`, and `test` is only
 * measured.
 */
import { createHash } from "node:crypto";

/** A part of the data. */
export type Part = "train" | "validate" | "test";

/** Public suffixes of two labels that occur in the data: `bbc.co.uk` is one host, not a part of `co.uk`. */
const TWO_LABEL_SUFFIX = /\.(?:com?|org|net|gov|edu|ac|or|ne|go|gob|nic)\.[a-z]{2}$/;

/** `https://www.news.example.co.uk/a` → `example.co.uk`. */
export const siteOf = (host: string): string => {
	const labels = host.toLowerCase().replace(/:\d+$/, "").split(".");
	return labels.slice(TWO_LABEL_SUFFIX.test(host.toLowerCase()) ? -3 : -2).join(".");
};

/** 65% of the sites are for training, 15% for choosing, 20% for testing. */
export const partOf = (host: string): Part => {
	const bucket = createHash("sha256").update(siteOf(host)).digest().readUInt16BE(0) % 100;
	return bucket < 20 ? "test" : bucket < 35 ? "validate" : "train";
};
