/** The client over an API and an S3 that answer what the test says. */
import { type ClientOptions, createClient } from "../../client/index.ts";
import { summaryDocument, upload } from "../support/documents.ts";
import { startScriptedServer } from "./scripted-server.ts";

/** When an upload was asked for, by the API's clock. */
export const ISSUED = "2026-02-01T10:00:00.400Z";

/** An answer with problem details. */
export const problem = (status: number, code: string, more: object = {}) => ({
	status,
	body: { type: "about:blank", title: "x", status, detail: `It is ${code}.`, code, ...more },
});

/** An answer with a summary of the key `a`. */
export const summary = (versionId: string, uploadedAt = "2026-02-01T10:00:00Z") => ({
	body: {
		...summaryDocument(),
		key: "a",
		upload: { ...upload(), versionId, uploadedAt },
		pointers: { article: "x", summary: "y" },
	},
});

/** The answer while the key `a` is on its way. */
export const onItsWay = { status: 202, body: { key: "a", stage: "received", receivedAt: ISSUED } };

/** Starts both servers. */
export const startScripted = async () => {
	const [api, s3] = await Promise.all([startScriptedServer(), startScriptedServer()]);
	return {
		api,
		s3,
		client: (options: Partial<ClientOptions> = {}) =>
			createClient({ baseUrl: api.url, retries: 0, ...options }),
		/** An answer with an address to upload the key `a` to. */
		ticket: (headers = {}) => ({
			status: 201,
			body: {
				key: "a",
				method: "PUT",
				url: `${s3.url}/bucket/a?X-Amz-Signature=1`,
				headers,
				issuedAt: ISSUED,
				expiresAt: ISSUED,
			},
		}),
		close: () => Promise.all([api.close(), s3.close()]),
	};
};
