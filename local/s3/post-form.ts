/**
 * Uploads by an HTML form: a policy says what may be posted, and its signature who says so.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
import * as z from "zod";
import { S3Error } from "./errors.ts";
import { describe, versionHeader } from "./objects.ts";
import { newDigester } from "./payload.ts";
import type { S3Request, S3Response } from "./request.ts";
import { type Authority, verifyPolicy } from "./signature.ts";
import { receive, type Store } from "./store.ts";
import { writeXml } from "./xml.ts";

/** A form is parsed in memory, unlike every other upload. */
const MAX_FORM_BYTES = 256 * 1024 ** 2;

const PolicySchema = z.object({
	expiration: z.string(),
	conditions: z.array(
		z.union([
			z.tuple([z.literal(["eq", "starts-with"]), z.string(), z.string()]),
			z.tuple([z.literal("content-length-range"), z.coerce.number(), z.coerce.number()]),
			z.record(z.string(), z.string()),
		]),
	),
});
type Condition = z.infer<typeof PolicySchema>["conditions"][number];

/** Stands for the file's own name in a form's key. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: S3's placeholder, not ours
const FILENAME = "${filename}";

interface Form {
	readonly fields: ReadonlyMap<string, string>;
	readonly file: File;
}

const readForm = async ({ body, headers, bucket }: S3Request): Promise<Form> => {
	if (Number(headers.get("content-length") ?? Number.POSITIVE_INFINITY) > MAX_FORM_BYTES)
		throw new S3Error("EntityTooLarge");
	const contentType = headers.get("content-type") ?? "";
	const form = await new Response(body, { headers: { "content-type": contentType } }).formData().catch(() => {
		throw new S3Error("MalformedPOSTRequest");
	});
	const fields = new Map([["bucket", bucket]]);
	for (const [name, value] of form) if (typeof value === "string") fields.set(name.toLowerCase(), value);
	const file = form.get("file");
	if (!(file instanceof File)) throw new S3Error("InvalidArgument", "POST requires exactly one file upload.");
	fields.set(
		"key",
		(fields.get("key") ?? "").replaceAll(FILENAME, () => file.name),
	);
	return { fields, file };
};

/** The field that a condition is about and whether it holds; `undefined` for one about the file's size. */
const judge = (condition: Condition, { fields, file }: Form): { field?: string; holds: boolean } => {
	if (!Array.isArray(condition)) {
		const [name = "", value = ""] = Object.entries(condition)[0] ?? [];
		const field = name.toLowerCase();
		return { field, holds: fields.get(field) === value };
	}
	if (condition[0] === "content-length-range")
		return { holds: file.size >= condition[1] && file.size <= condition[2] };
	const [kind, name, value] = condition;
	const field = name.replace(/^\$/, "").toLowerCase();
	const given = fields.get(field) ?? "";
	return { field, holds: kind === "eq" ? given === value : given.startsWith(value) };
};

/** Fields that need no condition of their own. */
const isFree = (field: string): boolean =>
	["bucket", "policy", "x-amz-signature", "file"].includes(field) || field.startsWith("x-ignore-");

const checkPolicy = (form: Form, authority: Authority): void => {
	const field = (name: string): string => form.fields.get(name) ?? "";
	if (field("policy") === "") throw new S3Error("AccessDenied");
	const given = { credential: field("x-amz-credential"), signature: field("x-amz-signature") };
	verifyPolicy(field("policy"), given, authority);
	const policy = readPolicy(field("policy"));
	if (!(Date.parse(policy.expiration) > authority.now().getTime()))
		throw new S3Error("AccessDenied", "Invalid according to Policy: Policy expired.");
	const judged = policy.conditions.map((condition) => ({ condition, ...judge(condition, form) }));
	const failed = judged.find(({ holds }) => !holds);
	if (failed?.field === undefined && failed !== undefined)
		throw new S3Error(
			form.file.size > Number(Object.values(failed.condition)[2]) ? "EntityTooLarge" : "EntityTooSmall",
		);
	if (failed)
		throw new S3Error(
			"AccessDenied",
			`Invalid according to Policy: Policy Condition failed: ${JSON.stringify(failed.condition)}`,
		);
	const covered = new Set(judged.map((one) => one.field));
	const extra = [...form.fields.keys()].find((name) => !covered.has(name) && !isFree(name));
	if (extra !== undefined)
		throw new S3Error("AccessDenied", `Invalid according to Policy: Extra input fields: ${extra}`);
};

const readPolicy = (base64: string): z.infer<typeof PolicySchema> => {
	try {
		return PolicySchema.parse(JSON.parse(Buffer.from(base64, "base64").toString("utf8")));
	} catch {
		throw new S3Error("InvalidArgument", "Invalid Policy: Invalid JSON.");
	}
};

/** POST Object. It is let in by its form, so it is the one handler that verifies for itself. */
export const postObject = async (
	request: S3Request,
	store: Store,
	authority: Authority,
): Promise<S3Response> => {
	const form = await readForm(request);
	checkPolicy(form, authority);
	const key = form.fields.get("key") ?? "";
	if (key === "") throw new S3Error("InvalidArgument", "Bucket POST must contain a field named 'key'.");
	if (Buffer.byteLength(key) > 1024) throw new S3Error("KeyTooLongError");
	const digester = newDigester(undefined);
	const bytes = new Uint8Array(await form.file.arrayBuffer());
	digester.update(bytes);
	const { md5, size } = digester.finish();
	const { bucket, version } = await receive(store, [bytes], ({ commit }) =>
		store.put(
			request,
			key,
			{ ...describe(form.fields), size, etag: md5, commit },
			"POST Object",
			() => undefined,
		),
	);
	const location = `http://${request.headers.get("host")}/${request.bucket}/${encodeURIComponent(key).replaceAll("%2F", "/")}`;
	const headers = { location, etag: `"${md5}"`, ...versionHeader(bucket, version.id) };
	const status = Number(form.fields.get("success_action_status") ?? 204);
	if (status !== 201) return { status: status === 200 ? 200 : 204, headers };
	const document = writeXml("PostResponse", {
		Location: location,
		Bucket: request.bucket,
		Key: key,
		ETag: `"${md5}"`,
	});
	return { status, headers, document };
};
