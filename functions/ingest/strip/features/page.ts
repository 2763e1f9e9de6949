import { PAGE_FACTS } from "./page-facts.ts";
import type { FeatureGroup } from "./survey.ts";

/** What kind of page a block is on; the same for all of its blocks. */
export const pageFeatures: FeatureGroup = {
	names: PAGE_FACTS,
	measure:
		({ facts }) =>
		(_block, row, at) =>
			row.set(facts, at),
};
