/** The bucket, the catalogue, the library and the entries of one key, in memory, by the design's table of transitions. */

import type { Uploads } from "../../functions/ingest/uploads.ts";
import type { Catalogue, Transition, Turn } from "../../functions/shared/catalogue.ts";
import type { Entries } from "../../functions/shared/entries.ts";
import type { Library } from "../../functions/shared/library.ts";
import { placesOf } from "../../functions/shared/lists.ts";
import type { Current, Row } from "../../functions/shared/row.ts";
import type { Stage } from "../../functions/shared/stage.ts";
import { objectCreated, objectDeleted } from "../support/storage-events.ts";
import { type Action, BODIES, type Outcome, type World, withoutShard } from "./world.ts";

const KEY = "news/harbour.txt";

interface Version {
	readonly versionId: string;
	/** A delete marker has none. */
	readonly body: string | undefined;
}

const etagOf = (versionId: string): string => `etag-${versionId}`;
const sequencerOf = (event: number): string => event.toString(16).padStart(4, "0");
/** Padding makes sequencers longer at their end. */
const numberOf = (sequencer: string): number => Number.parseInt(sequencer.slice(0, 4), 16);
const numberOfVersion = (versionId: string | undefined): number | undefined =>
	versionId === undefined ? undefined : Number(versionId.slice(1));
/** `articles/<sha256>/<sequencer>/…` → `articles/<number>`. */
const shortName = (name: string): string => {
	const [shelf, , sequencer = ""] = name.split("/");
	return `${shelf}/${numberOf(sequencer)}`;
};

const openMemoryCatalogue = (): Catalogue & { row(): Row | undefined } => {
	let row: Row | undefined;
	const isNewer = ({ sequencer }: Turn): boolean =>
		row === undefined ||
		(row.latest.sequencer < sequencer && (row.confirmed === undefined || row.confirmed < sequencer));
	const isAt = ({ sequencer }: Turn, ...stages: Stage[]): boolean =>
		row?.latest.sequencer === sequencer && stages.includes(row.latest.stage);
	const isUndecided = (turn: Turn): boolean => isAt(turn, "received", "stripped", "failed");
	const move = (may: boolean, change: (before: Row | undefined) => Row): Transition => {
		if (!may) return { outcome: "refused", row };
		const previous = row;
		row = change(previous);
		return { outcome: "moved", previous };
	};
	const listed = { byStage: "", rank: "" };
	const standing = (before: Row | undefined): Row => before ?? ({ key: KEY, ...listed } as Row);

	return {
		row: () => row,
		get: async () => row,
		async claim({ key, sequencer, versionId, etag, time }, lastTry) {
			const turn = { key, sequencer };
			const may = isNewer(turn) || (lastTry ? isUndecided(turn) : isAt(turn, "received", "failed"));
			const claimed = move(may, (before) => ({
				...standing(before),
				latest: {
					sequencer,
					stage: lastTry ? "failed" : "received",
					...(versionId !== undefined && { versionId }),
					etag,
					receivedAt: time,
					...lastTry,
				},
			}));
			if (claimed.outcome === "refused") return { ours: isAt(turn, "stripped"), abandoned: [] };
			const before = claimed.previous?.latest;
			const left = before?.sequencer === sequencer ? undefined : before?.article;
			return { ours: true, abandoned: left === undefined ? [] : [left] };
		},
		strip: async (turn, article) =>
			move(isUndecided(turn), (before) => {
				const { code: _, message: __, ...latest } = standing(before).latest;
				return { ...standing(before), latest: { ...latest, stage: "stripped", article } };
			}),
		reject: async (turn, reason) =>
			move(isUndecided(turn), (before) => {
				const { current: _, ...rest } = standing(before);
				const { article: __, ...latest } = rest.latest;
				return { ...rest, latest: { ...latest, stage: "rejected", ...reason } };
			}),
		fail: async (turn, reason) =>
			move(isUndecided(turn), (before) => ({
				...standing(before),
				latest: { ...standing(before).latest, stage: "failed", ...reason },
			})),
		publish: async (turn, current) =>
			move(isUndecided(turn), (before) => {
				const { article: _, code: __, message: ___, ...latest } = standing(before).latest;
				return { ...standing(before), latest: { ...latest, stage: "ready" }, current };
			}),
		renew: async (turn, current) =>
			move(isAt(turn, "ready") && row?.current?.article === current.article, (before) => ({
				...standing(before),
				current,
			})),
		bury: async (turn, time) =>
			move(isNewer(turn), (before) => {
				const { current: _, ...rest } = standing(before);
				return { ...rest, latest: { sequencer: turn.sequencer, stage: "deleted", receivedAt: time } };
			}),
		async confirm(turn, { versionId, etag }) {
			const isSame = row?.latest.etag === etag && row.latest.versionId === versionId;
			return (
				move(isSame && isNewer(turn), (before) => ({ ...standing(before), confirmed: turn.sequencer }))
					.outcome === "moved"
			);
		},
	};
};

