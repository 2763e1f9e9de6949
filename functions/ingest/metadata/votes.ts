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
	agency: -0.4,
	alone: -3.2,
	announced: 0.2,
	"author link": 0.9,
	"author-bio": 1.1,
	body: -0.6,
	bottom: 1.0,
	byline: -0.0,
	element: -1.6,
	far: -0.6,
	first: -0.0,
	"first of several": 2.3,
	furniture: -0.2,
	header: 1.2,
	"holds declared": 0.2,
	"in menu": -1.3,
	"in title": 0.1,
	"json-ld": 1.5,
	"json-ld elsewhere": -0.6,
	label: 1.6,
	"labelled card": -0.6,
	many: -0.2,
	meta: 1.0,
	microdata: 2.0,
	"microdata of several": -1.2,
	"next to the text": 2.2,
	"one of several": -0.7,
	opening: 1.1,
	"other meta": 1.4,
	"part of declared": -1.3,
	person: 1.2,
	"rel author": -0.0,
	related: -1.3,
	"the site": 0.6,
	"the site beside a person": -0.7,
	top: 1.9,
	within: -0.7,
};

/** Authors with fewer votes are nobody. */
export const AUTHOR_MINIMUM = -1.0;
