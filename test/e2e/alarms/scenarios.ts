/** Each class of faults of the torture, where it doesn't end by itself, and who must be woken by it. */
import type { Call, Interceptor } from "../../../local/endpoints/index.ts";
import { CALL_FAULTS, EVENT_FAULTS, POLLER_FAULTS } from "../../faults/faults.ts";
import { placeOf } from "../../faults/positions.ts";

/** Something that goes wrong, and the alarms that ring for it. */
export interface Scenario {
	readonly what: string;
	/** Of the torture; that of each one is tried here. */
	readonly fault?: string;
	readonly interceptors: readonly Interceptor[];
	/** The queues are not going to be empty. */
	readonly waits?: true;
	readonly rings: readonly string[];
}

type Where = (call: Call) => boolean;

const at =
	(who: string, kind: "call" | "poller" | "event"): Where =>
	(call) => {
		const place = placeOf(call);
		return place?.kind === kind && place.position.startsWith(who);
	};
const by =
	(who: string): Where =>
	({ caller }) =>
		caller?.name.includes(`${who}-function`) ?? false;

const only =
	(where: Where, fault: Interceptor | undefined): Interceptor =>
	(call, next) =>
		fault && where(call) ? fault(call, next) : next();

const always = (who: string, where: Where, fault: string, rings: readonly string[]): Scenario => ({
	what: `${fault} at every call of ${who}`,
	fault,
	interceptors: [only(where, CALL_FAULTS[fault] ?? EVENT_FAULTS[fault])],
	rings,
});

/** Faults that a run doesn't survive when every call has them. */
const LETHAL = [
	"throttle",
	"server error",
	"reset before",
	"answer lost",
	"cut body",
	"killed before",
	"killed after",
	"out of memory",
	"past its deadline",
	"silence",
];
const ABSORBED = ["delay", "slow body"];

/** Sweep is told that all uploads are old: it leaves those of the last hour to their events. */
const longAgo: Interceptor = async (call, next) => {
	const answer = await next();
	if (call.operation !== "HeadObject" || !by("sweep")(call)) return answer;
	const { headers } = answer;
	const isTime = (index: number) => headers[index - 1]?.toLowerCase() === "last-modified";
	return {
		...answer,
		headers: headers.map((one, index) => (isTime(index) ? "Wed, 01 Jan 2020 00:00:00 GMT" : one)),
	};
};

const POISON = "uploads/1.html";

/** All of them. */
export const SCENARIOS: readonly Scenario[] = [
	{ what: "nothing", interceptors: [longAgo], rings: [] },
	...LETHAL.map((fault) =>
		always("ingest", at("ingest", "call"), fault, ["IngestDeadLetters", "IngestFailures"]),
	),
	...["server error", "killed after", "past its deadline"].map((fault) =>
		always("summarise", at("summarise", "call"), fault, ["SummariseDeadLetters", "SummariseFailures"]),
	),
	...["throttle", "server error"].map((fault) => always("the API", by("fetch"), fault, ["ApiFaults"])),
	...["killed before", "out of memory"].map((fault) =>
		always("the API", by("fetch"), fault, ["FetchFailures"]),
	),
	always("sweep", by("sweep"), "server error", ["SweepFailures"]),
	...ABSORBED.map((fault) => always("ingest", at("ingest", "call"), fault, [])),
	...["throttle", "server error", "reset before"].map((fault) => ({
		...always("ingest's poller", at("ingest", "poller"), fault, ["IngestBacklog"]),
		waits: true as const,
	})),
	always("ingest's poller", at("ingest", "poller"), "answer lost", ["IngestDeadLetters"]),
	always("ingest's poller", at("ingest", "poller"), "delay", []),
	{
		...always("summarise's poller", at("summarise", "poller"), "throttle", ["SummariseBacklog"]),
		waits: true,
	},
	always(
		"EventBridge",
		(call) => at("events", "event")(call) && !String(call.body).includes("undelivered"),
		"throttle",
		["Undelivered"],
	),
	{
		...always("EventBridge", at("events", "event"), "dropped", ["StuckUploads"]),
		interceptors: [longAgo, only(at("events", "event"), EVENT_FAULTS.dropped)],
	},
	...["duplicated", "duplicated late", "reordered within moments", "delayed by minutes"].map((fault) =>
		always("EventBridge", at("events", "event"), fault, []),
	),
	{
		what: "one upload among many that kills ingest",
		interceptors: [
			only(
				(call) => at("ingest", "call")(call) && (placeOf(call)?.about.includes(POISON) ?? false),
				CALL_FAULTS["killed before"],
			),
		],
		rings: ["IngestDeadLetters"],
	},
];

/** Every class that the torture injects. */
export const CLASSES: readonly string[] = [
	...new Set([...Object.keys(CALL_FAULTS), ...POLLER_FAULTS, ...Object.keys(EVENT_FAULTS)]),
];