const openMemoryLibrary = (): Library & { names(): string[] } => {
	const documents = new Map<string, unknown>();
	const read = async (name: string): Promise<never> => documents.get(name) as never;
	return {
		names: () => [...documents.keys()],
		async put(name, document) {
			if (!documents.has(name)) documents.set(name, document);
		},
		article: read,
		summary: read,
		address: async (name) => `https://library.example/${name}`,
		keyOf: async (name) => (documents.has(name) ? { key: KEY } : undefined),
		async remove(names) {
			for (const name of names) documents.delete(name);
		},
	};
};

const openMemoryEntries = (): Pick<Entries, "add" | "remove"> & {
	all(): [place: string, sequencer: string][];
} => {
	const entries = new Map<string, string>();
	const places = (current: Current | undefined): string[] =>
		current ? placesOf(KEY, current).map(({ list, rank }) => `${list}\n${rank}`) : [];
	const isOlder = (place: string, { sequencer }: Turn): boolean => (entries.get(place) ?? "") <= sequencer;
	return {
		all: () => [...entries],
		async add(turn, current) {
			for (const place of places(current)) if (isOlder(place, turn)) entries.set(place, turn.sequencer);
		},
		async remove(turn, former, current) {
			const needed = new Set(places(current));
			for (const place of places(former))
				if (!needed.has(place) && isOlder(place, turn)) entries.delete(place);
		},
	};
};

/** Makes an empty world. */
export const memoryWorld = (): World => {
	const versions: Version[] = [];
	let events = 0;
	let made = 0;
	const catalogue = openMemoryCatalogue();
	const library = openMemoryLibrary();
	const entries = openMemoryEntries();
	const top = (): Version | undefined => versions.at(-1);
	const bytesOf = (body: string): Uint8Array => Buffer.from(body, "latin1");

	const uploads: Uploads = {
		async open({ versionId, etag }) {
			const body = versions.find((version) => version.versionId === versionId)?.body;
			if (body === undefined || etag !== etagOf(versionId ?? "")) return undefined;
			return {
				hints: { key: KEY, contentType: undefined, contentEncoding: undefined, url: undefined },
				length: undefined,
				bytes: async () => bytesOf(body),
				discard: () => undefined,
			};
		},
		async current() {
			const version = top();
			if (version?.body === undefined) return undefined;
			const { versionId, body } = version;
			return { versionId, etag: etagOf(versionId), bytes: bytesOf(body).length };
		},
	};

	return {
		key: KEY,
		parts: { uploads, library, catalogue, entries },
		async act(action: Action) {
			events++;
			const sequencer = sequencerOf(events);
			if (action === "restore") {
				const marker = versions.pop();
				const about = { key: KEY, sequencer, versionId: marker?.versionId ?? "" };
				return objectDeleted({ ...about, deletionType: "Permanently Deleted" });
			}
			made++;
			const versionId = `v${made}`;
			const body = BODIES[action];
			versions.push({ versionId, body });
			const about = { key: KEY, sequencer, versionId };
			return body === undefined
				? objectDeleted({ ...about, deletionType: "Delete Marker Created" })
				: objectCreated({ ...about, etag: etagOf(versionId), bytes: bytesOf(body).length });
		},
		eventOf: numberOf,
		async outcome(): Promise<Outcome> {
			const row = catalogue.row();
			const current = row?.current;
			return {
				object: top()?.body === undefined ? undefined : numberOfVersion(top()?.versionId),
				row: row && {
					stage: row.latest.stage,
					event: numberOf(row.latest.sequencer),
					upload: numberOfVersion(row.latest.versionId),
					current: current && {
						article: shortName(current.article),
						summary: shortName(current.summary),
					},
				},
				documents: library.names().map(shortName).sort(),
				entries: entries
					.all()
					.map(
						([place, sequencer]) => `${withoutShard(place.split("\n", 1)[0] ?? "")} ${numberOf(sequencer)}`,
					)
					.sort(),
			};
		},
	};
};
