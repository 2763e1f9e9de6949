/** Users besides the stack's owner: a file says who they are and what they may. */
import { readFileSync } from "node:fs";
import * as z from "zod";
import { Unable } from "../../terminal/unable.ts";
import { CREDENTIALS } from "../account.ts";
import { compilePolicy, type Statement } from "./policy.ts";

/** A user with keys and a policy. */
export interface User {
	readonly name: string;
	readonly accessKeyId: string;
	readonly secretAccessKey: string;
	readonly policy: readonly Statement[];
}

const word = z.string().regex(/^[\w+=,.@-]{1,64}$/, "takes letters, digits and +=,.@_-, at most 64");

const UsersSchema = z.array(
	z.strictObject({
		name: word,
		accessKeyId: word,
		secretAccessKey: z.string().min(8),
		/** An IAM policy, with the elements and condition keys that are known here. */
		policy: z.unknown().transform(compilePolicy),
	}),
);

const read = (file: string): User[] => {
	const parsed = UsersSchema.safeParse(JSON.parse(readFileSync(file, "utf8")));
	if (!parsed.success) throw new Error(z.prettifyError(parsed.error));
	const taken: string[] = [CREDENTIALS.accessKeyId];
	for (const { accessKeyId } of parsed.data) {
		if (taken.includes(accessKeyId)) throw new Error(`The access key ${accessKeyId} is somebody else's.`);
		taken.push(accessKeyId);
	}
	return parsed.data;
};

/** Reads a file of users. Throws `Unable` for one that can't be read or isn't understood. */
export const readUsers = (file: string): readonly User[] => {
	try {
		return read(file);
	} catch (error) {
		throw new Unable(`${file}: ${error instanceof Error ? error.message : error}`);
	}
};
