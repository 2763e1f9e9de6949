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
	"shown with kicker": -1.5,
	"without its first part": -1.8,
	"without its last part": -0.3,
};

/** Votes for the authors. */
export const AUTHOR_VOTES: Readonly<Record<AuthorTrait, number>> = {
	alone: -2.5,
	announced: -0.1,
	"author link": 1.1,
	"author-bio": 1.5,
	body: -0.8,
	bottom: 0.8,
	byline: 0.7,
	element: -0.8,
	far: -0.7,
	first: 0.2,
	"first of several": 1.9,
	furniture: -0.4,
	"holds declared": -0.7,
	"in title": -0.6,
	"json-ld": 2.5,
	label: 2.1,
	many: -1.7,
	meta: 0.9,
	microdata: 2.5,
	"microdata of several": -1.2,
	"next to the text": 1.2,
	"one of several": -0.7,
	opening: 1.3,
	"other meta": 1.3,
	"part of declared": -0.6,
	person: 1.1,
	"rel author": 0.2,
	related: -0.6,
	"the site": -0.3,
	"the site beside a person": -3.5,
	top: 2.0,
	within: 1.0,
};

/** Authors with fewer votes are nobody. */
export const AUTHOR_MINIMUM = 0.2;
