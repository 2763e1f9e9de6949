/** The API over stores of its own. */
import { expect } from "vitest";
import { createApp, type Dependencies } from "../../../functions/fetch/app.ts";
import { type ProblemDetails, ProblemDetailsSchema } from "../../../functions/shared/api.ts";
import { startCloud } from "../../support/cloud.ts";
import { summaryDocument } from "../../support/documents.ts";
import { uploadsTo } from "./uploads.ts";

/** Starts the stores; `cloud.close()` when it is over. */
export const startApi = async () => {
	const cloud = await startCloud();
	const uploads = uploadsTo(cloud);
	const logged: unknown[] = [];
	const appWith = (replaced: Partial<Dependencies> = {}) =>
		createApp({
			catalogue: cloud.catalogue,
			lists: cloud.lists,
			library: cloud.library,
			inbox: cloud.inbox,
			queues: cloud.queues,
			now: () => new Date(),
			logger: { error: (...entry) => void logged.push(entry) },
			...replaced,
		});
	return {
		cloud,
		uploads,
		/** What the app told its logger. */
		logged,
		appWith,
		get: (path: string, headers: Record<string, string> = {}, app = appWith()) =>
			app.request(path, { headers }),
		/** A ready upload with its own topic and publisher. */
		publish: (key: string, topic: string, publishedAt = "2025-03-01T08:00:00Z") => {
			const { metadata } = summaryDocument();
			return uploads.ready(key, {
				summary: summaryDocument({
					headline: `About ${key}`,
					topics: [topic],
					metadata: { ...metadata, publishedAt, publisher: { name: `${topic} Post` } },
				}),
			});
		},
	};
};

/** Holds an answer against RFC 9457 and the contract. */
export const expectProblem = async (
	response: Response,
	status: number,
	code: string,
): Promise<ProblemDetails> => {
	expect(response.headers.get("content-type")).toBe("application/problem+json");
	const problem = ProblemDetailsSchema.parse(await response.json());
	expect([response.status, problem.status, problem.code]).toEqual([status, status, code]);
	expect([problem.title, problem.detail]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
	return problem;
};
