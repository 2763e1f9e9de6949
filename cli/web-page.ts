/** A page of the web, fetched once and carefully. */
import { readCapped } from "../terminal/read-capped.ts";
import { Unable } from "../terminal/unable.ts";

/** What was fetched. */
export interface WebPage {
	readonly bytes: Uint8Array;
	/** As the site says it. */
	readonly contentType: string | undefined;
	/** Where it was found in the end, without a fragment. */
	readonly url: string;
}

const MAX_REDIRECTS = 10;
const TIMEOUT_MS = 30_000;

const HEADERS = {
	Accept: "text/html,application/xhtml+xml,text/markdown,text/plain;q=0.9,*/*;q=0.5",
	"User-Agent": "precis (+https://www.npmjs.com/package/precis)",
};

/** Whether a word of the command line is an address. */
export const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);

const follow = async (address: string, signal: AbortSignal): Promise<WebPage> => {
	let url = new URL(address);
	url.hash = "";
	for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
		const response = await fetch(url, { redirect: "manual", signal, headers: HEADERS });
		const location = response.headers.get("location");
		if (response.status >= 300 && response.status < 400 && location !== null) {
			await response.body?.cancel();
			if (!URL.canParse(location, url.href)) throw new Unable(`${address} leads nowhere: “${location}”.`);
			url = new URL(location, url);
			url.hash = "";
			if (!/^https?:$/.test(url.protocol)) throw new Unable(`${address} leads away from the web.`);
			continue;
		}
		if (!response.ok) throw new Unable(`${url.href} answered ${response.status}.`);
		const contentType = response.headers.get("content-type") ?? undefined;
		return { bytes: await readCapped(response.body ?? [], address), contentType, url: url.href };
	}
	throw new Unable(`${address} leads from one address to the next, more than ${MAX_REDIRECTS} times.`);
};

/** Fetches a page. Throws `Unable` when the site doesn't give it, and the signal's reason when that comes first. */
export const fetchPage = async (address: string, signal: AbortSignal): Promise<WebPage> => {
	const inTime = AbortSignal.timeout(TIMEOUT_MS);
	try {
		return await follow(address, AbortSignal.any([signal, inTime]));
	} catch (error) {
		if (error instanceof Unable || signal.aborted) throw error;
		if (inTime.aborted) throw new Unable(`${address} did not answer within ${TIMEOUT_MS / 1000} seconds.`);
		const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
		throw new Unable(`${address} can't be reached${cause === "" ? "" : ` (${cause})`}.`);
	}
};

/** The key of a page: its host and path, what a file of it could be called. */
export const keyOfAddress = (address: string): string => {
	const { host, pathname, search } = new URL(address);
	const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
	try {
		return decodeURIComponent(host + path) + search;
	} catch {
		return host + path + search;
	}
};
