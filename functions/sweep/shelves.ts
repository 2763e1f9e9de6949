/** The library bucket by pages, and where sweep notes how far it has come. */
import {
	GetObjectCommand,
	ListObjectsV2Command,
	NoSuchKey,
	PutObjectCommand,
	type S3Client,
} from "@aws-sdk/client-s3";
import * as z from "zod";
import { PAGE, type Page } from "./pages.ts";

/** A document's name and age. */
export interface Shelved {
	readonly name: string;
	/** ISO 8601. */
	readonly storedAt: string;
}

/** What a round walks through, in this order: rows come back before what no row points at is collected. */
export const WALKS = ["uploads", "rows", "documents", "entries"] as const;

/** One of them. */
export type Walk = (typeof WALKS)[number];

const PositionSchema = z.object({
	/** Where the round goes on; absent when it is over. */
	walk: z.enum(WALKS).optional(),
	after: z.string().optional(),
	/** Whether uploads are believed to be settled however young they are. */
	rebuild: z.boolean().default(false),
	/** When it was written, ISO 8601. */
	at: z.iso.datetime(),
});
/** How far a round has come. */
export type Position = z.infer<typeof PositionSchema>;

const POSITION = "sweep/position.json";

/** The library bucket as sweep sees it. Methods throw the SDK's errors. */
export interface Shelves {
	/** Documents in order, those after the one named `after`. */
	documents(after: string | undefined): Promise<Page<Shelved>>;
	/** Names that begin with `prefix`, the last first. A key has few. */
	under(prefix: string): Promise<string[]>;
	position(): Promise<Position | undefined>;
	note(position: Position): Promise<void>;
}

/** Opens the shelves of the library in `bucket`. */
export const openShelves = (client: S3Client, bucket: string): Shelves => ({
	async documents(after) {
		const { Contents = [], IsTruncated } = await client.send(
			new ListObjectsV2Command({ Bucket: bucket, MaxKeys: PAGE, StartAfter: after }),
		);
		const items = Contents.map(({ Key = "", LastModified = new Date(0) }) => ({
			name: Key,
			storedAt: LastModified.toISOString(),
		}));
		return {
			// Sweep's own note is in this bucket too.
			items: items.filter(({ name }) => /^(articles|summaries)\//.test(name)),
			next: IsTruncated ? items.at(-1)?.name : undefined,
		};
	},
	async under(prefix) {
		const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix }));
		return Contents.map(({ Key = "" }) => Key).reverse();
	},
	async position() {
		try {
			const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: POSITION }));
			const parsed = PositionSchema.safeParse(JSON.parse((await Body?.transformToString()) ?? ""));
			return parsed.data;
		} catch (error) {
			if (error instanceof NoSuchKey || error instanceof SyntaxError) return undefined;
			throw error;
		}
	},
	async note(position) {
		await client.send(
			new PutObjectCommand({
				Bucket: bucket,
				Key: POSITION,
				Body: JSON.stringify(position),
				ContentType: "application/json",
			}),
		);
	},
});
