import type { Embedded } from "../embedded.ts";

/** Something hostile: what it is, and what comes of it. */
export interface Case {
	/** As docs/security.md has it. */
	readonly what: string;
	/** What must come of it, as docs/security.md has it: `trying` gives what did. */
	readonly outcome: string;
	/** Does it, throws when something is wrong that the outcome doesn't tell. */
	trying(embedded: Embedded): Promise<string>;
}
