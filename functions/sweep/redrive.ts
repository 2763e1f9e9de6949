/**
 * Gives uploads that failed all their tries again. The rows say which; their dead letters are removed, and letters
 * that no failed row tells of go back where they came from.
 */
import type { Catalogue, Turn } from "../shared/catalogue.ts";
import type { Log } from "../shared/queue.ts";
import type { Row } from "../shared/row.ts";
import type { Letter } from "./letters.ts";
import { forEach, PAGE_MS, type Page } from "./pages.ts";
import type { Repair } from "./repair.ts";
import type { Tables } from "./tables.ts";

/** Keys that a report names at most. */
const MOST_NAMED = 100;

/** What redrive is wired to. */
export interface RedriveParts {
	readonly tables: Pick<Tables, "keysAt">;
	readonly catalogue: Pick<Catalogue, "get">;
	readonly repair: Pick<Repair, "redrive">;
	readonly letters: () => AsyncIterable<Letter[]>;
	readonly now: () => Date;
	readonly log: Log;
}

/** Which rows. */
export interface RedriveRequest {
	/** Codes of `failed` rows; all when absent. */
	readonly codes?: readonly string[] | undefined;
	/** Tells what would be done, and does nothing. */
	readonly dryRun?: boolean | undefined;
}

/** What was done, or would be. */
export interface RedriveReport {
	readonly dryRun: boolean;
	/** Nothing is left to do; otherwise the next run goes on. */
	readonly done: boolean;
	/** Uploads that were sent again, by code. */
	readonly codes: Readonly<Record<string, number>>;
	/** The first of them. */
	readonly keys: readonly string[];
	readonly letters: { readonly removed: number; readonly sentHome: number; readonly kept: number };
}

/** Whether the row has decided what the letter is about. */
const isMoot = ({ latest: { sequencer, stage }, confirmed = "" }: Row, turn: Turn): boolean =>
	sequencer > turn.sequencer ||
	confirmed >= turn.sequencer ||
	(sequencer === turn.sequencer && ["ready", "rejected", "deleted"].includes(stage));

/** Wires the steps to their parts. `timeLeft` is in milliseconds. */
export const createRedrive =
	({ tables, catalogue, repair, letters, now, log }: RedriveParts) =>
	async ({ codes, dryRun = false }: RedriveRequest, timeLeft: () => number): Promise<RedriveReport> => {
		const redriven = new Map<string, string>();
		const byCode = new Map<string, number>();
		const count = { removed: 0, sentHome: 0, kept: 0 };
		const report = (done: boolean): RedriveReport => ({
			dryRun,
			done,
			codes: Object.fromEntries(byCode),
			keys: [...redriven.keys()].slice(0, MOST_NAMED),
			letters: count,
		});
		const isWanted = ({ latest: { stage, code = stage } }: Row): boolean =>
			stage === "failed" && (codes?.includes(code) ?? true);

		const redrive = async (key: string): Promise<void> => {
			const row = await catalogue.get(key);
			if (!row || !isWanted(row)) return;
			if (!dryRun) await repair.redrive(row);
			const { code = "failed", sequencer } = row.latest;
			redriven.set(key, sequencer);
			byCode.set(code, (byCode.get(code) ?? 0) + 1);
		};

		const dispose = async (letter: Letter): Promise<"removed" | "sentHome" | "kept"> => {
			const { turn } = letter;
			const row = turn && (await catalogue.get(turn.key));
			const isCovered = turn && (redriven.get(turn.key) ?? "") >= turn.sequencer;
			if (isCovered || (row && isMoot(row, turn))) {
				if (!dryRun) await letter.remove();
				return "removed";
			}
			// A row with another code than those that are asked for.
			if (row?.latest.stage === "failed" && row.latest.sequencer === turn?.sequencer) return "kept";
			if (!dryRun) await letter.sendHome();
			return "sentHome";
		};

		let page: Page<string> | undefined;
		do {
			if (timeLeft() < PAGE_MS) return report(false);
			page = await tables.keysAt("failed", now().toISOString(), page?.next);
			await forEach(page.items, redrive);
		} while (page.next !== undefined);
		const staying: Letter[] = [];
		let done = true;
		for await (const some of letters()) {
			await forEach(some, async (letter) => {
				const end = await dispose(letter);
				count[end]++;
				if (dryRun || end === "kept") staying.push(letter);
			});
			done = timeLeft() > PAGE_MS;
			if (!done) break;
		}
		await forEach(staying, (letter) => letter.putBack());
		log.info("redriven", { ...report(done), keys: redriven.size });
		return report(done);
	};
