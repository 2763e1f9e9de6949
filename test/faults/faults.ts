/** Ways for a call to go wrong. Each is an interceptor that the chosen call meets. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import {
	type Answer,
	type Call,
	HangUp,
	type Interceptor,
	jsonError,
	xmlError,
} from "../../local/endpoints/index.ts";

/** What a function does when an answer has this header; see `assembly.ts`. */
export const FATE_HEADER = "x-fault";

/** All of an answer's body. */
export const wholeOf = ({ body }: Answer): Promise<Buffer> =>
	body instanceof Readable ? buffer(body) : Promise.resolve(body);

const refusal = ({ service }: Call, status: number, code: string): Answer =>
	service === "s3"
		? xmlError(status, code, "Injected")
		: jsonError(status, `com.amazonaws#${code}`, "Injected");

const THROTTLES = {
	s3: "SlowDown",
	dynamodb: "ProvisionedThroughputExceededException",
	sqs: "ThrottlingException",
};
const BREAKDOWNS = { s3: "InternalError", dynamodb: "InternalServerError", sqs: "InternalFailure" };

/** Answers that tell the function to go down, having reached the service or not. */
const fatal =
	(way: string, reaches: boolean): Interceptor =>
	async (call, next) => {
		if (reaches) await wholeOf(await next());
		const answer = refusal(call, 500, "Injected");
		return { ...answer, headers: [...answer.headers, FATE_HEADER, way] };
	};

async function* trickle(body: Buffer): AsyncGenerator<Buffer> {
	const piece = Math.ceil(body.length / 5) || 1;
	for (let at = 0; at < body.length; at += piece) {
		await sleep(60);
		yield body.subarray(at, at + piece);
	}
}

async function* half(body: Buffer): AsyncGenerator<Buffer> {
	yield body.subarray(0, Math.floor(body.length / 2));
	await sleep(10);
	throw new HangUp("Cut");
}

/** What can become of a function's call. */
export const CALL_FAULTS: Readonly<Record<string, Interceptor>> = {
	delay: async (_, next) => {
		await sleep(400);
		return next();
	},
	throttle: async (call) => refusal(call, call.service === "dynamodb" ? 400 : 503, THROTTLES[call.service]),
	"server error": async (call) => refusal(call, 500, BREAKDOWNS[call.service]),
	"reset before": async () => {
		throw new HangUp("Injected");
	},
	"answer lost": async (_, next) => {
		await wholeOf(await next());
		throw new HangUp("Injected");
	},
	"slow body": async (_, next) => {
		const answer = await next();
		return { ...answer, body: Readable.from(trickle(await wholeOf(answer))) };
	},
	"cut body": async (_, next) => {
		const answer = await next();
		return { ...answer, body: Readable.from(half(await wholeOf(answer))) };
	},
	"killed before": fatal("kill", false),
	"killed after": fatal("kill", true),
	"out of memory": fatal("memory", true),
	"past its deadline": fatal("hang", true),
	silence: async (call) => {
		await new Promise((resolve) => call.request.socket.once("close", resolve));
		throw new HangUp("Nobody waits any more");
	},
};

/** What can become of a poller's call: it runs in no function. */
export const POLLER_FAULTS: readonly string[] = [
	"delay",
	"throttle",
	"server error",
	"reset before",
	"answer lost",
];

const sent = ({ body }: Call): Answer => {
	const { MessageBody = "" } = JSON.parse(String(body)) as { MessageBody?: string };
	const MD5OfMessageBody = createHash("md5").update(MessageBody).digest("hex");
	const answer = Buffer.from(JSON.stringify({ MessageId: crypto.randomUUID(), MD5OfMessageBody }));
	return { status: 200, headers: ["content-type", "application/x-amz-json-1.0"], body: answer };
};

/** SQS takes the message later than it says. Who is killed meanwhile loses it. */
const later =
	(ms: number): Interceptor =>
	async (call, next) => {
		setTimeout(
			() =>
				void next()
					.then(wholeOf)
					.catch(() => {}),
			ms,
		);
		return sent(call);
	};

/** What can become of an event on its way to the ingest queue. A second here is a minute of a real queue. */
export const EVENT_FAULTS: Readonly<Record<string, Interceptor>> = {
	duplicated: async (_, next) => {
		await wholeOf(await next());
		return next();
	},
	"duplicated late": async (call, next) => {
		await later(3_000)(call, next);
		return next();
	},
	"reordered within moments": later(150),
	"delayed by minutes": later(6_000),
	dropped: async (call) => sent(call),
};
