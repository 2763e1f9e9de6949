/** Chooses which call meets which fault, and keeps account of it. */
import { createHash } from "node:crypto";
import type { Interceptor } from "../../local/endpoints/index.ts";
import { CALL_FAULTS, EVENT_FAULTS, POLLER_FAULTS } from "./faults.ts";
import { openLedger } from "./ledger.ts";
import { type Place, placeOf } from "./positions.ts";

/** One fault that was injected; a list of them replays a run. */
export interface Injected {
	readonly position: string;
	readonly about: string;
	/** How often the same call had been made before. */
	readonly ordinal: number;
	readonly fault: string;
}

/** How faults are chosen. */
export interface Choosing {
	readonly seed: number;
	/** How often each fault is to meet each position, by events of the bucket. */
	readonly share: number;
	/** File of what was called and injected, kept over kills. */
	readonly ledger: string;
	/** Only these, as they were; the seed is not asked. */
	readonly replay?: readonly Injected[];
}

const FAULTS: Readonly<Record<Place["kind"], readonly string[]>> = {
	call: Object.keys(CALL_FAULTS),
	poller: POLLER_FAULTS,
	event: Object.keys(EVENT_FAULTS),
};

/** Of calls at a position that is seldom reached, this share at most meets a fault, so that some get past it. */
const MOST = 0.9;

/**
 * What a function reads can't be read for as long as this many calls, for the seed's choice of this share of keys:
 * a receive makes three of them, and a key may have several uploads. Otherwise hardly a message would get to its
 * last try; with more of them, hardly a summary would be there to be deleted.
 */
const OUTAGE = {
	keys: new Map([
		["ingest GetObject uploads", 0.27],
		["summarise GetObject articles", 0.18],
	]),
	fault: "server error",
	calls: 20,
};

/** A position that has met fewer faults than it is to have by now meets them so much more often than it need. */
const CATCHING_UP = 2;

/** Each event of the bucket gets here once: as many as there were, so many faults there are to be. */
const DONE = "ingest DeleteMessage";

/** Two numbers below 1, the same for the same text. */
const draw = (text: string): [number, number] => {
	const hash = createHash("sha256").update(text).digest();
	return [hash.readUInt32LE(0) / 2 ** 32, hash.readUInt32LE(4) / 2 ** 32];
};

const nameOf = ({ position, about }: Pick<Injected, "position" | "about">, ordinal: number): string =>
	`${position}\n${about}\n${ordinal}`;

/** An interceptor that injects faults and tells of each. */
export const injector = (
	{ seed, share, ledger: file, replay }: Choosing,
	tell: (injected: Injected) => void,
): Interceptor => {
	const ledger = openLedger(file);
	const again = replay && new Map(replay.map((one) => [nameOf(one, one.ordinal), one.fault]));

	/** What a call of the seed's choice meets: of the faults that its position has met least, one by lot. */
	const choose = (place: Place, ordinal: number): string | undefined => {
		const { position, about, kind } = place;
		const name = nameOf(place, ordinal);
		if (again) return again.get(name);
		const isOut = draw(`${seed}\n${about}`)[0] < (OUTAGE.keys.get(position) ?? 0);
		if (isOut && ordinal < OUTAGE.calls) return OUTAGE.fault;
		const wanted = share * ledger.calls(DONE);
		const counts = FAULTS[kind].map((fault) => ledger.faults(position, fault));
		const least = Math.min(...counts);
		if (least >= wanted) return undefined;
		const [whether, which] = draw(`${seed}\n${name}`);
		// What meets an outage can meet nothing else.
		const free = ledger.calls(position) - ledger.faults(position, OUTAGE.fault);
		const chance = (CATCHING_UP * wanted * counts.length) / (free + 1);
		if (whether >= Math.min(MOST, chance)) return undefined;
		const rarest = FAULTS[kind].filter((_, index) => counts[index] === least);
		return rarest[Math.floor(which * rarest.length)];
	};

	return async (call, next) => {
		const place = placeOf(call);
		if (!place) return next();
		const { position, about, kind } = place;
		const ordinal = ledger.made(place);
		const fault = choose(place, ordinal);
		ledger.add(place, fault);
		const interceptor = fault && (kind === "event" ? EVENT_FAULTS : CALL_FAULTS)[fault];
		if (!interceptor) return next();
		tell({ position, about, ordinal, fault });
		return interceptor(call, next);
	};
};
