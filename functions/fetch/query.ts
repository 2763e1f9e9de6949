import * as z from "zod";
import { Problem } from "./problem.ts";

/** S3: "The name for a key is a sequence of Unicode characters whose UTF-8 encoding is at most 1,024 bytes long." */
const MAX_KEY_BYTES = 1024;

/** Below API Gateway's 30 seconds, with room for a cold start and the reading. */
const MAX_WAIT_SECONDS = 20;

const WAIT = `“wait” is a whole number of seconds, 0 to ${MAX_WAIT_SECONDS}.`;

/** Strict, because a key's own `&`, sent unescaped, would silently ask for another key. */
const QuerySchema = z.strictObject(
	{
		key: z
			.string({ error: "Say whose: ?key= and the key as it was uploaded, percent-encoded." })
			.min(1, { error: "The key is empty: ?key= takes the key as it was uploaded, percent-encoded." })
			.refine((key) => Buffer.byteLength(key) <= MAX_KEY_BYTES, {
				error: `The key is longer than ${MAX_KEY_BYTES} bytes in UTF-8; S3 has no such keys.`,
			}),
		wait: z
			.string()
			.regex(/^\d{1,9}$/, { error: WAIT })
			.transform(Number)
			.refine((seconds) => seconds <= MAX_WAIT_SECONDS, { error: WAIT })
			.default(0),
	},
	{
		error: (issue) =>
			issue.code === "unrecognized_keys"
				? `There are only “key” and “wait”, not “${issue.keys.join("”, “")}”. Is an “&” of the key not percent-encoded?`
				: undefined,
	},
);

/** What a reader asks for. */
export type Query = z.infer<typeof QuerySchema>;

const refuse = (detail: string) => new Problem(400, "invalid-query", detail);

/** Decodes one name or value of a form-encoded query: `+` is a space, all else is percent-encoded UTF-8. */
const decode = (text: string): string => {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		throw refuse("The query is not percent-encoded UTF-8. A lone “%” is written %25.");
	}
};

/**
 * Reads a query string exactly: a key that can't be decoded, or is there twice, is refused rather than
 * guessed, where lenient decoding would answer for another key. Throws a `Problem`.
 */
export const readQuery = (search: string): Query => {
	const parameters = new Map<string, string>();
	for (const pair of search.split("&").filter((part) => part !== "")) {
		const equals = pair.indexOf("=");
		const name = decode(equals < 0 ? pair : pair.slice(0, equals));
		if (parameters.has(name)) throw refuse(`“${name}” is there twice; which one is meant?`);
		parameters.set(name, equals < 0 ? "" : decode(pair.slice(equals + 1)));
	}
	const parsed = QuerySchema.safeParse(Object.fromEntries(parameters));
	if (parsed.success) return parsed.data;
	throw refuse(parsed.error.issues.map(({ message }) => message).join(" "));
};
