/**
 * What the pipeline's steps work on, and what a user does to one key of it. There are two such worlds: one in
 * memory (`memory-world.ts`), quick enough for every order of steps, and one on the real servers
 * (`cloud-world.ts`), on which samples of those orders are replayed.
 */
import type { Uploads } from "../../functions/ingest/uploads.ts";
import type { Catalogue } from "../../functions/shared/catalogue.ts";
import type { Entries } from "../../functions/shared/entries.ts";
import type { Library } from "../../functions/shared/library.ts";

/** What a user does to the key; `restore` takes the delete marker away again. */
export type Action = "upload" | "upload another" | "upload an image" | "delete" | "restore";

/** What is uploaded. An image is rejected. */
export const BODIES: Partial<Record<Action, string>> = {
	upload:
		"The harbour of Lindmouth will close on Monday, the port authority said. It had lost money for years.",
	"upload another":
		"The harbour of Lindmouth stays open, the port authority said. The council will pay for the pier.",
	"upload an image": "GIF89a\x01\x00\x01\x00\x00\x00\x00",
};

/** The ports of ingest and summarise. */
export interface Parts {
	readonly uploads: Uploads;
	readonly library: Library;
	readonly catalogue: Catalogue;
	readonly entries: Pick<Entries, "add" | "remove">;
}

/** Where everything stands, in terms that are the same in both worlds: uploads are told by their number. */
export interface Outcome {
	/** The number of the upload under the key; `undefined` when there is none or it is deleted. */
	readonly object: number | undefined;
	readonly row:
		| {
				readonly stage: string;
				/** Of the event that the row is about. */
				readonly event: number;
				/** Of the upload that the row is about; a deletion is about none. */
				readonly upload: number | undefined;
				readonly current: { readonly article: string; readonly summary: string } | undefined;
		  }
		| undefined;
	/** `articles/2` is what ingest made of event 2. */
	readonly documents: readonly string[];
	/** The lists that have an entry for the key, each with the event that wrote it. */
	readonly entries: readonly string[];
}

/** `topic#ports` of `topic#ports#5`: shards go by the key. */
export const withoutShard = (list: string): string => list.slice(0, list.lastIndexOf("#"));

export interface World {
	/** What it is about. */
	readonly key: string;
	readonly parts: Parts;
	/** Does it, and gives the body of the event that comes of it. */
	act(action: Action): Promise<string>;
	/** The number of the event that has this sequencer. */
	eventOf(sequencer: string): number;
	outcome(): Promise<Outcome>;
}
