/** What is wrong with how a command was called, as a sentence for whoever called it. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}

/** Whether an error is of the command line: ours, or one of `parseArgs`, whose first sentence is for people too. */
export const isUsage = (error: unknown): error is Error =>
	error instanceof UsageError ||
	(error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS_"));

/**
 * Reads an option's whole number.
 *
 * @param option - Its name with its hyphens, as the sentence gives it.
 * @throws UsageError when the text is anything else, or the number isn't from `min` to `max`.
 */
export const wholeNumber = (
	option: string,
	text: string,
	{ min = 0, max = Number.MAX_SAFE_INTEGER }: { readonly min?: number; readonly max?: number } = {},
): number => {
	const value = Number(text);
	if (/^\d+$/.test(text) && value >= min && value <= max) return value;
	const range = max < Number.MAX_SAFE_INTEGER ? `from ${min} to ${max}` : `of ${min} or more`;
	throw new UsageError(`${option} takes a whole number ${range}, not "${text}".`);
};
