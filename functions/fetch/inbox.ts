/** The articles bucket, for people without a policy on it: they are given an address to upload to, and may remove. */
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type { Context } from "hono";
import {
	RemovalQuerySchema,
	type UploadRequest,
	UploadRequestSchema,
	type UploadTicket,
} from "../shared/api.ts";
import type { Catalogue } from "../shared/catalogue.ts";
import { unknownKey } from "./document.ts";
import { Problem } from "./problem.ts";
import { explain, readQuery } from "./query.ts";

/** Long enough to begin a large upload on a slow line. */
const TICKET_SECONDS = 15 * 60;

/** A request is a key and two short texts. */
const LONGEST_REQUEST = 16 * 1024;

/** What the API does to the articles bucket. */
export interface Inbox {
	ticket(request: UploadRequest, now: Date): Promise<UploadTicket>;
	/** Leaves a delete marker; its event does the rest. */
	remove(key: string): Promise<void>;
}

/** Opens the articles bucket. `client` must presign without the checksum of an empty body (`WHEN_REQUIRED`). */
export const openInbox = (client: S3Client, bucket: string): Inbox => ({
	async ticket({ key, contentType, url, length }, now) {
		const metadata = {
			...(url !== undefined && { "precis-url": url }),
			...(length !== undefined && { "precis-length": length }),
		};
		const headers = {
			...(contentType !== undefined && { "content-type": contentType }),
			...Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name}`, value])),
		};
		const command = new PutObjectCommand({
			Bucket: bucket,
			Key: key,
			ContentType: contentType,
			Metadata: metadata,
		});
		const names = new Set(Object.keys(headers));
		return {
			key,
			method: "PUT",
			url: await getSignedUrl(client, command, {
				expiresIn: TICKET_SECONDS,
				signingDate: now,
				signableHeaders: new Set(["host", ...names]),
				unhoistableHeaders: names,
			}),
			headers,
			issuedAt: now.toISOString(),
			expiresAt: new Date(now.getTime() + TICKET_SECONDS * 1000).toISOString(),
		};
	},
	async remove(key) {
		await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key }));
	},
});

const readJson = async (c: Context): Promise<unknown> => {
	if (!/^application\/json\s*(;|$)/i.test(c.req.header("Content-Type") ?? ""))
		throw new Problem(415, "unsupported-media-type", "The request is JSON: Content-Type: application/json.");
	const body = await c.req.text();
	if (body.length > LONGEST_REQUEST)
		throw new Problem(413, "too-large", "A request for an upload address is a few hundred bytes long.");
	try {
		return JSON.parse(body);
	} catch {
		throw new Problem(400, "invalid-body", "The body is not JSON.");
	}
};

/** Answers `POST /uploads`. */
export const postUpload =
	(inbox: Inbox, now: () => Date) =>
	async (c: Context): Promise<Response> => {
		const parsed = UploadRequestSchema.safeParse(await readJson(c));
		if (!parsed.success) throw new Problem(400, "invalid-body", explain(parsed.error, UploadRequestSchema));
		return c.json(await inbox.ticket(parsed.data, now()), 201);
	};

/** Answers `DELETE /articles?key=` and `DELETE /summaries?key=`. */
export const removeUpload =
	(inbox: Inbox, catalogue: Pick<Catalogue, "get">) =>
	async (c: Context): Promise<Response> => {
		const { key } = readQuery(new URL(c.req.url).search.slice(1), RemovalQuerySchema);
		// Without this, anything asked for would leave a delete marker and a tombstone.
		if (!(await catalogue.get(key))) throw unknownKey();
		await inbox.remove(key);
		return c.json({ key }, 202);
	};
