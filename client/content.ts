/** What is uploaded, in the forms that programs have it. */
import { MAX_UPLOAD_BYTES } from "../functions/shared/upload.ts";
import { PrecisError } from "./errors.ts";

/** An article: text, bytes, a file, or a stream of bytes (a web one, or Node's). */
export type UploadContent =
	| string
	| Blob
	| ArrayBuffer
	| Uint8Array
	| ReadableStream<Uint8Array>
	| AsyncIterable<Uint8Array>;

const assertSize = (bytes: number): void => {
	if (bytes > MAX_UPLOAD_BYTES)
		throw new PrecisError(
			`An upload has at most ${MAX_UPLOAD_BYTES / 1024 / 1024} MiB. Upload the article alone, without embedded images.`,
		);
};

/** Not every browser's streams can be iterated. */
async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (let part = await reader.read(); !part.done; part = await reader.read()) yield part.value;
	} finally {
		await reader.cancel().catch(() => {});
	}
}

const readWhole = async (
	chunks: AsyncIterable<Uint8Array>,
	signal: AbortSignal | undefined,
): Promise<Blob> => {
	const parts: Uint8Array<ArrayBuffer>[] = [];
	let bytes = 0;
	for await (const chunk of chunks) {
		signal?.throwIfAborted();
		if (!(chunk instanceof Uint8Array)) throw new PrecisError("A stream to upload is one of bytes.");
		bytes += chunk.byteLength;
		assertSize(bytes);
		parts.push(new Uint8Array(chunk));
	}
	return new Blob(parts);
};

/**
 * The content as something that can be sent twice, without a type of its own. A stream is read whole: S3 takes no
 * upload whose length it isn't told. Throws a `PrecisError` for what is too large.
 */
export const wholeOf = async (content: UploadContent, signal: AbortSignal | undefined): Promise<Blob> => {
	if (typeof content === "object" && "getReader" in content) return readWhole(chunksOf(content), signal);
	if (typeof content === "object" && Symbol.asyncIterator in content) return readWhole(content, signal);
	// A view may be of memory that others change meanwhile: its bytes are copied.
	const whole = new Blob([content instanceof Uint8Array ? new Uint8Array(content) : content]);
	assertSize(whole.size);
	return whole;
};

/** The type to upload it as: what is said, else a file's own. Text is sent as UTF-8, whatever its markup says. */
export const typeOf = (content: UploadContent, said: string | undefined): string | undefined => {
	const type = said ?? (content instanceof Blob && content.type !== "" ? content.type : undefined);
	if (type === undefined || typeof content !== "string" || /;\s*charset=/i.test(type)) return type;
	return `${type}; charset=utf-8`;
};
