/**
 * Keeps the disk from getting full: what needs room is refused before it is written. SQLite would say so by
 * itself; LevelDB, under dynalite, acknowledges what it writes after a write that failed, and has lost it at its
 * next start.
 */
import { statfs } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { type Answer, type Call, type Interceptor, jsonError, xmlError } from "./call.ts";

const MIB = 1024 * 1024;

/** Uploads leave this to what is on its way already. */
const KEPT_FOR_WORK = 256 * MIB;

/** Whatever writes leaves this to the databases' own upkeep. */
const KEPT_FOR_UPKEEP = 64 * MIB;

const READS = /^(Get|Head|List|Describe|Query|Scan|BatchGet)/;

/** Bytes that are free where `folder` is. */
export const freeBytes = async (folder: string): Promise<number> => {
	const { bavail, bsize } = await statfs(folder);
	return bavail * bsize;
};

const isIn = (bucket: string, { url = "" }: IncomingMessage): boolean =>
	url === `/${bucket}` || ["/", "?"].some((end) => url.startsWith(`/${bucket}${end}`));

/** How much must be free for a call. */
const neededFor = ({ service, operation, request }: Call, inbox: string): number => {
	if (READS.test(operation) || request.method === "OPTIONS") return 0;
	const isUpload = service === "s3" && isIn(inbox, request) && !operation.startsWith("Delete");
	return isUpload ? KEPT_FOR_WORK : KEPT_FOR_UPKEEP;
};

const refusal = ({ service }: Call, free: number, needed: number): Answer => {
	const message = `The disk of the embedded stack is nearly full: ${Math.floor(free / MIB)} MiB are free, and ${needed / MIB} MiB are kept for what is under way. Nothing was written; try again when there is more room.`;
	if (service === "s3") return xmlError(503, "ServiceUnavailable", message);
	return jsonError(500, service === "sqs" ? "InternalFailure" : "InternalServerError", message);
};

/** Refuses what writes while there is little room: uploads to `inbox` first, everything later. */
export const keepSpace =
	(inbox: string, free: () => Promise<number>): Interceptor =>
	async (call, next) => {
		const needed = neededFor(call, inbox);
		const left = needed > 0 ? await free() : Number.POSITIVE_INFINITY;
		return left < needed ? refusal(call, left, needed) : next();
	};
