/** Bytes from wherever they come, no more of them than the pipeline takes. */
import { MAX_UPLOAD_BYTES } from "../functions/shared/upload.ts";
import { Unable } from "./unable.ts";

/**
 * Reads a stream to its end. Stops, and throws `Unable`, where it has more than an upload can have: whoever names
 * a film by mistake needn't wait for it to be read.
 */
export const readCapped = async (
	chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
	name: string,
): Promise<Uint8Array> => {
	const read: Uint8Array[] = [];
	let length = 0;
	for await (const chunk of chunks) {
		length += chunk.byteLength;
		if (length > MAX_UPLOAD_BYTES)
			throw new Unable(
				`${name} has more than ${MAX_UPLOAD_BYTES / 1024 / 1024} MiB. Take the article alone, without embedded images.`,
			);
		read.push(chunk);
	}
	return Buffer.concat(read);
};
