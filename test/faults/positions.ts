/** Where in the pipeline a call is made, and what it is about. */
import type { Call } from "../../local/endpoints/index.ts";

/** A call as faults see it. */
export interface Place {
	/** `ingest GetObject uploads`, `summarise UpdateItem ready`: the same for all uploads. */
	readonly position: string;
	/** The same whenever this call is made again for this key. */
	readonly about: string;
	readonly kind: "call" | "poller" | "event";
}

/** Whose calls meet faults: two functions with their pollers, and the rule that hands on S3's events. */
const SHORT: Readonly<Record<string, string>> = {
	"ingest-function": "ingest",
	"summarise-function": "summarise",
	"inbox-uploads": "events",
};

const POLLING: ReadonlySet<string> = new Set(["ReceiveMessage", "DeleteMessage"]);

/** What a poller does once, when it starts. */
const STARTING = "GetQueueAttributes";

const STAGE = /"(received|stripped|ready|rejected|failed|deleted)#\d+"/;

/** In a document's name: the digest of its key. What follows, the sequencer, is another in each run. */
const DOCUMENT = /^\/[^/]*\/((?:articles|summaries)\/\w+)\//;

/** What a call is about never tells of its time, so that the next run's same call is about the same. */
const ofS3 = ({ request: { url = "" } }: Call) => {
	const [path = ""] = url.split("?");
	const document = DOCUMENT.exec(path)?.[1];
	return { detail: document?.split("/")[0] ?? "uploads", about: document ?? path };
};

/** An item's attributes as DynamoDB spells them. */
type Attributes = Readonly<Record<string, { readonly S?: string }>>;

const ofDynamodb = ({ body }: Call) => {
	const text = String(body);
	const { Key, Item } = JSON.parse(text) as { Key?: Attributes; Item?: Attributes };
	const { key, list, rank } = Key ?? Item ?? {};
	// An entry's rank is when it is listed, then the digest of its key.
	const about = [key?.S ?? rank?.S?.split("#")[1], list?.S].filter(Boolean).join(" ");
	return { detail: STAGE.exec(text)?.[1] ?? "", about };
};

const ofSqs = ({ operation, body }: Call) => {
	if (operation !== "SendMessage") return { detail: "", about: "" };
	const { MessageBody = "{}" } = JSON.parse(String(body)) as { MessageBody?: string };
	const message = JSON.parse(MessageBody) as { key?: string; detail?: { object?: { key?: string } } };
	return { detail: "", about: message.key ?? message.detail?.object?.key ?? "" };
};

/** The place of a call; nothing of those that users make. */
export const placeOf = (call: Call): Place | undefined => {
	const [, caller] = /(ingest-function|summarise-function|inbox-uploads)/.exec(call.caller?.name ?? "") ?? [];
	if (caller === undefined || call.operation === STARTING) return undefined;
	const { detail, about } = { s3: ofS3, dynamodb: ofDynamodb, sqs: ofSqs }[call.service](call);
	const position = [SHORT[caller], call.operation, detail].filter(Boolean).join(" ");
	const kind = caller === "inbox-uploads" ? "event" : POLLING.has(call.operation) ? "poller" : "call";
	return { position, about, kind };
};
