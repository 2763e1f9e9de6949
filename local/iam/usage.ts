/** What grants were used for, over many runs of the stack, and which never were. */
import { appendFileSync, readFileSync } from "node:fs";
import type { Caller, FunctionInRole } from "./callers.ts";
import type { Grant } from "./evaluate.ts";
import type { Policies } from "./template.ts";

/** One function's grant, as a line of a report. */
const lineOf = (name: string, { action, resource }: Grant): string => `${name} ${action} ${resource}`;

/** Writes each grant to a file the first time that it is used; does nothing without a file. */
export const recordUse = (file: string | undefined): ((caller: Caller, grant: Grant) => void) => {
	if (!file) return () => {};
	const written = new Set<string>();
	return ({ name }, grant) => {
		const line = lineOf(name, grant);
		if (written.has(line)) return;
		written.add(line);
		appendFileSync(file, `${line}\n`);
	};
};

/** Actions of services that the embedded stack hasn't got: whether they are used can't be told here. */
const UNSEEN = /^(logs|xray|cloudwatch):/;

/** The grants of these functions that no run has used, as lines; those of services without a counterpart aside. */
export const unusedGrants = (
	{ functions, policies }: { functions: readonly FunctionInRole[]; policies: Policies },
	file: string,
): readonly string[] => {
	const used = new Set(readFileSync(file, "utf8").split("\n"));
	const granted = functions.flatMap(({ name, role }) =>
		policies
			.role(role)
			.filter(({ effect }) => effect === "Allow")
			.flatMap(({ actions, resources }) =>
				actions.flatMap((action) =>
					resources.map((resource) => ({ name, action: action.text, resource: resource.text })),
				),
			),
	);
	return granted
		.filter(({ action }) => !UNSEEN.test(action))
		.map(({ name, ...grant }) => lineOf(name, grant))
		.filter((line) => !used.has(line));
};
