/**
 * Brings one key in order: its row, its upload and its documents. The row is looked at before the upload, and
 * every write is conditional on that row: whatever happens meanwhile has a later sequencer and wins.
 */
import * as z from "zod";
import type { Catalogue, Claim, Reason } from "../shared/catalogue.ts";
import { currentOf } from "../shared/current.ts";
import type { Entries } from "../shared/entries.ts";
import { type CreatedEvent, createdEventBody } from "../shared/events.ts";
import { type Library, shelfOf } from "../shared/library.ts";
import type { Log } from "../shared/queue.ts";
import { documentsOf, type Row } from "../shared/row.ts";
import { padSequencer } from "../shared/upload.ts";
import type { Shelves } from "./shelves.ts";
import type { UploadedObject, Uploads } from "./uploads.ts";

/** What a row says from the moment its upload is sent again until that succeeds: nobody waits for what is lost. */
const SENT_AGAIN: Reason = {
	code: "lost",
	message:
		"This upload was lost on its way, for a reason that is ours. It has been sent again; if that doesn't help, it can be redriven.",
};

/** Below every sequencer of S3's: for uploads whose row is missing. */
const LOWEST = padSequencer("0");

/** What became of a key. */
export type Fate = "sound" | "resent" | "restored" | "buried";

/** What repairs are wired to. */
export interface RepairParts {
	readonly uploads: Uploads;
	readonly library: Library;
	readonly shelves: Pick<Shelves, "under">;
	readonly catalogue: Catalogue;
	readonly entries: Entries;
	/** Puts a message into the ingest queue. */
	readonly send: (body: string) => Promise<void>;
	readonly now: () => Date;
	readonly log: Log;
}

/** The repairs of one key. */
export interface Repair {
	/** A key that has no row, if its upload is older than `settledBefore`. */
	missing(key: string, settledBefore: string): Promise<Fate>;
	/** A key whose row was just read. What is younger than `settledBefore` may still be on its way. */
	row(row: Row, settledBefore: string): Promise<Fate>;
	/** A row that is `failed`: the upload gets all its tries again. */
	redrive(row: Row): Promise<Fate>;
}

/** Above all that the row knows of, and below any later one of S3's: those differ in the first 40 digits. */
const above = ({ latest: { sequencer }, confirmed = "" }: Row): string =>
	`${confirmed > sequencer ? confirmed : sequencer}1`;

/** A tombstone has neither. */
interface Version {
	readonly etag?: string | undefined;
	readonly versionId?: string | undefined;
}
const isSame = (one: Version, other: Version): boolean =>
	one.etag === other.etag && one.versionId === other.versionId;

/** A document that isn't ours, or is damaged, is as good as none. */
const unreadable = (error: unknown): undefined => {
	if (!(error instanceof z.ZodError || error instanceof SyntaxError)) throw error;
};

/** Wires the repairs to their parts. */
export const createRepair = ({
	uploads,
	library,
	shelves,
	catalogue,
	entries,
	send,
	now,
	log,
}: RepairParts): Repair => {
	const sendEvent = async (
		{ key, sequencer, versionId, etag, time }: Claim,
		bytes: number,
	): Promise<Fate> => {
		const event: CreatedEvent = {
			type: "created",
			bucket: uploads.bucket,
			key,
			...(versionId !== undefined && { versionId }),
			etag,
			bytes,
			sequencer,
			time,
		};
		await send(createdEventBody(event));
		log.info("resent", { key, sequencer });
		return "resent";
	};

	/** Takes the turn first: if this is all that happens, the row says so and can be redriven. */
	const resend = async (
		key: string,
		sequencer: string,
		object: UploadedObject,
		reason: Reason | undefined,
	): Promise<Fate> => {
		const { versionId, etag, uploadedAt: time, bytes } = object;
		const claim = { key, sequencer, ...(versionId !== undefined && { versionId }), etag, time };
		const { ours, abandoned } = await catalogue.claim(claim, reason);
		if (!ours) return "sound";
		await library.remove(abandoned);
		return sendEvent(claim, bytes);
	};

	const bury = async (row: Row): Promise<Fate> => {
		const turn = { key: row.key, sequencer: above(row) };
		const buried = await catalogue.bury(turn, now().toISOString());
		if (buried.outcome === "refused") return "sound";
		await entries.remove(turn, buried.previous?.current);
		await library.remove(documentsOf(buried.previous));
		log.info("buried", { key: row.key });
		return "buried";
	};

	/** Points a new row at documents that were made of this very object. */
	const restore = async (key: string, object: UploadedObject): Promise<Fate | undefined> => {
		for (const name of await shelves.under(shelfOf("summaries", key))) {
			const summary = await library.summary(name).catch(unreadable);
			if (!summary || summary.key !== key || !isSame(summary.upload, object)) continue;
			if (!(await library.keyOf(summary.pointers.article))) continue;
			const { sequencer, uploadedAt: time, versionId, etag } = summary.upload;
			const turn = { key, sequencer };
			const { ours } = await catalogue.claim({
				...turn,
				...(versionId !== undefined && { versionId }),
				etag,
				time,
			});
			if (!ours) return "sound";
			const current = currentOf(summary);
			await entries.add(turn, current);
			await catalogue.publish(turn, current);
			log.info("restored", { key });
			return "restored";
		}
		return undefined;
	};

	const hasDocuments = async ({ current }: Row): Promise<boolean> => {
		if (!current) return false;
		const found = await Promise.all([library.keyOf(current.article), library.keyOf(current.summary)]);
		return found.every((document) => document !== undefined);
	};

	/** A row about the object that the key has. */
	const same = async (row: Row, object: UploadedObject, settledBefore: string): Promise<Fate> => {
		const { key, latest } = row;
		const turn = { key, sequencer: latest.sequencer };
		switch (latest.stage) {
			case "received":
			case "stripped": {
				if (latest.receivedAt >= settledBefore) return "sound";
				const announced = await catalogue.fail(turn, SENT_AGAIN);
				if (announced.outcome === "refused") return "sound";
				return sendEvent({ ...turn, ...object, time: latest.receivedAt }, object.bytes);
			}
			case "ready":
				return (await hasDocuments(row)) ? "sound" : resend(key, above(row), object, SENT_AGAIN);
			default:
				return "sound";
		}
	};

	const row = async (found: Row, settledBefore: string): Promise<Fate> => {
		const { key, latest } = found;
		const object = await uploads.find(key);
		if (!object) return latest.stage === "deleted" ? "sound" : bury(found);
		if (isSame(latest, object)) return same(found, object, settledBefore);
		const isSettled = object.uploadedAt < settledBefore && latest.receivedAt < settledBefore;
		return isSettled ? resend(key, above(found), object, SENT_AGAIN) : "sound";
	};

	return {
		row,
		async missing(key, settledBefore) {
			const object = await uploads.find(key);
			if (!object || object.uploadedAt >= settledBefore) return "sound";
			return (await restore(key, object)) ?? resend(key, LOWEST, object, SENT_AGAIN);
		},
		async redrive(found) {
			const { key, latest } = found;
			const object = await uploads.find(key);
			if (!object || !isSame(latest, object)) return row(found, now().toISOString());
			// The row leaves `failed`, so that a second redrive finds it gone.
			return resend(key, latest.sequencer, { ...object, uploadedAt: latest.receivedAt }, undefined);
		},
	};
};
