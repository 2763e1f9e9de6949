const parking = new Int32Array(new SharedArrayBuffer(4));

/**
 * Milliseconds that this thread has computed for, which unlike a clock's don't grow with what else the
 * machine does. Linux adds a thread's running time up at ticks of some milliseconds and whenever it is put to
 * sleep; hence the nap.
 */
export function cpuMilliseconds(): number {
	Atomics.wait(parking, 0, 0, 0.01);
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}
