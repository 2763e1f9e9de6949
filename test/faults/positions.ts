/** Where in the pipeline a call is made, and what it is about. */
import { createHash } from "node:crypto";
import type { Call } from "../../local/endpoints/index.ts";

/** A call as faults see it. */
export interface Place {
	/** `ingest GetObject uploads`, `summarise UpdateItem ready`: the same for all uploads. */
	readonly position: string;
	/** The same whenever this call is made again for this upload. */
	readonly about: string;
	readonly kind: "call" | "poller" | "event";
}

/** Whose calls meet faults: two functions with their pollers, and the rule that hands on S3's events. */
const SHORT: Readonly<Record<string, string>> = {
	"ingest-function": "ingest",
	"summarise-function": "summarise",
	"inbox-uploads": "events",
};

const POLLING: ReadonlySet<string> = new Set([
	"ReceiveMessage",
	"DeleteMessage",
	"ChangeMessageVisibility",
	"GetQueueAttributes",
]);

const STAGE = /"(received|stripped|ready|rejected|failed|deleted)#\d+"/;

const digest = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 16);

const ofS3 = ({ request: { url = "" } }: Call) => {
	const [, bucket = "", shelf = ""] = url.split(/[/?]/);
	const where = /library/i.test(bucket) ? shelf : "uploads";
	return { detail: where, about: url };
};

const ofDynamodb = ({ body }: Call) => {
	const text = String(body);
	const { Key, Item } = JSON.parse(text) as { Key?: unknown; Item?: unknown };
	return { detail: STAGE.exec(text)?.[1] ?? "", about: JSON.stringify(Key ?? Item ?? text) };
};

const ofSqs = ({ operation, body }: Call) => {
	if (operation !== "SendMessage") return { detail: "", about: "" };
	const { MessageBody = "" } = JSON.parse(String(body)) as { MessageBody?: string };
	return { detail: "", about: digest(MessageBody.replace(/"id":"[^"]*",?/, "")) };
};

/** The place of a call; nothing of those that users make. */
export const placeOf = (call: Call): Place | undefined => {
	const [, caller] = /(ingest-function|summarise-function|inbox-uploads)/.exec(call.caller?.name ?? "") ?? [];
	if (caller === undefined) return undefined;
	const { detail, about } = { s3: ofS3, dynamodb: ofDynamodb, sqs: ofSqs }[call.service](call);
	const position = [SHORT[caller], call.operation, detail].filter(Boolean).join(" ");
	const kind = caller === "inbox-uploads" ? "event" : POLLING.has(call.operation) ? "poller" : "call";
	return { position, about, kind };
};
