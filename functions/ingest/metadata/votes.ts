/**
 * What each trait of a candidate says for or against its being the title or the authors: made by
 * bench/train/metadata/run.sh from the `train` and `validate` sites (docs/model-card.md).
 */
import type { AuthorTrait, TitleTrait } from "./traits.ts";

/** Votes for a title. */
export const TITLE_VOTES: Readonly<Record<TitleTrait, number>> = {
	begins: 0.9,
	card: 0.5,
	document: -0.7,
	ends: 1.6,
	"few words": -0.8,
	"first heading": 0.6,
	"heading against json-ld": -0.8,
	"heading against news": 0.2,
	"heading below the text": -1.8,
	"heading in furniture": -1.0,
	"heading without news": 2.3,
	"json-ld": -0.2,
	"later heading": 0.1,
	"linked heading": -0.3,
	"lower heading": 0.7,
	"news declared alike": -1.5,
	"news json-ld": 2.3,
	"one word": -0.9,
	"only shown": -0.6,
	"only shown without news": -1.5,
	"open graph": 1.7,
	"shares words": 1.5,
	"shown with kicker": -1.4,
	"without its first part": -1.9,
	"without its last part": -0.3,
};

/** Votes for the authors. */
export const AUTHOR_VOTES: Readonly<Record<AuthorTrait, number>> = {
	alone: -3.0,
	announced: -0.3,
	"author link": 0.6,
	"author-bio": 1.7,
	body: -1.2,
	bottom: 1.0,
	byline: 0.2,
	element: -1.7,
	far: -0.7,
	first: 0.0,
	"first of several": 2.6,
	furniture: -0.5,
	header: 0.4,
	"holds declared": 0.1,
	"in menu": -1.4,
	"in title": -0.2,
	"json-ld": 1.7,
	"json-ld elsewhere": -0.7,
	label: 1.7,
	many: -1.5,
	meta: 1.0,
	microdata: 2.4,
	"microdata of several": -0.9,
	"next to the text": 1.4,
	"one of several": -1.0,
	opening: 0.9,
	"other meta": 0.1,
	"part of declared": -0.8,
	person: 1.2,
	"rel author": -0.3,
	related: -1.1,
	"the site": -0.4,
	"the site beside a person": -2.2,
	top: 2.5,
	within: 0.3,
};

/** Authors with fewer votes are nobody. */
export const AUTHOR_MINIMUM = -0.5;
