import { describe, expect, test } from "vitest";
import { readStorageEvent } from "../../../functions/shared/events.ts";
import { padSequencer } from "../../../functions/shared/upload.ts";
import { objectCreated, objectDeleted } from "../../support/storage-events.ts";

describe("a storage event", () => {
	test("of a new object tells its key raw, its version, etag, size and padded sequencer", () => {
		const body = objectCreated({ key: "a b+c%20/é?.html", sequencer: "617f08299329d189", versionId: "v1" });
		expect(readStorageEvent(body)).toEqual({
			type: "created",
			key: "a b+c%20/é?.html",
			bucket: "articles",
			versionId: "v1",
			etag: "b1946ac92492d2347c6235b4d2611184",
			bytes: 1234,
			sequencer: "617F08299329D189000000000000000000000000",
			time: "2026-01-29T18:04:00Z",
		});
	});

	test("of a bucket without versions has no version", () => {
		expect(readStorageEvent(objectCreated({ key: "a" }))).not.toHaveProperty("versionId");
	});

	test.each([
		["Delete Marker Created", false],
		["Permanently Deleted", true],
	] as const)("of a deletion, %s, tells whether the bytes are gone", (deletionType, permanent) => {
		expect(readStorageEvent(objectDeleted({ key: "a", deletionType }))).toMatchObject({
			type: "deleted",
			key: "a",
			permanent,
		});
	});

	test.each([
		["no JSON", "hello"],
		["S3's test message", JSON.stringify({ Service: "Amazon S3", Event: "s3:TestEvent" })],
		["another service's event", objectCreated({ key: "a" }).replace("aws.s3", "aws.ec2")],
		[
			"another kind of event",
			objectCreated({ key: "a" }).replace("Object Created", "Object Restore Completed"),
		],
		["an event without a key", objectCreated({ key: "" })],
		["a sequencer that is not hexadecimal", objectCreated({ key: "a", sequencer: "; DROP" })],
	])("that is %s is unknown, with the reason", (_name, body) => {
		const event = readStorageEvent(body);
		expect(event.type).toBe("unknown");
		expect(event).toHaveProperty("reason", expect.stringMatching(/.{10}/));
	});
});

describe("a padded sequencer", () => {
	test("compares as text in the order S3 means, whatever its length or case", () => {
		const inOrder = ["0055", "0055aed6", "0055AED6DC", "0055AED6DCD90281E5", "0055AED6DCD90281E6"].map(
			padSequencer,
		);
		expect([...inOrder].sort()).toEqual(inOrder);
	});

	test("stays what it is when padded again", () => {
		expect(padSequencer(padSequencer("0055AED6"))).toBe(padSequencer("0055AED6"));
	});
});
