import { PAGE_MS } from "./pages.ts";

/** No page is begun while this many messages wait: uploads go first, and may be what seems to be lost. */
const MOST_WAITING = 1000;
const PAUSE_MS = 2000;

/** How full the queues are, and how to wait. */
export interface Room {
	/** How many messages wait in the two work queues. */
	readonly waiting: () => Promise<number>;
	readonly pause: (ms: number) => Promise<void>;
}

/** Waits until there is room in the queues for what a page sends; false when there is no time left for one. */
export const hasRoom = async ({ waiting, pause }: Room, timeLeft: () => number): Promise<boolean> => {
	while (timeLeft() > PAGE_MS) {
		if ((await waiting()) <= MOST_WAITING) return true;
		await pause(PAUSE_MS);
	}
	return false;
};
