/** The API over HTTP: who asks, how answers are read, and what error answers become. */
import type * as z from "zod";
import { ProblemAnswer } from "./contracts.ts";
import {
	FailedError,
	PrecisError,
	type Problem,
	ProblemError,
	RejectedError,
	UnexpectedAnswerError,
} from "./errors.ts";
import { type Answer, type Call, exchange, retryAfterMs } from "./exchange.ts";

/** How to reach an API. */
export interface ClientOptions {
	/** The stack's output `ApiUrl`, or what `npm start` prints. */
	readonly baseUrl: string;
	/** A token of the configured issuer, or a function that has one; it is asked before each request. */
	readonly token?: string | (() => string | Promise<string>);
	/** How the API is called: one that signs, where it takes IAM signatures. Never used for presigned addresses. */
	readonly fetch?: typeof globalThis.fetch;
	/** For one try of one request; 30 seconds when absent. `waitFor` has a time of its own. */
	readonly timeoutMs?: number;
	/** For one try of a transfer to or from S3; 5 minutes when absent. */
	readonly transferTimeoutMs?: number;
	/** Tries after the first; 3 when absent. */
	readonly retries?: number;
}

/** What every method takes. */
export interface CallOptions {
	readonly signal?: AbortSignal | undefined;
}

/** A request to the API. */
export interface ApiRequest extends CallOptions {
	readonly method?: "GET" | "POST" | "DELETE";
	readonly path: string;
	readonly query?: Readonly<Record<string, string | number | undefined>>;
	readonly body?: object;
	/** Above the client's, for answers that are held on purpose. */
	readonly timeoutMs?: number;
}

/** The API, asked. */
export interface Api {
	/** Resolves for 200 to 299; throws a `ProblemError` for other answers. */
	ask(request: ApiRequest): Promise<Answer>;
	/** Sends to or fetches from a presigned address. */
	transfer(url: string, init: RequestInit, signal: AbortSignal | undefined): Promise<Answer>;
}

const TIMEOUT_MS = 30_000;
const TRANSFER_TIMEOUT_MS = 300_000;
const RETRIES = 3;

/** Spaces as `%20`: a `+` is read in two ways, and signatures are over one of them. */
const queryOf = (query: ApiRequest["query"] = {}): string => {
	const pairs = Object.entries(query)
		.filter((pair): pair is [string, string | number] => pair[1] !== undefined)
		.map(([name, value]) => `${name}=${encodeURIComponent(String(value).toWellFormed())}`);
	return pairs.length > 0 ? `?${pairs.join("&")}` : "";
};

const parseJson = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** Reads an answer's JSON. Throws an `UnexpectedAnswerError` for what the contract doesn't know. */
export const read = <Schema extends z.ZodType>(schema: Schema, { text }: Answer): z.output<Schema> => {
	const parsed = schema.safeParse(parseJson(text));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const where = issue && issue.path.length > 0 ? ` at “${issue.path.join(".")}”` : "";
	throw new UnexpectedAnswerError(
		`The answer is not what the contract says${where}: is this a Precis API, of this client's version?`,
		{ cause: parsed.error },
	);
};

const problemOf = (answer: Answer): Problem => {
	const ms = retryAfterMs(answer.headers);
	const common = {
		status: answer.status,
		...(ms !== undefined && { retryAfterSeconds: Math.ceil(ms / 1000) }),
	};
	const parsed = ProblemAnswer.safeParse(parseJson(answer.text));
	if (parsed.success && "detail" in parsed.data) {
		const { code, detail, upload } = parsed.data;
		return { ...common, code, message: detail, ...(upload && { upload }) };
	}
	const said = parsed.success && "message" in parsed.data ? `: ${parsed.data.message}` : "";
	return { ...common, code: `http-${answer.status}`, message: `The API answered ${answer.status}${said}.` };
};

/** The error that an answer is: the upload's fate, or the API's refusal. */
const errorOf = (answer: Answer): ProblemError => {
	const problem = problemOf(answer);
	if (problem.upload && problem.status === 422) return new RejectedError(problem);
	if (problem.upload && problem.status === 503) return new FailedError(problem);
	return new ProblemError(problem);
};

/** S3's errors are XML; its code tells more than its message. */
const transferError = ({ status, text }: Answer): ProblemError => {
	const code = /<Code>(\w+)<\/Code>/.exec(text)?.[1] ?? `http-${status}`;
	return new ProblemError({ status, code, message: `S3 refused the transfer (${status} ${code}).` });
};

const assertAddress = (baseUrl: string): string => {
	const parsed = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
	if (!parsed || !/^https?:$/.test(parsed.protocol))
		throw new PrecisError(`The API's address is an http or https one, not “${baseUrl}”.`);
	return baseUrl.replace(/\/+$/, "");
};

const isOk = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** Opens the API at an address. */
export const openApi = (options: ClientOptions): Api => {
	const base = assertAddress(options.baseUrl);
	const { token, timeoutMs = TIMEOUT_MS, retries = RETRIES } = options;
	const transferTimeoutMs = options.transferTimeoutMs ?? TRANSFER_TIMEOUT_MS;
	// Looked up when it is called, so that whoever replaces the global one is heard.
	const plain: typeof fetch = (input, init) => globalThis.fetch(input, init);

	const headersFor = async (body: object | undefined): Promise<Headers> => {
		const headers = new Headers({ Accept: "application/json" });
		if (body) headers.set("Content-Type", "application/json");
		if (token !== undefined) {
			const value = typeof token === "function" ? await token() : token;
			headers.set("Authorization", `Bearer ${value}`);
		}
		return headers;
	};

	const transfer = async (url: string, init: RequestInit, signal: AbortSignal | undefined) => {
		const call = { url, init: () => init, fetch: plain, timeoutMs: transferTimeoutMs, retries, signal };
		const answer = await exchange(call);
		if (!isOk(answer)) throw transferError(answer);
		return answer;
	};

	return {
		transfer,
		async ask({ method = "GET", path, query, body, signal, timeoutMs: own }) {
			const call: Call = {
				url: base + path + queryOf(query),
				init: async () => ({
					method,
					headers: await headersFor(body),
					...(body && { body: JSON.stringify(body) }),
				}),
				fetch: options.fetch ?? plain,
				timeoutMs: own === undefined ? timeoutMs : timeoutMs + own,
				retries,
				signal,
				isFinal: (answer) => errorOf(answer).upload !== undefined,
			};
			const answer = await exchange(call);
			if (answer.isOpaque)
				throw new PrecisError(
					"This document is larger than 5 MB, and browsers don't tell where it can be downloaded: ask for some of its fields.",
				);
			const elsewhere = answer.status === 303 ? answer.headers.get("location") : null;
			if (elsewhere !== null) return { ...(await transfer(elsewhere, {}, signal)), isElsewhere: true };
			if (!isOk(answer)) throw errorOf(answer);
			return answer;
		},
	};
};
