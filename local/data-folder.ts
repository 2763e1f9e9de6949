import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Unable } from "../terminal/unable.ts";

/** A data folder that this process alone may write to. */
export interface DataFolder {
	/** Path of a file or folder in it. */
	path(name: string): string;
	release(): void;
}

/** Throws `Unable` when there can be no file in such a folder. */
const openLock = (folder: string): DatabaseSync => {
	try {
		mkdirSync(folder, { recursive: true });
		return new DatabaseSync(join(folder, "lock.sqlite"), { timeout: 0 });
	} catch (error) {
		const why = error instanceof Error ? error.message : error;
		throw new Unable(`The data folder ${folder} can't be written to: ${why}.`);
	}
};

/**
 * Takes a data folder for this process. The lock is SQLite's on a file: the system lets go of it however the
 * process ends, so there are no stale ones. Throws `Unable` when another process has it, or it can't be written to.
 */
export const takeDataFolder = (folder: string): DataFolder => {
	const lock = openLock(folder);
	try {
		lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT");
	} catch (error) {
		lock.close();
		if (!(error instanceof Error && error.message.includes("locked"))) throw error;
		throw new Unable(
			`Another Precis is running on ${folder}: stop it, or give this one a folder of its own with --data DIR.`,
		);
	}
	return { path: (name) => join(folder, name), release: () => lock.close() };
};
