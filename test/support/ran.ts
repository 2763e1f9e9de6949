/** A child process to its end. */
import type { ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { text } from "node:stream/consumers";

/** What a command left. */
export interface Ran {
	readonly stdout: string;
	readonly stderr: string;
	/** Absent when a signal ended it. */
	readonly status: number | null;
}

/** Gives a command its standard input, and waits for all that it says. */
export const ran = async (
	child: ChildProcessByStdio<Writable, Readable, Readable>,
	input = "",
): Promise<Ran> => {
	child.stdin.end(input);
	const [stdout, stderr, [status]] = await Promise.all([
		text(child.stdout),
		text(child.stderr),
		once(child, "exit"),
	]);
	return { stdout, stderr, status };
};
