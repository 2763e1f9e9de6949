/**
 * A small S3 on this machine: the operations, conditions, versions and events that Precis leans on, kept in one
 * SQLite file that outlives the process, however that ends.
 */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Guard, OPEN } from "./access.ts";
import type { S3Event } from "./events.ts";
import { serve } from "./server.ts";
import { newAuthority, type SecretOf } from "./signature.ts";
import { openStore, type Store } from "./store.ts";

export type { CreationReason, DeletionType, S3Event } from "./events.ts";

/** A running server. */
export interface S3Server {
	/** `http://127.0.0.1:PORT` */
	readonly endpoint: string;
	readonly port: number;
	/** Lets requests and the delivery under way end, then closes the file. */
	close(): Promise<void>;
}

/** What a server needs to know. */
export interface S3Options {
	/** 0, the default, is any free one. */
	readonly port?: number;
	/** Path of the SQLite file, or `:memory:`. */
	readonly file: string;
	readonly region: string;
	/** Who owns the buckets, in events. */
	readonly accountId: string;
	readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
	/** Who else may call, and what each may do; without it the owner of `credentials` calls alone. */
	readonly guard?: Guard & { readonly secretOf: SecretOf };
	/**
	 * Is given every event of the buckets that send theirs to EventBridge, in the order of writing: at least once
	 * each, again and again until it resolves, across restarts. Without it events wait in the file.
	 */
	readonly deliver?: (event: S3Event) => Promise<void>;
	readonly now?: () => Date;
}

/** How long requests may take to end once the server closes. */
const GRACE_MS = 2000;

const openOrClose = (server: Server, open: () => Store): Store => {
	try {
		return open();
	} catch (error) {
		server.close();
		throw error;
	}
};

/** Starts the server on 127.0.0.1. Rejects with Node's error (`EADDRINUSE`) when the port is taken. */
export const startS3 = async (options: S3Options): Promise<S3Server> => {
	const { file, region, accountId, credentials, guard, deliver, now = () => new Date() } = options;
	const server = createServer();
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject).listen(options.port ?? 0, "127.0.0.1", resolve);
	});
	const store = openOrClose(server, () => openStore(file, { accountId, region, now }, deliver));
	const ownSecret: SecretOf = (id) =>
		id === credentials.accessKeyId ? credentials.secretAccessKey : undefined;
	const authority = newAuthority(guard?.secretOf ?? ownSecret, { region, service: "s3", now });
	const underWay = new Set<Promise<void>>();
	server.on("request", (message, response) => {
		const served = serve(message, response, { store, authority, guard: guard ?? OPEN }).finally(() =>
			underWay.delete(served),
		);
		underWay.add(served);
	});
	const { port } = server.address() as AddressInfo;
	return {
		endpoint: `http://127.0.0.1:${port}`,
		port,
		close: async () => {
			const closed = new Promise((resolve) => server.close(resolve));
			const impatience = setTimeout(() => server.closeAllConnections(), GRACE_MS);
			await closed;
			clearTimeout(impatience);
			await Promise.all(underWay);
			await store.close();
		},
	};
};
