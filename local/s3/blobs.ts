/**
 * Bodies, as runs of rows of at most 256 KiB, so that neither an upload nor a download is ever whole in memory.
 * A blob that no object or part owns (yet, or any more) is listed in `loose` until its rows are gone; what a
 * killed process leaves there is swept at the next start.
 */
import type { Database } from "./database.ts";

const CHUNK_BYTES = 256 * 1024;
/** Row id of a blob's first chunk: 65,536 chunks of room, 16 GiB, which is more than S3's 5 for one piece. */
const firstChunk = (blob: number): number => blob * 65_536;

/** One blob of a body. An object sent in one piece has one, a multipart one as many as it has parts. */
export interface Piece {
	readonly blob: number;
	readonly size: number;
}

/** A body being written. */
export interface BlobWriter {
	readonly write: (bytes: Uint8Array) => void;
	/** Gives the body to its owner: to be called in the transaction that stores the owner. */
	readonly commit: () => Piece[];
	readonly discard: () => void;
}

/** Where bodies are kept. */
export interface Blobs {
	readonly writer: () => BlobWriter;
	/** The bytes of `pieces` from an offset. What is being read stays readable to its end, whatever happens to its owner. */
	readonly read: (pieces: readonly Piece[], start: number, length: number) => Iterable<Uint8Array>;
	/** Frees a body whose owner is going, in the same transaction. */
	readonly release: (pieces: readonly Piece[]) => void;
}

/** Opens the blobs of a database and frees those that a killed process left without an owner. */
export const openBlobs = ({ sql, transaction }: Database): Blobs => {
	const readers = new Map<number, number>();
	const erase = (blob: number): void => {
		sql.run`DELETE FROM chunks WHERE id >= ${firstChunk(blob)} AND id < ${firstChunk(blob + 1)}`;
		sql.run`DELETE FROM loose WHERE blob = ${blob}`;
	};
	transaction(() => {
		for (const { blob } of sql.all`SELECT blob FROM loose`) erase(Number(blob));
	});
	let next = Math.floor(Number(sql.get`SELECT max(id) AS id FROM chunks`?.id ?? 0) / firstChunk(1)) + 1;

	const writer = (): BlobWriter => {
		const blob = next++;
		let waiting: Uint8Array[] = [];
		let [waitingBytes, size, chunks] = [0, 0, 0];
		const flush = (bytes: Uint8Array): void => {
			sql.run`INSERT INTO chunks (id, bytes) VALUES (${firstChunk(blob) + chunks++}, ${bytes})`;
		};
		return {
			write: (bytes) => {
				waiting.push(bytes);
				waitingBytes += bytes.length;
				size += bytes.length;
				if (waitingBytes < CHUNK_BYTES) return;
				const all = Buffer.concat(waiting);
				const whole = all.length - (all.length % CHUNK_BYTES);
				transaction(() => {
					if (chunks === 0) sql.run`INSERT INTO loose (blob) VALUES (${blob})`;
					for (let at = 0; at < whole; at += CHUNK_BYTES) flush(all.subarray(at, at + CHUNK_BYTES));
				});
				waiting = whole < all.length ? [all.subarray(whole)] : [];
				waitingBytes = all.length - whole;
			},
			commit: () => {
				if (chunks > 0) sql.run`DELETE FROM loose WHERE blob = ${blob}`;
				if (waitingBytes > 0) flush(Buffer.concat(waiting));
				return size > 0 ? [{ blob, size }] : [];
			},
			discard: () => {
				if (chunks > 0) transaction(() => erase(blob));
			},
		};
	};

	const readChunk = (id: number): Uint8Array => {
		const row = sql.get`SELECT bytes FROM chunks WHERE id = ${id}`;
		if (!(row?.bytes instanceof Uint8Array)) throw new Error(`Chunk ${id} is missing.`);
		return row.bytes;
	};
	function* chunksOf(pieces: readonly Piece[], start: number, length: number): Generator<Uint8Array> {
		let [offset, left] = [start, length];
		for (const { blob, size } of pieces) {
			for (; offset < size && left > 0; ) {
				const chunk = readChunk(firstChunk(blob) + Math.floor(offset / CHUNK_BYTES));
				const within = offset % CHUNK_BYTES;
				const bytes = chunk.subarray(within, within + left);
				yield bytes;
				offset += bytes.length;
				left -= bytes.length;
			}
			offset -= size;
		}
	}

	const hold = (pieces: readonly Piece[]): void => {
		for (const { blob } of pieces) readers.set(blob, (readers.get(blob) ?? 0) + 1);
	};
	const letGo = (pieces: readonly Piece[]): void => {
		for (const { blob } of pieces) {
			const others = (readers.get(blob) ?? 1) - 1;
			if (others > 0) readers.set(blob, others);
			else readers.delete(blob);
			if (others === 0 && sql.get`SELECT 1 FROM loose WHERE blob = ${blob}`) transaction(() => erase(blob));
		}
	};
	function* held(pieces: readonly Piece[], start: number, length: number): Generator<Uint8Array> {
		try {
			yield* chunksOf(pieces, start, length);
		} finally {
			letGo(pieces);
		}
	}

	return {
		writer,
		read: (pieces, start, length) => {
			if (length <= CHUNK_BYTES) return [...chunksOf(pieces, start, length)];
			hold(pieces);
			return held(pieces, start, length);
		},
		release: (pieces) => {
			for (const { blob } of pieces) {
				if (readers.has(blob)) sql.run`INSERT OR IGNORE INTO loose (blob) VALUES (${blob})`;
				else erase(blob);
			}
		},
	};
};
