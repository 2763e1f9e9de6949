import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const MIB = 1024 * 1024;

/** How often a working process is looked at: it can outgrow its limit only by what it allocates meanwhile. */
const INTERVAL_MS = 100;

/** Resident memory of a process in bytes, as Linux tells it, or as `ps` does elsewhere; 0 when it is gone. */
const residentBytes = async (pid: number): Promise<number> => {
	try {
		if (process.platform === "linux") {
			const status = await readFile(`/proc/${pid}/status`, "utf8");
			return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) * 1024;
		}
		const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", String(pid)]);
		return Number(stdout) * 1024;
	} catch {
		return 0;
	}
};

/** Watches a process's memory while it works. */
export interface MemoryWatch {
	/** The most that was seen, in MiB. */
	readonly peakMb: () => number;
	stop(): void;
}

/**
 * Calls `onExceeded` once when the process holds more than `limitMb`. V8's own limit is not enough: buffers
 * are outside of it.
 */
export const watchMemory = (pid: number, limitMb: number, onExceeded: () => void): MemoryWatch => {
	let peak = 0;
	const look = async () => {
		const bytes = await residentBytes(pid);
		peak = Math.max(peak, bytes);
		if (bytes > limitMb * MIB) {
			clearInterval(timer);
			onExceeded();
		}
	};
	const timer = setInterval(look, INTERVAL_MS);
	look();
	return { peakMb: () => Math.round(peak / MIB), stop: () => clearInterval(timer) };
};
