/** What a user names to be uploaded: files, folders, addresses, standard input. */
import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, relative, resolve, sep } from "node:path";
import { keyOf, readArticleFile } from "../terminal/article-file.ts";
import { Unable } from "../terminal/unable.ts";
import { UsageError } from "../terminal/usage.ts";
import { fetchPage, isAddress, keyOfAddress } from "./web-page.ts";

/** What is to be uploaded. */
export interface Content {
	readonly bytes: Uint8Array;
	readonly contentType: string | undefined;
	/** The article's own address. */
	readonly url?: string;
}

/** One article to be. */
export interface Source {
	/** As the user would name it. */
	readonly name: string;
	readonly key: string;
	/** Throws `Unable` when it can't be read. */
	readonly read: (signal: AbortSignal) => Promise<Content>;
}

/** Where names begin, and what keys begin with. */
export interface Naming {
	/** Where relative paths begin. */
	readonly folder: string;
	readonly prefix: string;
	/** In place of what the name gives; of one article only. */
	readonly key?: string | undefined;
	/** Told what of a folder is left out. */
	readonly say: (sentence: string) => void;
}

/** What is taken of a folder, by the end of its name; a file that is named is taken whatever it is called. */
const ARTICLES: ReadonlySet<string> = new Set([".html", ".htm", ".xhtml", ".txt", ".md", ".markdown"]);
const COMPRESSED: ReadonlySet<string> = new Set([".gz", ".br", ".zst"]);

const isArticle = (name: string): boolean => {
	const end = extname(name).toLowerCase();
	const inner = COMPRESSED.has(end) ? extname(basename(name, extname(name))).toLowerCase() : end;
	return ARTICLES.has(inner);
};

const fileSource = (path: string, key: string, folder: string): Source => ({
	name: path,
	key,
	read: () => readArticleFile(path, folder),
});

const addressSource = (address: string): Source => ({
	name: address,
	key: keyOfAddress(address),
	read: (signal) => fetchPage(address, signal),
});

/** A folder's articles, in the order of their names; hidden files and folders are left alone. */
const filesIn = async (path: string, { folder, say }: Naming): Promise<Source[]> => {
	const root = resolve(folder, path);
	const entries = await readdir(root, { recursive: true, withFileTypes: true });
	const visible = entries
		.filter((entry) => entry.isFile())
		.map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep))
		.filter((parts) => !parts.some((part) => part.startsWith(".") || part === "node_modules"))
		.map((parts) => parts.join("/"));
	const files = visible.filter(isArticle).sort();
	const ends = [...ARTICLES].join(", ");
	if (files.length === 0) throw new Unable(`${path} has no articles: files that end in ${ends}.`);
	const others = visible.length - files.length;
	if (others > 0) say(`${path}: other files left out: ${others}. Articles end in ${ends}.`);
	// The folder that is here gives no name to what is in it.
	const own = root === resolve(folder) ? "" : `${keyOf(root, folder)}/`;
	return files.map((file) => fileSource(join(path, file), own + file, folder));
};

const isFolder = async (path: string): Promise<boolean> => {
	try {
		return (await stat(path)).isDirectory();
	} catch {
		return false;
	}
};

const sourcesOfName = async (name: string, naming: Naming): Promise<Source[]> => {
	const { folder, key } = naming;
	if (name === "-") {
		if (key === undefined) throw new UsageError("Standard input has no name: give it a key with --key.");
		return [fileSource("-", key, folder)];
	}
	if (isAddress(name)) return [addressSource(name)];
	if (name.includes("://")) throw new UsageError(`A page has an http or https address, not "${name}".`);
	if (await isFolder(resolve(folder, name))) return filesIn(name, naming);
	return [fileSource(name, keyOf(name, folder), folder)];
};

/** Everything that the names stand for. Throws a `UsageError` where two would have one key. */
export const sourcesOf = async (names: readonly string[], naming: Naming): Promise<Source[]> => {
	const found: Source[] = [];
	for (const name of names) found.push(...(await sourcesOfName(name, naming)));
	const { key, prefix } = naming;
	if (key !== undefined && found.length > 1)
		throw new UsageError(`--key is for one article, not for ${found.length}.`);
	const named = found.map((source) => ({ ...source, key: prefix + (key ?? source.key) }));
	const byKey = new Map<string, Source>();
	for (const source of named) {
		const other = byKey.get(source.key);
		if (other?.name === source.name) continue;
		if (other) throw new UsageError(`${other.name} and ${source.name} would both be “${source.key}”.`);
		byKey.set(source.key, source);
	}
	return [...byKey.values()];
};
