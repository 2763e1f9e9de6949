/**
 * What no SDK for JavaScript sends: signed chunks, forged and broken bodies. The good ones are AWS's own examples.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html
 */
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { Readable } from "node:stream";
import {
	CreateBucketCommand,
	GetObjectCommand,
	HeadObjectCommand,
	PutObjectCommand,
	S3Client,
} from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type S3Server, startS3 } from "../../../local/s3/index.ts";
import { expectError, OPTIONS } from "./fixture.ts";

/** The world of AWS's examples. */
const credentials = {
	accessKeyId: "AKIAIOSFODNN7EXAMPLE",
	secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const DAY = "20130524";
const SCOPE = `${DAY}/us-east-1/s3/aws4_request`;
const now = () => new Date("2013-05-24T00:00:00Z");

let server: S3Server;
let client: S3Client;
const Bucket = "examplebucket";

beforeEach(async () => {
	server = await startS3({ ...OPTIONS, region: "us-east-1", credentials, now });
	client = new S3Client({
		...{ endpoint: server.endpoint, region: "us-east-1", credentials, maxAttempts: 1 },
		systemClockOffset: now().getTime() - Date.now(),
	});
	await client.send(new CreateBucketCommand({ Bucket }));
});
afterEach(() => server.close());

/** Sends bytes as they are, and gives the whole answer as it came. */
const exchange = async (head: readonly string[], body: string): Promise<string> => {
	const socket = connect(server.port, "127.0.0.1");
	socket.end(`${[...head, "Connection: close"].join("\r\n")}\r\n\r\n${body}`);
	let answer = "";
	socket.on("data", (data) => {
		answer += data;
	});
	await once(socket, "close");
	return answer;
};

const hmac = (key: string | Buffer, text: string): Buffer => createHmac("sha256", key).update(text).digest();
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const signingKey = [DAY, "us-east-1", "s3", "aws4_request"].reduce<Buffer>(
	hmac,
	Buffer.from(`AWS4${credentials.secretAccessKey}`),
);

/** A signed PUT whose target and body are sent just as they are given. */
const signedPut = (target: string, body: string, headers: Record<string, string>): Promise<string> => {
	const all: Record<string, string> = {
		host: "s3.amazonaws.com",
		"x-amz-content-sha256": "UNSIGNED-PAYLOAD",
		"x-amz-date": `${DAY}T000000Z`,
		...headers,
	};
	const names = Object.keys(all).sort();
	const lines = names.map((name) => `${name}:${all[name]}\n`).join("");
	const request = ["PUT", target, "", lines, names.join(";"), all["x-amz-content-sha256"]].join("\n");
	const text = ["AWS4-HMAC-SHA256", `${DAY}T000000Z`, SCOPE, sha256(request)].join("\n");
	const signature = hmac(signingKey, text).toString("hex");
	const authorization = `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${SCOPE}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
	const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
	return exchange([`PUT ${target} HTTP/1.1`, ...head, `Authorization: ${authorization}`], body);
};

const head = (Key: string) => client.send(new HeadObjectCommand({ Bucket, Key }));
const a = (count: number): string => "a".repeat(count);

describe("AWS's example of signed chunks", () => {
	const SIGNATURES = [
		"ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
		"0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
		"b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
	];
	const send = (signatures: readonly string[], letter = "a") =>
		exchange(
			[
				"PUT /examplebucket/chunkObject.txt HTTP/1.1",
				"Host: s3.amazonaws.com",
				"x-amz-date: 20130524T000000Z",
				"x-amz-storage-class: REDUCED_REDUNDANCY",
				`Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/${SCOPE}, SignedHeaders=content-encoding;content-length;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class, Signature=4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9`,
				"x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
				"Content-Encoding: aws-chunked",
				"x-amz-decoded-content-length: 66560",
				"Content-Length: 66824",
			],
			[`${letter}${a(65_535)}\r\n`, `${a(1024)}\r\n`, "\r\n"]
				.map(
					(data, index) => `${["10000", "400", "0"][index]};chunk-signature=${signatures[index]}\r\n${data}`,
				)
				.join(""),
		);

	test("is stored without its framing", async () => {
		expect(await send(SIGNATURES)).toMatch(/^HTTP\/1\.1 200 /);
		expect(await head("chunkObject.txt")).toMatchObject({ ContentLength: 66_560 });
		expect((await head("chunkObject.txt")).ContentEncoding).toBeUndefined();
	});

	test("is refused when a byte or any chunk's signature is another", async () => {
		expect(await send(SIGNATURES, "b")).toContain("<Code>SignatureDoesNotMatch</Code>");
		for (const forged of [0, 1, 2]) {
			const signatures = SIGNATURES.map((signature, index) => (index === forged ? a(64) : signature));
			expect(await send(signatures)).toContain("<Code>SignatureDoesNotMatch</Code>");
		}
		await expectError(head("chunkObject.txt"), 404);
	});
});

describe("AWS's example of a signed trailer", () => {
	const send = (trailer: string) =>
		exchange(
			[
				"PUT /examplebucket/chunkObject.txt HTTP/1.1",
				"Host: s3.amazonaws.com",
				"x-amz-date: 20130524T000000Z",
				"x-amz-storage-class: REDUCED_REDUNDANCY",
				`Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/${SCOPE}, SignedHeaders=content-encoding;host;x-amz-content-sha256;x-amz-date;x-amz-decoded-content-length;x-amz-storage-class;x-amz-trailer, Signature=106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e`,
				"x-amz-content-sha256: STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER",
				"Content-Encoding: aws-chunked",
				"x-amz-decoded-content-length: 66560",
				"x-amz-trailer: x-amz-checksum-crc32c",
				"Transfer-Encoding: chunked",
			],
			inHttpChunks(
				[
					`10000;chunk-signature=b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2\r\n${a(65_536)}`,
					`400;chunk-signature=1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7\r\n${a(1024)}`,
					"0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992",
					`${trailer}\r\n\r\n`,
				].join("\r\n"),
			),
		);
	const inHttpChunks = (body: string): string => `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`;
	const SIGNED = "x-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435";

	test("is verified, and the checksum in it kept", async () => {
		expect(await send(`x-amz-checksum-crc32c:sOO8/Q==\r\n${SIGNED}`)).toMatch(/^HTTP\/1\.1 200 /);
		const stored = await client.send(
			new HeadObjectCommand({ Bucket, Key: "chunkObject.txt", ChecksumMode: "ENABLED" }),
		);
		expect(stored.ChecksumCRC32C).toBe("sOO8/Q==");
	});

	test("is refused when it is another, or isn't signed", async () => {
		expect(await send(`x-amz-checksum-crc32c:AAAAAA==\r\n${SIGNED}`)).toContain("SignatureDoesNotMatch");
		expect(await send("x-amz-checksum-crc32c:sOO8/Q==")).toContain("SignatureDoesNotMatch");
	});
});

describe("a streamed body", () => {
	const UNSIGNED = {
		"x-amz-content-sha256": "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
		"x-amz-decoded-content-length": "3",
		"x-amz-trailer": "x-amz-checksum-crc32",
	};
	const send = (body: string, headers: Record<string, string> = UNSIGNED) =>
		signedPut("/examplebucket/k", body, { ...headers, "content-length": String(Buffer.byteLength(body)) });

	test("may come in any chunks, with its checksum at the end", async () => {
		expect(await send("1\r\na\r\n2\r\nbc\r\n0\r\nx-amz-checksum-crc32:NSRBwg==\r\n\r\n")).toMatch(
			/^HTTP\/1\.1 200 /,
		);
		expect((await head("k")).ContentLength).toBe(3);
	});

	test.for([
		["another checksum", "3\r\nabc\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", "BadDigest"],
		["no checksum where one was promised", "3\r\nabc\r\n0\r\n\r\n", "MalformedTrailerError"],
		["fewer bytes than announced", "2\r\nab\r\n0\r\nx-amz-checksum-crc32:nkg3vg==\r\n\r\n", "IncompleteBody"],
		["no last chunk", "3\r\nabc\r\n", "IncompleteBody"],
		["no framing", "abc", "IncompleteBody"],
		["a chunk longer than it says", "2\r\nabc\r\n0\r\n\r\n", "IncompleteBody"],
		["an endless chunk header", a(9000), "IncompleteBody"],
	] as const)("with %s is refused", async ([, body, code]) => {
		expect(await send(body)).toContain(`<Code>${code}</Code>`);
		await expectError(head("k"), 404);
	});

	test("that is another than the hash that was signed is refused", async () => {
		const signed = { "x-amz-content-sha256": sha256("abc") };
		expect(await send("abd", signed)).toContain("<Code>XAmzContentSHA256Mismatch</Code>");
		expect(await send("abc", signed)).toMatch(/^HTTP\/1\.1 200 /);
	});

	test("that breaks off leaves nothing behind", async () => {
		const headers = { "content-length": "1000000" };
		await signedPut("/examplebucket/k", a(600_000), headers);
		await expectError(head("k"), 404);
		expect(await send("abc", {})).toMatch(/^HTTP\/1\.1 200 /);
	});
});

describe("a request target", () => {
	test.for([
		["/examplebucket/a/../b", "a/../b"],
		["/examplebucket/./a", "./a"],
		["/examplebucket//a//", "/a//"],
		["/examplebucket/%252F", "%2F"],
		["/examplebucket/a%2Bb%20c", "a+b c"],
	] as const)("%s means the key %s", async ([target, Key]) => {
		expect(await signedPut(target, "x", { "content-length": "1" })).toMatch(/^HTTP\/1\.1 200 /);
		expect((await head(Key)).ContentLength).toBe(1);
	});

	test("that is no UTF-8 is an InvalidURI", async () => {
		for (const target of ["/examplebucket/%ff", "/examplebucket/%", "/%zz/k"])
			expect(await signedPut(target, "x", { "content-length": "1" })).toContain("<Code>InvalidURI</Code>");
	});
});

describe("a signature", () => {
	test("is refused when the clock says another time", async () => {
		const today = new S3Client({
			endpoint: server.endpoint,
			region: "us-east-1",
			credentials,
			maxAttempts: 1,
		});
		const late = today.send(new GetObjectCommand({ Bucket, Key: "k" }));
		await expectError(late, 403, "RequestTimeTooSkewed");
	});

	test("must cover every x-amz- header", async () => {
		const command = new GetObjectCommand({ Bucket, Key: "k" });
		const url = await getSignedUrl(client, command, { signingDate: now() });
		expect((await fetch(url)).status).toBe(404);
		const response = await fetch(url, { headers: { "x-amz-meta-extra": "1" } });
		expect(await response.text()).toContain("<Code>AccessDenied</Code>");
	});

	test("may be cut, doubled or empty without harm", async () => {
		const cases = [
			"AWS4-HMAC-SHA256",
			"AWS4-HMAC-SHA256 Credential=,,,=",
			"Bearer x",
			"AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=00",
		];
		for (const authorization of cases) {
			const response = await fetch(`${server.endpoint}/examplebucket/k`, {
				headers: {
					authorization,
					"x-amz-date": "20130524T000000Z",
					"x-amz-content-sha256": "UNSIGNED-PAYLOAD",
				},
			});
			expect([400, 403]).toContain(response.status);
		}
	});
});

test("a body of 100 MiB goes in and comes out the same", async () => {
	const piece = Buffer.alloc(1024 * 1024, "large");
	const count = 100;
	const sent = createHash("sha256");
	const source = function* () {
		for (let index = 0; index < count; index++) {
			sent.update(piece);
			yield piece;
		}
	};
	const ContentLength = count * piece.length;
	await client.send(
		new PutObjectCommand({ Bucket, Key: "large", Body: Readable.from(source()), ContentLength }),
	);
	const got = await client.send(new GetObjectCommand({ Bucket, Key: "large" }));
	const received = createHash("sha256");
	for await (const bytes of got.Body as AsyncIterable<Uint8Array>) received.update(bytes);
	expect(received.digest("hex")).toBe(sent.digest("hex"));
});

test("a download goes on whole when its object is replaced under it", async () => {
	const body = Buffer.alloc(8 * 1024 * 1024, "before");
	await client.send(new PutObjectCommand({ Bucket, Key: "k", Body: body }));
	const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: "k" }));
	await client.send(new PutObjectCommand({ Bucket, Key: "k", Body: "after" }));
	expect(Buffer.from((await Body?.transformToByteArray()) ?? []).equals(body)).toBe(true);
	const { Body: now } = await client.send(new GetObjectCommand({ Bucket, Key: "k" }));
	expect(await now?.transformToString()).toBe("after");
});
