/** `npm start`: the stack until Ctrl-C, with something in it to look at. */
import { globSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { ListObjectsV2Command, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { keyOf, readArticleFile } from "../terminal/article-file.ts";
import { presentationOf, presentSummary } from "../terminal/present.ts";
import type { Progress } from "../terminal/progress.ts";
import { shellWord } from "../terminal/shell-word.ts";
import { Unable } from "../terminal/unable.ts";
import { fetchSummary, saying, summaryUrl, uploadArticle } from "./articles.ts";
import type { User } from "./iam/index.ts";
import { type Stack, startStack } from "./stack.ts";

/** What the command line says. */
export interface ServeOptions {
	/** Uploaded at the start; the examples when there are none and the store is empty. */
	readonly files: readonly string[];
	/** Where relative paths begin. */
	readonly folder: string;
	readonly assembly: string;
	readonly dataDir: string;
	readonly port: number;
	/** Who else there is. */
	readonly users: readonly User[];
	readonly verbose: boolean;
	readonly progress: Progress;
	/** Aborted when the user wants to stop. */
	readonly signal: AbortSignal;
}

const EXAMPLES = join(import.meta.dirname, "..", "examples");
const PRESIGNED_HOURS = 12;

const s3Of = ({ client, endpoints }: Stack) =>
	new S3Client({
		...client,
		endpoint: endpoints.s3,
		// Otherwise a presigned PUT is signed for an empty body's checksum.
		requestChecksumCalculation: "WHEN_REQUIRED",
	});

const isEmpty = async (stack: Stack): Promise<boolean> => {
	const s3 = s3Of(stack);
	const { KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket: stack.articlesBucket, MaxKeys: 1 }));
	s3.destroy();
	return KeyCount === 0;
};

const examples = (): string[] =>
	globSync("*.{html,txt,md}", { cwd: EXAMPLES })
		.sort()
		.map((name) => join(EXAMPLES, name));

/** Uploads the files one by one and shows their summaries, of the examples only the first. */
const showFirst = async (stack: Stack, options: ServeOptions): Promise<void> => {
	const { files, folder, progress, signal } = options;
	const given = files.length > 0;
	const paths = given ? files : (await isEmpty(stack)) ? examples() : [];
	const unseen: string[] = [];
	for (const [index, path] of paths.entries()) {
		try {
			const upload = await uploadArticle(stack, await readArticleFile(path, given ? folder : EXAMPLES));
			if (!given && index > 0) {
				unseen.push(upload.key);
				continue;
			}
			progress.step(`Summarising ${upload.key}`);
			const summary = await fetchSummary(stack, upload, signal);
			progress.end();
			process.stdout.write(`${presentSummary(summary, presentationOf(process.stdout))}\n`);
		} catch (error) {
			if (signal.aborted || !(error instanceof Unable)) throw error;
			progress.say(saying(path, error));
		}
	}
	if (unseen.length > 0) process.stdout.write(`The other examples are there too: ${unseen.join(", ")}\n\n`);
};

/** Lines that work when they are pasted as they are. */
const linesToTry = async (stack: Stack, { files, folder, users }: ServeOptions): Promise<string> => {
	const given = files.find((file) => file !== "-");
	const path = given === undefined ? (examples()[0] ?? "article.html") : resolve(folder, given);
	const key = keyOf(path, given === undefined ? EXAMPLES : folder);
	const { s3: endpoint } = stack.endpoints;
	const { credentials, region } = stack.client;
	const s3 = s3Of(stack);
	const upload = new PutObjectCommand({ Bucket: stack.articlesBucket, Key: key });
	const presigned = await getSignedUrl(s3, upload, { expiresIn: PRESIGNED_HOURS * 3600 });
	s3.destroy();
	const file = shellWord(relative(folder, path));
	const { accessKeyId, secretAccessKey } = credentials;
	const signing =
		users.length > 0 ? `--aws-sigv4 aws:amz:${region}:execute-api -u ${accessKeyId}:${secretAccessKey} ` : "";
	return `Try:
  AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey} AWS_DEFAULT_REGION=${region} aws --endpoint-url ${endpoint} s3 cp ${file} ${shellWord(`s3://${stack.articlesBucket}/${key}`)}
  curl -T ${file} '${presigned}'
  curl ${signing}'${summaryUrl(stack, key, 20)}'
`;
};

const addresses = (
	{ endpoints, articlesBucket, outputs, logFolder }: Stack,
	{ dataDir, users }: ServeOptions,
): string =>
	`Precis runs here, on this machine only. The API ${users.length > 0 ? "asks for signatures, as on AWS" : "asks nobody who they are, unlike on AWS"}.

  API       ${endpoints.api}
  S3        ${endpoints.s3}  articles go to ${articlesBucket}
  SQS       ${endpoints.sqs}
  DynamoDB  ${endpoints.dynamodb}${outputs.CatalogueTableName ? `  catalogue is ${outputs.CatalogueTableName}` : ""}
  Lambda    ${endpoints.lambda}${outputs.SweepFunctionName ? `  to be told to sweep is ${outputs.SweepFunctionName}` : ""}
  Data      ${dataDir}
  Logs      ${logFolder}
`;

/** Runs until the signal, then stops cleanly. */
export const serve = async (options: ServeOptions): Promise<void> => {
	const { assembly, dataDir, port, users, verbose, progress, signal } = options;
	const onFailure = (sentence: string) => progress.say(sentence);
	progress.step("Starting");
	const stack = await startStack({ assembly, dataDir, port, users, verbose, onFailure });
	progress.end();
	stack.warm.catch((error) => progress.say(`A function does not start: ${error.message}`));
	try {
		process.stdout.write(`${addresses(stack, options)}\n`);
		await showFirst(stack, options);
		process.stdout.write(`${await linesToTry(stack, options)}\nCtrl-C stops it.\n`);
		await new Promise((resolve) => {
			if (signal.aborted) resolve(undefined);
			signal.addEventListener("abort", resolve, { once: true });
		});
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		progress.step("Stopping; Ctrl-C again stops at once");
		await stack.close();
		progress.end();
	}
};
