/**
 * Uploads by an HTML form: a policy says what may be posted, and its signature who says so.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html
 */
import * as z from "zod";
import { accessesOf, type Guard, requireAll } from "./access.ts";
import { S3Error } from "./errors.ts";
import { describe, versionHeader } from "./objects.ts";
import { newDigester } from "./payload.ts";
import { MAX_KEY_BYTES, type S3Request, type S3Response } from "./request.ts";
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

/** What a condition says of a form: which field it is about (none: the file's size), and why it refuses. */
interface Verdict {
	readonly field?: string;
	readonly refusal?: S3Error;
}

const judgeSize = ({ size }: File, least: number, most: number): Verdict => {
	if (size > most) return { refusal: new S3Error("EntityTooLarge") };
	return size < least ? { refusal: new S3Error("EntityTooSmall") } : {};
};

const judgeField = (
	{ fields }: Form,
	kind: "eq" | "starts-with",
	name: string,
	expected: string,
): Verdict => {
	const field = name.toLowerCase();
	const given = fields.get(field) ?? "";
	if (kind === "eq" ? given === expected : given.startsWith(expected)) return { field };
	const message = `Invalid according to Policy: Policy Condition failed: ["${kind}", "$${name}", "${expected}"]`;
	return { field, refusal: new S3Error("AccessDenied", message) };
};

const judge = (condition: Condition, form: Form): Verdict => {
	if (!Array.isArray(condition)) {
		const [name = "", expected = ""] = Object.entries(condition)[0] ?? [];
		return judgeField(form, "eq", name, expected);
	}
	const [kind, first, second] = condition;
	if (kind === "content-length-range") return judgeSize(form.file, first, second);
	return judgeField(form, kind, first.replace(/^\$/, ""), second);
};

/** Fields that need no condition of their own. */
const isFree = (field: string): boolean =>
	["bucket", "policy", "x-amz-signature", "file"].includes(field) || field.startsWith("x-ignore-");

/** Tells who signed the policy. */
const checkPolicy = (form: Form, authority: Authority): string => {
	const field = (name: string): string => form.fields.get(name) ?? "";
	if (field("policy") === "") throw new S3Error("AccessDenied");
	const given = { credential: field("x-amz-credential"), signature: field("x-amz-signature") };
	const accessKeyId = verifyPolicy(field("policy"), given, authority);
	const policy = readPolicy(field("policy"));
	if (!(Date.parse(policy.expiration) > authority.now().getTime()))
		throw new S3Error("AccessDenied", "Invalid according to Policy: Policy expired.");
	const verdicts = policy.conditions.map((condition) => judge(condition, form));
	const refusal = verdicts.find((verdict) => verdict.refusal)?.refusal;
	if (refusal) throw refusal;
	const covered = new Set(verdicts.map((verdict) => verdict.field));
	const extra = [...form.fields.keys()].find((name) => !covered.has(name) && !isFree(name));
	if (extra !== undefined)
		throw new S3Error("AccessDenied", `Invalid according to Policy: Extra input fields: ${extra}`);
	return accessKeyId;
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
	guard: Guard,
): Promise<S3Response> => {
	const form = await readForm(request);
	const accessKeyId = checkPolicy(form, authority);
	const key = form.fields.get("key") ?? "";
	if (key === "") throw new S3Error("InvalidArgument", "Bucket POST must contain a field named 'key'.");
	if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new S3Error("KeyTooLongError");
	requireAll(guard, accessKeyId, accessesOf("PutObject", { ...request, key, headers: form.fields }));
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
