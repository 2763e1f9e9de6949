import type { WriteStream } from "node:tty";
import type { Presentation } from "./present.ts";

/** What a stream shows: styles only at a terminal, and not when NO_COLOR is set (https://no-color.org). */
export const presentationOf = (stream: WriteStream): Presentation => ({
	columns: stream.columns || 80,
	styled: Boolean(stream.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb",
});

/** A word as a POSIX shell takes it. */
export const shellWord = (text: string): string =>
	/^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
