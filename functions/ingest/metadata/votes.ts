/**
 * What each trait of a candidate says for or against its being the title or the authors: made by
 * bench/train/metadata/run.sh from the `train` and `validate` sites (docs/model-card.md).
 */
import type { AuthorTrait, TitleTrait } from "./traits.ts";

/** Votes for a title. */
export const TITLE_VOTES: Readonly<Record<TitleTrait, number>> = {
	begins: 0.8,
	card: 0.2,
	document: -0.6,
	ends: 1.3,
	"few words": -0.7,
	"first heading": 2.3,
	"heading against json-ld": -0.7,
	"heading against news": -1.4,
	"heading below the text": -1.9,
	"heading in furniture": -1.5,
	"json-ld": 0.1,
	"later heading": 1.7,
	"linked heading": -0.5,
	"lower heading": 1.8,
	"news declared alike": -0.7,
	"news json-ld": 0.6,
	"one word": -0.8,
	"only shown": -1.5,
	"open graph": 1.5,
	"shares words": 1.0,
	"without its last part": -0.5,
};

/** Votes for the authors. */
export const AUTHOR_VOTES: Readonly<Record<AuthorTrait, number>> = {
	alone: -2.5,
	announced: -0.1,
	"author link": 1.1,
	"author-bio": 1.5,
	body: -0.7,
	bottom: 0.8,
	byline: 0.6,
	element: -0.8,
	far: -0.6,
	first: 0.2,
	"first of several": 2.0,
	furniture: -0.4,
	"holds declared": -0.5,
	"in title": -0.6,
	"json-ld": 2.5,
	label: 2.1,
	many: -1.7,
	meta: 0.9,
	microdata: 2.5,
	"microdata of several": -1.2,
	"next to the text": 1.2,
	"one of several": -0.6,
	opening: 1.1,
	"other meta": 1.2,
	"part of declared": -0.6,
	person: 1.1,
	"rel author": 0.3,
	related: -0.6,
	"the site": -0.4,
	"the site beside a person": -3.4,
	top: 1.9,
	within: 1.0,
};

/** Authors with fewer votes are nobody. */
export const AUTHOR_MINIMUM = 0.2;
