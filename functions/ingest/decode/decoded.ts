import type { Warning } from "../../shared/article.ts";

/** Text with the WHATWG name of the charset it was read as. */
export interface Decoded {
	readonly text: string;
	readonly charset: string;
	readonly warnings: readonly Warning[];
}
