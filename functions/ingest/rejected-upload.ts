/** Why an upload can't become an article. Each is the uploader's to mend, so none is retried. */
export type RejectionCode =
	| "empty"
	| "too-large"
	| "inflates-too-large"
	| "corrupt-compression"
	| "not-text"
	| "unknown-encoding"
	| "no-article";

/**
 * Thrown for an upload that no retry can help. `message` is a sentence for people: what is wrong and what
 * to do about it. It may quote what was found, never a stack or an internal name.
 */
export class RejectedUpload extends Error {
	override readonly name = "RejectedUpload";
	readonly code: RejectionCode;

	constructor(code: RejectionCode, message: string) {
		super(message);
		this.code = code;
	}
}
