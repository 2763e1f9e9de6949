/** The embedded stack as its users meet it: real servers, real clients, the real bundles. */
import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import { ensureAssembly } from "../../local/build.ts";
import { type Stack, startStack } from "../../local/stack.ts";
import { page } from "./pages.ts";

const run = promisify(execFile);

/** A running stack and clients for it. */
export interface Embedded {
	readonly stack: Stack;
	readonly s3: S3Client;
	readonly sqs: SQSClient;
	/** Uploads an article about `subject`. */
	put(key: string, subject: string): Promise<unknown>;
	/** Answer of `GET /summaries?key=…` once it is final, or after 20 seconds. */
	summary(key: string): Promise<Answer>;
	/** Any path of the API, as curl gets it. */
	get(path: string, ...options: string[]): Promise<Answer>;
	stop(): Promise<void>;
}

/** What the API said. `body` is parsed JSON where it is JSON. */
export interface Answer {
	readonly status: number;
	readonly headers: string;
	// biome-ignore lint/suspicious/noExplicitAny: tests read into documents whose shape they are about
	readonly body: any;
}

/** Fetches with curl: no client of ours in between. */
export const curl = async (url: string, ...options: string[]): Promise<Answer> => {
	const { stdout } = await run("curl", ["-sS", "--path-as-is", "-i", ...options, url], {
		maxBuffer: 64 * 1024 * 1024,
	});
	// Curl shows interim answers (100 Continue) too: the last head counts.
	const start = stdout.lastIndexOf("HTTP/1.1 ", stdout.search(/\r\n\r\n(?!HTTP\/)/));
	const end = stdout.indexOf("\r\n\r\n", start);
	const headers = stdout.slice(start, end);
	const text = stdout.slice(end + 4);
	const isJson = /^content-type: application\/(problem\+)?json/im.test(headers);
	return {
		status: Number(headers.split(" ")[1]),
		headers,
		body: isJson && text !== "" ? JSON.parse(text) : text,
	};
};

/** Debian's AWS CLI; other builds call themselves `aws` too, so by its path. */
const AWS = "/usr/bin/aws";

/** Whether the AWS CLI is here. CI installs it, and must not skip. */
export const hasAwsCli = existsSync(AWS) || process.env.CI !== undefined;

/** Runs the AWS CLI against the stack's S3. */
export const aws = async (stack: Stack, ...args: string[]): Promise<string> => {
	const { accessKeyId, secretAccessKey } = stack.client.credentials;
	const { stdout } = await run(AWS, ["--endpoint-url", stack.endpoints.s3, ...args], {
		env: {
			PATH: process.env.PATH,
			LANG: "C.UTF-8",
			AWS_ACCESS_KEY_ID: accessKeyId,
			AWS_SECRET_ACCESS_KEY: secretAccessKey,
			AWS_DEFAULT_REGION: stack.client.region,
		},
	});
	return stdout;
};

/** Clients for a stack that runs. */
export const embed = (stack: Stack, stop: () => Promise<void>): Embedded => {
	const get = (path: string, ...options: string[]) => curl(stack.endpoints.api + path, ...options);
	const s3 = new S3Client({ ...stack.client, endpoint: stack.endpoints.s3 });
	return {
		stack,
		s3,
		sqs: new SQSClient({ ...stack.client, endpoint: stack.endpoints.sqs }),
		put: (Key, subject) =>
			s3.send(
				new PutObjectCommand({
					Bucket: stack.articlesBucket,
					Key,
					Body: page(subject),
					ContentType: "text/html",
				}),
			),
		summary: (key) => get(`/summaries?key=${encodeURIComponent(key)}&wait=20`),
		get,
		stop,
	};
};

/** Starts the stack on free ports and an empty folder; `assembly` stands in for the project's own. */
export const startEmbedded = async (assembly?: string): Promise<Embedded> => {
	const dataDir = mkdtempSync(join(tmpdir(), "precis-e2e-"));
	const stack = await startStack({
		assembly: assembly ?? (await ensureAssembly(() => {})),
		dataDir,
		port: 0,
	});
	return embed(stack, async () => {
		await stack.close();
		rmSync(dataDir, { recursive: true, force: true });
	});
};
