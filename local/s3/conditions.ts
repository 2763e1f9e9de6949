/**
 * Conditional requests and ranges.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-requests.html
 */
import { S3Error } from "./errors.ts";
import type { Version } from "./store.ts";

type Headers = ReadonlyMap<string, string>;

const matches = (list: string, etag: string): boolean =>
	list
		.split(",")
		.map((one) => one.trim().replace(/^W\//, "").replaceAll('"', ""))
		.some((one) => one === "*" || one === etag);

/**
 * Whether what is current may be replaced. S3 answers 409 when another write gets in between the check and the
 * end of this one; here both are one transaction, so that cannot happen.
 */
export const checkWrite = (headers: Headers, current: Version | undefined): void => {
	const [ifMatch, ifNoneMatch] = [headers.get("if-match"), headers.get("if-none-match")];
	if (ifNoneMatch !== undefined && ifNoneMatch !== "*") throw new S3Error("NotImplemented");
	if (ifNoneMatch === "*" && current) throw new S3Error("PreconditionFailed");
	if (ifMatch === undefined) return;
	if (current === undefined) throw new S3Error("NoSuchKey");
	if (!matches(ifMatch, current.etag)) throw new S3Error("PreconditionFailed");
};

/** HTTP dates have no fractions of a second. */
const seconds = (milliseconds: number): number => Math.floor(milliseconds / 1000);

/** Whether a version is wanted; `prefix` is `x-amz-copy-source-` when it is to be copied. */
export const checkRead = (headers: Headers, version: Version, prefix = ""): void => {
	const header = (name: string): string | undefined => headers.get(prefix + name);
	/** NaN, which compares to nothing, when the header is missing or no date. */
	const date = (name: string): number => seconds(Date.parse(header(name) ?? ""));
	const modified = seconds(version.modified);
	const ifMatch = header("if-match");
	if (ifMatch === undefined ? modified > date("if-unmodified-since") : !matches(ifMatch, version.etag))
		throw new S3Error("PreconditionFailed");
	const ifNoneMatch = header("if-none-match");
	const unchanged =
		ifNoneMatch === undefined ? modified <= date("if-modified-since") : matches(ifNoneMatch, version.etag);
	if (!unchanged) return;
	if (prefix !== "") throw new S3Error("PreconditionFailed");
	const lastModified = new Date(version.modified).toUTCString();
	throw new S3Error("NotModified", undefined, { etag: `"${version.etag}"`, "last-modified": lastModified });
};

/** The bytes that a `Range` asks for. One that S3 does not understand gives `undefined`: the whole object. */
export const readRange = (
	range: string | undefined,
	size: number,
): { readonly start: number; readonly length: number } | undefined => {
	const match = /^bytes=(\d*)-(\d*)$/.exec(range ?? "");
	if (match === null || match[0] === "bytes=-") return undefined;
	const [first, last] = [match[1] ?? "", match[2] ?? ""];
	const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
	const end = first === "" || last === "" ? size : Math.min(size, Number(last) + 1);
	if (first !== "" && last !== "" && Number(last) < start) return undefined;
	if (start >= size) throw new S3Error("InvalidRange", undefined, { "content-range": `bytes */${size}` });
	return { start, length: end - start };
};
