import type * as z from "zod";
import { Problem } from "./problem.ts";

const refuse = (detail: string) => new Problem(400, "invalid-query", detail);

/** Decodes one name or value of a form-encoded query: `+` is a space, all else is percent-encoded UTF-8. */
const decode = (text: string): string => {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		throw refuse("The query is not percent-encoded UTF-8. A lone “%” is written %25.");
	}
};

/** What is wrong, in sentences. Zod's own are only heard of values that no sentence was written for. */
export const explain = (error: z.ZodError, { shape }: z.ZodObject): string => {
	const sentences = error.issues.map((issue) =>
		issue.code === "unrecognized_keys"
			? `There are only “${Object.keys(shape).join("”, “")}”, not “${issue.keys.join("”, “")}”.`
			: issue.message,
	);
	return [...new Set(sentences)].join(" ");
};

/** The names and values of a query string, exactly. */
const parameters = (search: string): Map<string, string> => {
	const found = new Map<string, string>();
	for (const pair of search.split("&").filter((part) => part !== "")) {
		const equals = pair.indexOf("=");
		const name = decode(equals < 0 ? pair : pair.slice(0, equals));
		if (found.has(name)) throw refuse(`“${name}” is there twice; which one is meant?`);
		found.set(name, equals < 0 ? "" : decode(pair.slice(equals + 1)));
	}
	return found;
};

/** Whether the query asks for one document rather than a list. */
export const hasKey = (search: string): boolean => parameters(search).has("key");

/**
 * Reads a query string exactly: what can't be decoded, or is there twice, is refused rather than guessed, where
 * lenient decoding would answer for another key. Throws a `Problem`.
 */
export const readQuery = <Schema extends z.ZodObject>(search: string, schema: Schema): z.output<Schema> => {
	const parsed = schema.safeParse(Object.fromEntries(parameters(search)));
	if (parsed.success) return parsed.data;
	const isCut = "key" in schema.shape && parsed.error.issues.some(({ code }) => code === "unrecognized_keys");
	throw refuse(explain(parsed.error, schema) + (isCut ? " Is an “&” of the key not percent-encoded?" : ""));
};
