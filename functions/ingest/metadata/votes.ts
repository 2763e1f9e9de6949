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
	"heading against news": 0.1,
	"heading below the text": -1.8,
	"heading in furniture": -1.0,
	"heading without news": 2.3,
	"json-ld": -0.2,
	"later heading": 0.1,
	"linked heading": -0.3,
	"lower heading": 0.7,
	"news declared alike": -1.4,
	"news json-ld": 2.3,
	"one word": -0.9,
	"only shown": -0.6,
	"only shown without news": -1.5,
	"open graph": 1.8,
	"shares words": 1.5,
	"shown with kicker": -1.4,
	"without its first part": -1.9,
	"without its last part": -0.3,
};

/** Votes for the authors. */
export const AUTHOR_VOTES: Readonly<Record<AuthorTrait, number>> = {
	alone: -2.9,
	announced: 0.1,
	"author link": 0.7,
	"author-bio": 1.1,
	body: -0.9,
	bottom: 1.0,
	byline: 0.3,
	element: -1.6,
	far: -0.7,
	first: 0.1,
	"first of several": 2.5,
	furniture: -0.6,
	header: 1.2,
	"holds declared": 0.1,
	"in menu": -1.4,
	"in title": 0.1,
	"json-ld": 1.6,
	"json-ld elsewhere": -0.7,
	label: 1.7,
	many: -1.5,
	meta: 1.0,
	microdata: 2.3,
	"microdata of several": -1.0,
	"next to the text": 1.5,
	"one of several": -1.0,
	opening: 0.9,
	"other meta": 0.1,
	"part of declared": -0.9,
	person: 1.1,
	"rel author": -0.2,
	related: -1.0,
	"the site": -0.3,
	"the site beside a person": -2.3,
	top: 2.3,
	within: 0.2,
};

/** Authors with fewer votes are nobody. */
export const AUTHOR_MINIMUM = -0.4;
