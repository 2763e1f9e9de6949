/** What is wrong with how a bench was called, as a sentence for whoever called it. */
export class UsageError extends Error {
	override readonly name = "UsageError";
}
