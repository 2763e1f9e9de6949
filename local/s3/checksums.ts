/**
 * The checksums that S3 keeps beside an object. Node has CRC-32 and the hashes; the two other CRCs are here,
 * because the SDK's implementations are in a package that is internal to it.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html
 */
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

interface Hasher {
	readonly update: (bytes: Uint8Array) => void;
	readonly digest: () => Buffer;
}

/** One step of a reflected CRC over each of a byte's values: the table's 256 entries. */
const CASTAGNOLI = Uint32Array.from({ length: 256 }, (_, byte) => {
	let crc = byte;
	for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0x82f63b78 : 0);
	return crc >>> 0;
});

/** CRC-64/NVME's table in two halves, because a `BigInt` a byte is thirty times slower. */
const NVME = Array.from({ length: 256 }, (_, byte) => {
	let crc = BigInt(byte);
	for (let bit = 0; bit < 8; bit++) crc = (crc >> 1n) ^ (crc & 1n ? 0x9a6c9329ac4bc9b5n : 0n);
	return crc;
});
const NVME_HIGH = Uint32Array.from(NVME, (crc) => Number(crc >> 32n));
const NVME_LOW = Uint32Array.from(NVME, (crc) => Number(crc & 0xffffffffn));

const words = (...values: number[]): Buffer => {
	const bytes = Buffer.alloc(4 * values.length);
	values.forEach((value, index) => {
		bytes.writeUInt32BE(value >>> 0, 4 * index);
	});
	return bytes;
};

const newCrc32 = (): Hasher => {
	let crc = 0;
	return {
		update: (bytes) => {
			crc = crc32(bytes, crc);
		},
		digest: () => words(crc),
	};
};

const newCrc32c = (): Hasher => {
	let crc = -1;
	return {
		update: (bytes) => {
			for (const byte of bytes) crc = (crc >>> 8) ^ (CASTAGNOLI[(crc ^ byte) & 0xff] ?? 0);
		},
		digest: () => words(~crc),
	};
};

const newCrc64Nvme = (): Hasher => {
	let [high, low] = [-1, -1];
	return {
		update: (bytes) => {
			for (const byte of bytes) {
				const index = (low ^ byte) & 0xff;
				low = ((low >>> 8) | (high << 24)) ^ (NVME_LOW[index] ?? 0);
				high = (high >>> 8) ^ (NVME_HIGH[index] ?? 0);
			}
		},
		digest: () => words(~high, ~low),
	};
};

const HASHERS = {
	crc32: newCrc32,
	crc32c: newCrc32c,
	crc64nvme: newCrc64Nvme,
	sha1: (): Hasher => createHash("sha1"),
	sha256: (): Hasher => createHash("sha256"),
} as const;

/** A checksum's algorithm, as it is spelt in `x-amz-checksum-…`. */
export type ChecksumAlgorithm = keyof typeof HASHERS;
/** Every algorithm there is. */
export const CHECKSUM_ALGORITHMS = Object.keys(HASHERS) as ChecksumAlgorithm[];

/** A checksum as it is kept and given back; `COMPOSITE` ones are over the parts' checksums. */
export interface Checksum {
	readonly algorithm: ChecksumAlgorithm;
	/** Base64, of a composite one with `-` and the number of parts. */
	readonly value: string;
	readonly type: "FULL_OBJECT" | "COMPOSITE";
}

/** Starts a checksum. */
export const newChecksum = (algorithm: ChecksumAlgorithm): Hasher => HASHERS[algorithm]();

/** Reads an algorithm's name in either spelling (`CRC64NVME`, `crc64nvme`). */
export const checksumAlgorithm = (name: string | undefined): ChecksumAlgorithm | undefined =>
	CHECKSUM_ALGORITHMS.find((algorithm) => algorithm === name?.toLowerCase());

/** The headers that tell a checksum. */
export const checksumHeaders = (checksum: Checksum | undefined): Record<string, string> =>
	checksum === undefined
		? {}
		: { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value, "x-amz-checksum-type": checksum.type };

/** The elements that tell a checksum. */
export const checksumElements = (checksum: Checksum | undefined): Record<string, string> =>
	checksum === undefined
		? {}
		: { [`Checksum${checksum.algorithm.toUpperCase()}`]: checksum.value, ChecksumType: checksum.type };
