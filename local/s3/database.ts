/** The one SQLite file that everything is in. */
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";

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

/** What a statement gives. */
export type Row = Record<string, SQLOutputValue>;

type Tag<Result> = (text: TemplateStringsArray, ...values: SQLInputValue[]) => Result;

/** Statements as templates, whose values are bound; each is prepared once. */
export interface Sql {
	readonly get: Tag<Row | undefined>;
	readonly all: Tag<Row[]>;
	readonly iterate: Tag<Iterable<Row>>;
	readonly run: Tag<{ readonly changes: number | bigint }>;
}

/** Node's own `createTagStore` would do, but as of 24.21 its statements keep the file locked after `close`. */
const newSql = (database: DatabaseSync): Sql => {
	const statements = new WeakMap<TemplateStringsArray, StatementSync>();
	const prepare = (text: TemplateStringsArray): StatementSync => {
		const statement = statements.get(text) ?? database.prepare(text.join("?"));
		statements.set(text, statement);
		return statement;
	};
	return {
		get: (text, ...values) => prepare(text).get(...values),
		all: (text, ...values) => prepare(text).all(...values),
		iterate: (text, ...values) => prepare(text).iterate(...values),
		run: (text, ...values) => prepare(text).run(...values),
	};
};

/** The open file. */
export interface Database {
	readonly sql: Sql;
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
	const sql = newSql(database);
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
