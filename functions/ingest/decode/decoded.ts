import type { Warning } from "../../shared/article.ts";
import type { Source } from "../source.ts";

/** Text with the WHATWG name of the charset it was read as. */
export interface Decoded {
	readonly source: Source;
	readonly charset: string;
	readonly warnings: readonly Warning[];
}
