/** Files that a user names, as they are read. */
import { createReadStream } from "node:fs";
import { basename, extname, isAbsolute, relative, resolve, sep } from "node:path";
import { readCapped } from "./read-capped.ts";
import { Unable } from "./unable.ts";

/** What files are, by the end of their name; others are sent without a type, and ingest looks for itself. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
	".html": "text/html",
	".htm": "text/html",
	".txt": "text/plain",
	".md": "text/markdown",
	".markdown": "text/markdown",
};

/** A file that was read, under the key that it will have. */
export interface ArticleFile {
	readonly key: string;
	readonly bytes: Uint8Array;
	readonly contentType: string | undefined;
}

/** Why a file can't be read, by Node's error code. */
const REASONS: Readonly<Record<string, string>> = {
	ENOENT: "there is no such file",
	EACCES: "it may not be read",
	EISDIR: "it is a folder, not a file",
};

/** A file's key: its path from `folder`, or its name alone when it lies elsewhere. */
export const keyOf = (path: string, folder: string): string => {
	const fromHere = relative(folder, resolve(folder, path));
	const elsewhere = fromHere.startsWith("..") || isAbsolute(fromHere);
	return elsewhere ? basename(path) : fromHere.split(sep).join("/");
};

/** Reads a file, or standard input for `-`. Throws `Unable` when it can't be read. */
export const readArticleFile = async (path: string, folder: string): Promise<ArticleFile> => {
	if (path === "-") {
		const bytes = await readCapped(process.stdin, "Standard input");
		return { key: "stdin", bytes, contentType: undefined };
	}
	try {
		return {
			key: keyOf(path, folder),
			bytes: await readCapped(createReadStream(resolve(folder, path)), path),
			contentType: CONTENT_TYPES[extname(path).toLowerCase()],
		};
	} catch (error) {
		if (error instanceof Unable) throw error;
		const code = error instanceof Error && "code" in error ? String(error.code) : "";
		throw new Unable(`${path}: ${REASONS[code] ?? error}.`);
	}
};
