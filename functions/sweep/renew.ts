/**
 * Has what is stored summarised again, by the engine that is deployed now: from the articles in the library, without
 * reading uploads. Readers keep the old summary until the new one is there.
 */
import type { Catalogue, Row } from "../shared/catalogue.ts";
import type { SummariseMessage } from "../shared/events.ts";
import { forEach, PAGE_MS, type Page } from "./pages.ts";
import type { Tables } from "./tables.ts";

/** Nothing is sent while this many messages wait: uploads go first. */
const MOST_WAITING = 1000;
const PAUSE_MS = 2000;

/** What renew is wired to. */
export interface RenewParts {
	readonly tables: Pick<Tables, "keysAt">;
	readonly catalogue: Pick<Catalogue, "get">;
	/** Puts a message into the summarise queue. */
	readonly toSummarise: (message: SummariseMessage) => Promise<void>;
	/** How many messages wait in the two work queues. */
	readonly waiting: () => Promise<number>;
	readonly pause: (ms: number) => Promise<void>;
	readonly now: () => Date;
}

/** Which summaries. */
export interface RenewRequest {
	/** Those that this engine (`extractive-2`) has made are left out; nobody's are when absent. */
	readonly except?: string | undefined;
	/** Where the run before ended. */
	readonly after?: string | undefined;
}

/** What came of a run. */
export interface RenewReport {
	readonly looked: number;
	readonly sent: number;
	/** To be given to the next run; absent when all is sent. */
	readonly after?: string;
}

const isBy = ({ current }: Row, engine: string | undefined): boolean =>
	engine !== undefined && current?.summary.endsWith(`/${engine}.json`) === true;

/** Wires the steps to their parts. `timeLeft` is in milliseconds. */
export const createRenew =
	({ tables, catalogue, toSummarise, waiting, pause, now }: RenewParts) =>
	async ({ except, after }: RenewRequest, timeLeft: () => number): Promise<RenewReport> => {
		let looked = 0;
		let sent = 0;

		const renew = async (key: string): Promise<void> => {
			const row = await catalogue.get(key);
			looked++;
			if (row?.latest.stage !== "ready" || !row.current || isBy(row, except)) return;
			const { article } = row.current;
			await toSummarise({ key, sequencer: row.latest.sequencer, article, renew: true });
			sent++;
		};

		let page: Page<string> = { items: [], next: after };
		do {
			while (timeLeft() >= PAGE_MS && (await waiting()) > MOST_WAITING) await pause(PAUSE_MS);
			if (timeLeft() < PAGE_MS) break;
			page = await tables.keysAt("ready", now().toISOString(), page.next);
			await forEach(page.items, renew);
		} while (page.next !== undefined);
		return { looked, sent, ...(page.next !== undefined && { after: page.next }) };
	};
