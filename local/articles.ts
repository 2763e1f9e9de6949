/** Files on their way into the stack, and what comes of them. */
import { setTimeout as sleep } from "node:timers/promises";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { AwsV4Signer } from "aws4fetch";
import * as z from "zod";
import { type SummaryDocument, SummaryDocumentSchema } from "../functions/shared/summary.ts";
import type { ArticleFile } from "../terminal/article-file.ts";
import { Unable } from "../terminal/unable.ts";
import { ACCOUNT, CREDENTIALS } from "./account.ts";
import type { Stack } from "./stack.ts";

/** What is wrong with a file, with its name in front. */
export const saying = (path: string, { message }: Unable): string =>
	message.startsWith(path) ? message : `${path}: ${message}`;

/** One version of one key. */
export interface UploadedArticle {
	readonly key: string;
	readonly versionId: string | undefined;
}

/** Uploads a file as any S3 client would. */
export const uploadArticle = async (stack: Stack, file: ArticleFile): Promise<UploadedArticle> => {
	const s3 = new S3Client({ ...stack.client, endpoint: stack.endpoints.s3 });
	const { VersionId } = await s3.send(
		new PutObjectCommand({
			Bucket: stack.articlesBucket,
			Key: file.key,
			Body: file.bytes,
			ContentType: file.contentType,
		}),
	);
	s3.destroy();
	return { key: file.key, versionId: VersionId };
};

/** What the API says of an upload that it has no summary of, and what API Gateway says by itself. */
const ProblemSchema = z.object({
	detail: z.string().optional(),
	message: z.string().optional(),
	code: z.string().optional(),
});

/** Where an uploaded article's summary is fetched. */
export const summaryUrl = (
	{ endpoints }: Pick<Stack, "endpoints">,
	key: string,
	waitSeconds: number,
): string => `${endpoints.api}/summaries?key=${encodeURIComponent(key)}&wait=${waitSeconds}`;

const STALE_PAUSE_MS = 50;
const UNAVAILABLE_PAUSE_MS = 1_000;

/** After this long, a summary of another upload is of a newer one. */
const STALE_MS = 5_000;

/**
 * Fetches the summary of what has just been uploaded, as the stack's owner, waiting until there is one (the key may have an older
 * one, until ingest has heard of the upload). Throws `Unable` with the API's sentence when there will be
 * none, and the signal's reason when that comes first.
 */
export const fetchSummary = async (
	stack: Pick<Stack, "endpoints">,
	{ key, versionId }: UploadedArticle,
	signal: AbortSignal,
): Promise<SummaryDocument> => {
	const staleUntil = performance.now() + STALE_MS;
	for (;;) {
		const url = summaryUrl(stack, key, 20);
		const signer = new AwsV4Signer({ url, service: "execute-api", region: ACCOUNT.region, ...CREDENTIALS });
		const response = await fetch(url, { headers: (await signer.sign()).headers, signal });
		const answer: unknown = await response.json();
		if (response.status === 200) {
			const summary = SummaryDocumentSchema.parse(answer);
			if (summary.upload.versionId === versionId || performance.now() > staleUntil) return summary;
			await sleep(STALE_PAUSE_MS, undefined, { signal });
			continue;
		}
		const { detail, message, code } = ProblemSchema.parse(answer);
		if (response.status === 202 || response.status === 404) continue; // It is on its way, or its event is.
		// The upload failed, with a code of its own; or a service behind the API was slow to answer.
		const unavailable = response.status === 503 && (code === undefined || code === "unavailable");
		if (!unavailable) throw new Unable(detail ?? message ?? `The API answered ${response.status}.`);
		await sleep(UNAVAILABLE_PAUSE_MS, undefined, { signal });
	}
};
