/** What the host of functions and the process of one say to each other. */

/** An error as Lambda reports it. */
export interface InvocationError {
	readonly errorType: string;
	readonly errorMessage: string;
	readonly trace: readonly string[];
}

/** One event to handle. */
export interface ToRuntime {
	readonly requestId: string;
	readonly functionArn: string;
	/** JSON. */
	readonly event: string;
	/** When the function's time is up, in milliseconds since 1970. */
	readonly deadline: number;
}

/** What became of it; or of loading the function. */
export type FromRuntime =
	| { readonly type: "ready" }
	| { readonly type: "init-error"; readonly error: InvocationError }
	| { readonly type: "result" /** JSON. */; readonly payload: string }
	| { readonly type: "error"; readonly error: InvocationError };
