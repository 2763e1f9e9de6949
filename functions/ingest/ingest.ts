/**
 * One upload's way through ingest, as the catalogue's transitions allow it. Each step may be repeated and
 * any of them may be the last before a crash.
 */
import type { Article, Warning } from "../shared/article.ts";
import { type Catalogue, isOvertaken, type Reason, type Turn } from "../shared/catalogue.ts";
import type { Entries } from "../shared/entries.ts";
import {
	type CreatedEvent,
	type DeletedEvent,
	readStorageEvent,
	type SummariseMessage,
} from "../shared/events.ts";
import { documentName, type Library } from "../shared/library.ts";
import type { Log } from "../shared/queue.ts";
import { documentsOf, type Row, unreferenced } from "../shared/row.ts";
import { type SummaryLength, SummaryLengthSchema } from "../shared/summary-length.ts";
import type { Upload } from "../shared/upload.ts";
import { assertUploadSize, RejectedUpload, readArticle } from "./index.ts";
import type { OpenUpload, Uploads } from "./uploads.ts";

/** Names ingest's documents: raise it when the same bytes would make another article. */
const INGEST_VERSION = "1";

/** What a row says while, and after, its last try. */
const LAST_TRY: Reason = {
	code: "ingest-failed",
	message:
		"This upload could not be read, several times in a row, for a reason that is ours. It is kept in the dead-letter queue and can be tried again.",
};

/** What ingest is wired to. */
export interface IngestParts {
	readonly uploads: Uploads;
	readonly library: Library;
	readonly catalogue: Catalogue;
	readonly entries: Pick<Entries, "remove">;
	/** Hands an article on to summarise. */
	readonly send: (message: SummariseMessage) => Promise<void>;
	readonly now: () => Date;
	readonly log: Log;
}

/** Handles one ingest-queue message; throws what a retry may mend. */
export type Ingest = (body: string, lastTry: boolean) => Promise<void>;

/** The length asked for, or the warning that it is none. */
function readLength(asked: string | undefined): { length?: SummaryLength; warnings: Warning[] } {
	if (asked === undefined) return { warnings: [] };
	const { success, data } = SummaryLengthSchema.safeParse(asked.trim().toLowerCase());
	if (success) return { length: data, warnings: [] };
	const message = `The metadata precis-length is one of ${SummaryLengthSchema.options.join(", ")}, not "${asked.slice(0, 40)}": the summary has the usual length.`;
	return { warnings: [{ code: "length-unknown", message }] };
}

/** Wires the steps to their parts. */
export const createIngest = ({
	uploads,
	library,
	catalogue,
	entries,
	send,
	now,
	log,
}: IngestParts): Ingest => {
	/** Removes what a row no longer points at. */
	const clear = async (turn: Turn, previous: Row | undefined): Promise<void> => {
		await entries.remove(turn, previous?.current);
		await library.remove(documentsOf(previous));
	};

	const reject = async (event: CreatedEvent, { code, message }: RejectedUpload): Promise<void> => {
		const rejected = await catalogue.reject(event, { code, message });
		if (rejected.outcome === "moved") await clear(event, rejected.previous);
		log.info("rejected", { key: event.key, code });
	};

	const handOn = async (
		event: CreatedEvent,
		article: Article,
		{ hints: { contentType }, length: asked }: OpenUpload,
	): Promise<void> => {
		const name = documentName("articles", event, INGEST_VERSION);
		const { length, warnings } = readLength(asked);
		const upload: Upload = {
			bucket: event.bucket,
			...(event.versionId !== undefined && { versionId: event.versionId }),
			sequencer: event.sequencer,
			etag: event.etag,
			bytes: event.bytes,
			...(contentType !== undefined && { contentType }),
			uploadedAt: event.time,
			...(length !== undefined && { length }),
		};
		await library.put(name, {
			...article,
			warnings: [...article.warnings, ...warnings],
			key: event.key,
			upload,
			producedAt: now().toISOString(),
		});
		const stripped = await catalogue.strip(event, name);
		if (stripped.outcome === "moved") {
			await send({ key: event.key, sequencer: event.sequencer, article: name });
			log.info("stripped", { key: event.key, blocks: article.counts.blocks, cut: article.counts.stripped });
		} else if (isOvertaken(stripped, event)) {
			await library.remove(unreferenced([name], stripped.row?.current));
			log.info("overtaken", { key: event.key });
		}
	};

	const readAndHandOn = async (event: CreatedEvent, object: OpenUpload): Promise<void> => {
		let article: Article;
		try {
			assertUploadSize(event.bytes);
			article = readArticle(await object.bytes(), object.hints);
		} catch (error) {
			object.discard();
			if (error instanceof RejectedUpload) return reject(event, error);
			throw error;
		}
		await handOn(event, article, object);
	};

	/** Takes the turn, and removes what an upload that never got to its summary has left under the key. */
	const claim = async (event: CreatedEvent, lastTry?: Reason): Promise<boolean> => {
		const { ours, abandoned } = await catalogue.claim(event, lastTry);
		await library.remove(abandoned);
		return ours;
	};

	const created = async (event: CreatedEvent, lastTry: boolean): Promise<void> => {
		const overtaken = () => log.info("overtaken", { key: event.key });
		if (lastTry && !(await claim(event, LAST_TRY))) return overtaken();
		const object = await uploads.open(event);
		if (!object) return overtaken();
		if (!lastTry && !(await claim(event))) {
			object.discard();
			return overtaken();
		}
		await readAndHandOn(event, object);
	};

	const deleted = async (event: DeletedEvent, lastTry: boolean): Promise<void> => {
		// One version gone for good may leave another, older or newer, as the current one: a delete marker
		// taken away restores what it covered.
		const left = event.permanent ? await uploads.current(event.bucket, event.key) : undefined;
		if (left && (await catalogue.confirm(event, left))) return log.info("unchanged", { key: event.key });
		if (left) return created({ ...event, ...left, type: "created" }, lastTry);
		const buried = await catalogue.bury(event, event.time);
		if (buried.outcome === "moved") await clear(event, buried.previous);
		log.info(buried.outcome === "moved" ? "deleted" : "overtaken", { key: event.key });
	};

	return async (body, lastTry) => {
		const event = readStorageEvent(body);
		if (event.type === "unknown")
			return log.warn("dropped a message that is no S3 event", { reason: event.reason });
		return event.type === "created" ? created(event, lastTry) : deleted(event, lastTry);
	};
};
