/** Large sets are read and handled page by page, so that a run can stop after any page and the next go on there. */

/** Items of a page; DynamoDB and S3 count their own. */
export const PAGE = 100;

/** A page is not begun with less time than this. */
export const PAGE_MS = 30_000;

/** Keys that are looked at at the same time. */
const LANES = 16;

/** Some items, and where the next page begins when there is one. */
export interface Page<Item> {
	readonly items: readonly Item[];
	readonly next: string | undefined;
}

/** Does `work` for each item, several at once. Throws the first error, after the work that had begun has ended. */
export const forEach = async <Item>(
	items: readonly Item[],
	work: (item: Item) => Promise<void>,
): Promise<void> => {
	const left = items.values();
	const lane = async () => {
		for (const item of left) await work(item);
	};
	const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
	for (const ended of lanes) if (ended.status === "rejected") throw ended.reason;
};
