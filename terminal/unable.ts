/** A reason for not going on that is the user's to mend: shown as a sentence, without a stack. */
export class Unable extends Error {
	override readonly name = "Unable";
}
