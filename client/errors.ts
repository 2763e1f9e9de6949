/** What can go wrong, for programs to tell apart. Every message is a sentence for people. */
import type { ProblemDetails, Stage } from "./contracts.ts";

/** Whatever this client throws, but for the reason of a signal that was aborted. */
export class PrecisError extends Error {
	override name = "PrecisError";
}

/** Nobody answered, or not in time; `cause` has the last try's own error. */
export class UnreachableError extends PrecisError {
	override name = "UnreachableError";
}

/** Who answered is not this API, or its answer is none of the contract's. */
export class UnexpectedAnswerError extends PrecisError {
	override name = "UnexpectedAnswerError";
}

/** What an error answer says. */
export interface Problem {
	readonly status: number;
	/** The API's own code, `http-STATUS` of what stands before it. */
	readonly code: string;
	readonly message: string;
	/** The upload that it is about. */
	readonly upload?: ProblemDetails["upload"];
	readonly retryAfterSeconds?: number | undefined;
}

/** The API refused, or can't at the moment. */
export class ProblemError extends PrecisError {
	override name = "ProblemError";
	readonly status: number;
	readonly code: string;
	readonly upload: ProblemDetails["upload"];
	readonly retryAfterSeconds: number | undefined;

	constructor({ status, code, message, upload, retryAfterSeconds }: Problem) {
		super(message);
		this.status = status;
		this.code = code;
		this.upload = upload;
		this.retryAfterSeconds = retryAfterSeconds;
	}
}

/** The upload can't become a summary; `code` and `message` say why and what to do. */
export class RejectedError extends ProblemError {
	override name = "RejectedError";
}

/** The upload could not be summarised in several tries. Its message waits for whoever runs the pipeline. */
export class FailedError extends ProblemError {
	override name = "FailedError";
}

/** There is an upload, and no answer about it yet. */
export class NotReadyError extends PrecisError {
	override name = "NotReadyError";
	readonly key: string;
	/** How far it is; absent where nothing has been heard of it. */
	readonly stage: Stage | undefined;

	constructor(key: string, stage: Stage | undefined, message: string) {
		super(message);
		this.key = key;
		this.stage = stage;
	}
}
