import type { ServerOptions } from "node:http";

/**
 * For how long a connection may take to say what it wants. Node would wait for a minute, and look every half
 * minute: whoever sends a byte now and then could hold a connection for that long. The body has Node's five
 * minutes, for large uploads.
 */
export const PATIENCE = {
	headersTimeout: 10_000,
	connectionsCheckingInterval: 1_000,
} satisfies ServerOptions;
