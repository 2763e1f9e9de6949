/**
 * The library: immutable documents in one bucket, addressed by the key that was uploaded, the upload's
 * sequencer and the version of the engine that made them. The key itself is inside: 1,024 raw bytes would
 * not fit behind a prefix.
 */
import { createHash } from "node:crypto";
import {
	DeleteObjectCommand,
	GetObjectCommand,
	HeadObjectCommand,
	NoSuchKey,
	NotFound,
	PutObjectCommand,
	type S3Client,
	S3ServiceException,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import type * as z from "zod";
import { type ArticleDocument, ArticleDocumentSchema } from "./article.ts";
import type { Turn } from "./catalogue.ts";
import { type SummaryDocument, SummaryDocumentSchema } from "./summary.ts";

/** Where the documents about a key are, of all its uploads. */
export const shelfOf = (shelf: "articles" | "summaries", key: string): string =>
	`${shelf}/${createHash("sha256").update(key).digest("hex")}/`;

/** A document's name: `articles/<sha256(key)>/<sequencer>/<engine-version>.json`. Same inputs, same name. */
export const documentName = (
	shelf: "articles" | "summaries",
	{ key, sequencer }: Turn,
	engine: string,
): string => `${shelfOf(shelf, key)}${sequencer}/${engine}.json`;

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
	path.reduce((inner, name) => (inner as Record<PropertyKey, unknown>)[name], value);

/**
 * A stored document as this version knows it. What a newer version has added is left out: while both are
 * deployed, or after a step back, an addition must not keep anybody from reading.
 */
const asKnown = <Document>(schema: z.ZodType<Document>, stored: unknown): Document => {
	const strictly = schema.safeParse(stored);
	if (strictly.success) return strictly.data;
	for (const issue of strictly.error.issues) {
		if (issue.code !== "unrecognized_keys") continue;
		for (const name of issue.keys) Reflect.deleteProperty(at(stored, issue.path) as object, name);
	}
	return schema.parse(stored);
};

/** Long enough for a slow client to begin; a download that has begun isn't cut off. */
const ADDRESS_SECONDS = 5 * 60;

/** The library in one bucket. All methods throw the SDK's errors, which are the caller's to retry. */
export interface Library {
	/** Stores a document. One that has the name already stays as it is: what readers have got doesn't change. */
	put(name: string, document: ArticleDocument | SummaryDocument): Promise<void>;
	/** The document, or `undefined` when a newer one has replaced it. Throws a `ZodError` for one that isn't ours. */
	article(name: string): Promise<ArticleDocument | undefined>;
	summary(name: string): Promise<SummaryDocument | undefined>;
	/** Where the document can be downloaded for the next few minutes, without credentials. */
	address(name: string): Promise<string>;
	/** The key of what a document is about, without reading it; `undefined` when there is no such document. */
	keyOf(name: string): Promise<{ readonly key: string | undefined } | undefined>;
	/** Removes documents; those that are gone already don't matter. */
	remove(names: readonly string[]): Promise<void>;
}

/** Opens the library in `bucket`. */
export const openLibrary = (client: S3Client, bucket: string): Library => {
	const read = async (name: string): Promise<unknown> => {
		try {
			const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: name }));
			return JSON.parse((await Body?.transformToString("utf-8")) ?? "");
		} catch (error) {
			if (error instanceof NoSuchKey) return undefined;
			throw error;
		}
	};

	return {
		async put(name, document) {
			const write = new PutObjectCommand({
				Bucket: bucket,
				Key: name,
				Body: JSON.stringify(document),
				ContentType: "application/json",
				// Metadata is ASCII and at most 2 KB; so 1,024 bytes of any key fit.
				Metadata: { key: Buffer.from(document.key).toString("base64url") },
				IfNoneMatch: "*",
			});
			try {
				await client.send(write);
			} catch (error) {
				if (!(error instanceof S3ServiceException && error.name === "PreconditionFailed")) throw error;
			}
		},
		article: async (name) => asKnown(ArticleDocumentSchema.optional(), await read(name)),
		summary: async (name) => asKnown(SummaryDocumentSchema.optional(), await read(name)),
		async keyOf(name) {
			try {
				const { Metadata } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: name }));
				return { key: Metadata?.key && Buffer.from(Metadata.key, "base64url").toString() };
			} catch (error) {
				if (error instanceof NotFound) return undefined;
				throw error;
			}
		},
		address: (name) =>
			getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: name }), {
				expiresIn: ADDRESS_SECONDS,
			}),
		async remove(names) {
			await Promise.all(
				names.map((name) => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: name }))),
			);
		},
	};
};
