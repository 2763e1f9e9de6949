/**
 * Has what is stored summarised again, by the engine that is deployed now: from the articles in the library, without
 * reading uploads. Readers keep the old summary until the new one is there.
 */
import type { Catalogue } from "../shared/catalogue.ts";
import type { SummariseMessage } from "../shared/events.ts";
import type { Row } from "../shared/row.ts";
import { forEach, type Page } from "./pages.ts";
import { hasRoom, type Room } from "./room.ts";
import type { Tables } from "./tables.ts";

/** What renew is wired to. */
export interface RenewParts extends Room {
	readonly tables: Pick<Tables, "keysAt">;
	readonly catalogue: Pick<Catalogue, "get">;
	/** Puts a message into the summarise queue. */
	readonly toSummarise: (message: SummariseMessage) => Promise<void>;
	readonly now: () => Date;
}

/** Which summaries. */
export interface RenewRequest {
	/** Those that this engine (`extractive-3`) has made are left out; nobody's are when absent. */
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
	({ tables, catalogue, toSummarise, now, ...room }: RenewParts) =>
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
			if (!(await hasRoom(room, timeLeft))) break;
			page = await tables.keysAt("ready", now().toISOString(), page.next);
			await forEach(page.items, renew);
		} while (page.next !== undefined);
		return { looked, sent, ...(page.next !== undefined && { after: page.next }) };
	};
