/** What users do to the stack, key by key, again and again until it is acknowledged. */
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { randomNumbers } from "../../bench/random-numbers.ts";
import { page } from "../e2e/pages.ts";

/** One thing that a user does; `restore` takes away the delete marker of before. */
type Action = "upload" | "upload an image" | "delete" | "restore";

/** Histories of a key; the more often one stands here, the more keys have it. */
const HISTORIES: readonly (readonly Action[])[] = [
	["upload"],
	["upload"],
	["upload"],
	["upload", "upload"],
	["upload", "upload", "upload"],
	["upload", "delete"],
	["upload", "delete", "upload"],
	["upload", "delete", "restore"],
	["upload an image", "upload"],
	["upload", "upload an image"],
];

/** A key and what becomes of it. */
export interface Story {
	readonly key: string;
	readonly actions: readonly Action[];
	/** Milliseconds before each action but the first. */
	readonly pauses: readonly number[];
}

/** Stories with `uploads` uploads in all, the same for the same seed. */
export const storiesOf = (uploads: number, seed: number): Story[] => {
	const random = randomNumbers(seed);
	const stories: Story[] = [];
	for (let left = uploads; left > 0; ) {
		const actions = HISTORIES[Math.floor(random() * HISTORIES.length)] ?? ["upload"];
		const count = actions.filter((action) => action.startsWith("upload")).length;
		if (count > left) continue;
		left -= count;
		// Half of them follow at once, half when the one before may be ready.
		const pauses = actions.map(() => (random() < 0.5 ? 0 : Math.floor(random() * 1500)));
		stories.push({ key: `stories/${stories.length}.html`, actions, pauses });
	}
	return stories;
};

const IMAGE = Buffer.from("89504e470d0a1a0a0000000d4948445200000001", "hex");

/** What was uploaded under an etag. */
export interface Uploaded {
	readonly sha256: string;
	readonly isImage: boolean;
}

/** What users did. */
export interface Record {
	/** Everything that was uploaded, by key and etag. */
	readonly uploaded: Map<string, Uploaded>;
	/**
	 * Etag of what lies under each key in the end, `undefined` when it was deleted; without the keys whose user had
	 * to repeat something: a delete that is done twice makes two markers.
	 */
	readonly left: Map<string, string | undefined>;
}

export const nameOf = (key: string, etag: string): string => `${key}\n${etag.replaceAll('"', "")}`;

/** How to reach S3 now: another address after each restart. */
export interface Inbox {
	readonly s3: S3Client;
	readonly bucket: string;
}

/** Does it until S3 says that it is done; a user whose connection broke off can't know. */
const acknowledged = async <T>(
	where: () => Promise<Inbox>,
	act: (inbox: Inbox) => Promise<T>,
	repeat: () => void,
): Promise<T> => {
	for (;;) {
		try {
			return await act(await where());
		} catch {
			repeat();
			await sleep(100);
		}
	}
};

const bodyOf = (action: Action, name: string): { body: Buffer; isImage: boolean } =>
	action === "upload an image"
		? { body: Buffer.concat([IMAGE, Buffer.from(name)]), isImage: true }
		: { body: Buffer.from(page(`garden ${name}`)), isImage: false };

/** Lives a story, and notes what was uploaded. */
export const live = async (
	{ key, actions, pauses }: Story,
	where: () => Promise<Inbox>,
	record: Record,
): Promise<void> => {
	let marker: string | undefined;
	let isRepeated = false;
	const repeat = () => {
		isRepeated = true;
	};
	const etags: string[] = [];
	for (const [step, action] of actions.entries()) {
		if (step > 0) await sleep(pauses[step]);
		if (action === "delete" || action === "restore") {
			const VersionId = action === "restore" ? marker : undefined;
			const remove = ({ s3, bucket }: Inbox) =>
				s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, VersionId }));
			marker = (await acknowledged(where, remove, repeat)).VersionId;
			continue;
		}
		const { body, isImage } = bodyOf(action, `${key} ${step}`);
		const etag = createHash("md5").update(body).digest("hex");
		const sha256 = createHash("sha256").update(body).digest("hex");
		etags.push(etag);
		record.uploaded.set(nameOf(key, etag), { sha256, isImage });
		const upload = ({ s3, bucket }: Inbox) =>
			s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body, ContentType: "text/html" }));
		await acknowledged(where, upload, repeat);
	}
	if (!isRepeated) record.left.set(key, actions.at(-1) === "delete" ? undefined : etags.at(-1));
};
