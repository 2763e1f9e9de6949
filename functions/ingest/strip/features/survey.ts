import { CONTAINERS } from "../../html/elements.ts";
import type { Page } from "../../page.ts";
import { type Outline, outlineOf } from "../outline.ts";
import { type RuleLabel, ruleLabels } from "../rules.ts";
import { type Looks, looksOf } from "./looks.ts";
import { measurePage } from "./page-facts.ts";
import { type Beginnings, beginningsOf } from "./tokens.ts";

/** What a logistic regression gave each bucket. */
export interface Sound {
	readonly base: number;
	/** What one step of the weights counts. */
	readonly scale: number;
	readonly weights: Int8Array;
}

/** What is listened to: names on all pages, names where pages that aren't articles count most, and text. */
export interface Sounds {
	readonly names: Sound;
	readonly elsewhere: Sound;
	readonly words: Sound;
}

/** A page with what was found out about it before its blocks are judged. */
export interface Survey {
	readonly page: Page;
	readonly outline: Outline;
	/** The nearest container of each element, itself included. */
	readonly containers: Int32Array;
	readonly looks: Looks;
	/** The first words of each block. */
	readonly beginnings: Beginnings;
	/** What the rules say of each block. */
	readonly rules: readonly RuleLabel[];
	/** How names and words are listened to. */
	readonly sounds: Sounds;
	/** What kind of page it is, in numbers. */
	readonly facts: Float32Array;
}

/** The nearest container of each element, itself included. */
function containersOf({ elements, parent }: Outline): Int32Array {
	const found = new Int32Array(parent.length);
	for (let e = 1; e < parent.length; e++)
		found[e] = CONTAINERS.has(elements[e]?.tag ?? "") ? e : (found[parent[e] ?? 0] ?? 0);
	return found;
}

/** Looks at a page as a whole. */
export function surveyOf(page: Page, sounds: Sounds): Survey {
	const outline = outlineOf(page.blocks);
	const survey = {
		page,
		outline,
		containers: containersOf(outline),
		looks: looksOf(outline),
		beginnings: beginningsOf(outline.units, outline.starts),
		rules: ruleLabels(page, outline),
		sounds,
	};
	return { ...survey, facts: measurePage(survey) };
}

/** Writes a block's features of one group into a row, from `at` on. */
export type Fill = (block: number, row: Float32Array, at: number) => void;

/** Features that are measured together. */
export interface FeatureGroup {
	readonly names: readonly string[];
	/** Looks at the whole page once, so that each block costs little. */
	readonly measure: (survey: Survey) => Fill;
}
