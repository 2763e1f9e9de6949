/** Sees, without asking anybody, when each upload's event was handed on and when its summary became readable. */
import type { Interceptor } from "../../local/endpoints/index.ts";
import { placeOf } from "../../test/faults/positions.ts";

/** What was seen so far. */
export interface Observer {
	readonly interceptor: Interceptor;
	/** When each key became ready last, by `performance.now()`. */
	readonly readyAt: ReadonlyMap<string, number>;
	/** How many events have reached the ingest queue. */
	handedOn(): number;
}

/** An observer whose interceptor passes on every call as it is. */
export const observer = (): Observer => {
	const readyAt = new Map<string, number>();
	let handedOn = 0;
	return {
		readyAt,
		handedOn: () => handedOn,
		interceptor: async (call, next) => {
			const answer = await next();
			const isWrite = call.operation === "UpdateItem" || call.operation === "SendMessage";
			const place = isWrite && answer.status === 200 ? placeOf(call) : undefined;
			if (place?.kind === "event") handedOn++;
			if (place?.position === "summarise UpdateItem ready") readyAt.set(place.about, performance.now());
			return answer;
		},
	};
};
