/** The one SQLite file that everything is in. */
import { DatabaseSync, type SQLTagStore } from "node:sqlite";

/** `versions.id` is `null` (the text) for what an unversioned or suspended bucket holds, as in S3. */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS buckets (
	name TEXT PRIMARY KEY, created INTEGER NOT NULL, versioning TEXT NOT NULL DEFAULT '',
	events INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS configurations (
	bucket TEXT NOT NULL, name TEXT NOT NULL, document TEXT NOT NULL, PRIMARY KEY (bucket, name)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS versions (
	bucket TEXT NOT NULL, key TEXT NOT NULL, sequence INTEGER NOT NULL, id TEXT NOT NULL, marker INTEGER NOT NULL,
	size INTEGER NOT NULL, etag TEXT NOT NULL, modified INTEGER NOT NULL, headers TEXT NOT NULL, tags TEXT NOT NULL,
	checksum TEXT NOT NULL, pieces TEXT NOT NULL,
	PRIMARY KEY (bucket, key, sequence DESC)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS uploads (
	id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, headers TEXT NOT NULL, tags TEXT NOT NULL,
	algorithm TEXT NOT NULL, type TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS parts (
	upload TEXT NOT NULL, number INTEGER NOT NULL, size INTEGER NOT NULL, md5 TEXT NOT NULL, modified INTEGER NOT NULL,
	checksum TEXT NOT NULL, pieces TEXT NOT NULL, PRIMARY KEY (upload, number)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS outbox (sequence INTEGER PRIMARY KEY, event TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS chunks (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS loose (blob INTEGER PRIMARY KEY);
CREATE TABLE IF NOT EXISTS counter (sequence INTEGER NOT NULL);
INSERT INTO counter SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM counter);
`;

/** Writes a millisecond that sequence numbers leave room for; more than these borrow from the next one. */
const WRITES_A_MILLISECOND = 1024;

/** The open file. Statements are prepared once by their text. */
export interface Database {
	readonly sql: SQLTagStore;
	/** All or nothing. The work must not await, so that nobody else's statements get in between. */
	readonly transaction: <T>(work: () => T) => T;
	/**
	 * The number of the next write: about the time, but rising even if the clock or a restart goes back. What S3
	 * calls an event's sequencer is this.
	 */
	readonly nextSequence: () => number;
	readonly close: () => void;
}

/** Opens the file, or a database in memory. */
export const openDatabase = (file: string, now: () => Date): Database => {
	const database = new DatabaseSync(file);
	// With a write-ahead log, NORMAL loses nothing to a killed process; only to a power cut, and then nothing is torn.
	database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
	database.exec(SCHEMA);
	const sql = database.createTagStore();
	return {
		sql,
		transaction: (work) => {
			database.exec("BEGIN IMMEDIATE");
			try {
				const result = work();
				database.exec("COMMIT");
				return result;
			} catch (error) {
				database.exec("ROLLBACK");
				throw error;
			}
		},
		nextSequence: () => {
			const row = sql.get`UPDATE counter SET sequence = max(sequence + 1, ${now().getTime() * WRITES_A_MILLISECOND})
				RETURNING sequence`;
			return Number(row?.sequence);
		},
		close: () => database.close(),
	};
};
