/** Chooses which call meets which fault, by a seed, and keeps account of it. */
import { createHash } from "node:crypto";
import type { Interceptor } from "../../local/endpoints/index.ts";
import { CALL_FAULTS, EVENT_FAULTS, POLLER_FAULTS } from "./faults.ts";
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
	/** The share of calls that meet a fault. */
	readonly share: number;
	/** Only these, as they were; the seed is not asked. */
	readonly replay?: readonly Injected[];
}

const FAULTS: Readonly<Record<Place["kind"], readonly string[]>> = {
	call: Object.keys(CALL_FAULTS),
	poller: POLLER_FAULTS,
	event: Object.keys(EVENT_FAULTS),
};

/** Polls are many and about nothing in particular. */
const POLLER_SHARE = 0.2;

/** Two numbers below 1, the same for the same text. */
const draw = (text: string): [number, number] => {
	const hash = createHash("sha256").update(text).digest();
	return [hash.readUInt32LE(0) / 2 ** 32, hash.readUInt32LE(4) / 2 ** 32];
};

const nameOf = ({ position, about }: Pick<Injected, "position" | "about">, ordinal: number): string =>
	`${position}\n${about}\n${ordinal}`;

/** An interceptor that injects faults and tells of each. */
export const injector = (
	{ seed, share, replay }: Choosing,
	tell: (injected: Injected) => void,
): Interceptor => {
	const made = new Map<string, number>();
	const again = replay && new Map(replay.map((one) => [nameOf(one, one.ordinal), one.fault]));

	const choose = (place: Place, ordinal: number): string | undefined => {
		const name = nameOf(place, ordinal);
		if (again) return again.get(name);
		const [whether, which] = draw(`${seed}\n${name}`);
		if (whether >= (place.kind === "poller" ? share * POLLER_SHARE : share)) return undefined;
		const faults = FAULTS[place.kind];
		return faults[Math.floor(which * faults.length)];
	};

	return async (call, next) => {
		const place = placeOf(call);
		if (!place) return next();
		const { position, about, kind } = place;
		const identity = nameOf(place, 0);
		const ordinal = made.get(identity) ?? 0;
		made.set(identity, ordinal + 1);
		const fault = choose(place, ordinal);
		const interceptor = fault && (kind === "event" ? EVENT_FAULTS : CALL_FAULTS)[fault];
		if (!interceptor) return next();
		tell({ position, about, ordinal, fault });
		return interceptor(call, next);
	};
};
