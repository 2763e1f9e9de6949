/** dynalite ships no types; this is what we use of it. */
declare module "dynalite" {
	import type { Server } from "node:http";

	/** @see https://github.com/architect/dynalite#readme */
	interface DynaliteOptions {
		/** Folder of the LevelDB store; in memory when absent. */
		readonly path?: string;
		/** How long tables stay in CREATING, milliseconds; 500 when absent. Likewise the others. */
		readonly createTableMs?: number;
		readonly deleteTableMs?: number;
		readonly updateTableMs?: number;
	}

	/** Makes the server; it does not listen yet. */
	function dynalite(options?: DynaliteOptions): Server;
	export = dynalite;
}
