import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Command } from "commander";
import type { PrecisClient } from "../../client/index.ts";
import { type ApiOptions, apiCommand, isOpen, openClient } from "../api.ts";
import { printJson } from "../table.ts";

interface OpenOptions extends ApiOptions {
	readonly article?: boolean;
	readonly print?: boolean;
}

/** What opens an address in the user's browser, by system. No shell: an address is one argument, whatever it holds. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
	darwin: ["open"],
	win32: ["rundll32", "url.dll,FileProtocolHandler"],
	linux: ["xdg-open"],
};

/** Whether a browser took it. */
const openInBrowser = async (address: string): Promise<boolean> => {
	const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
	const opener = spawn(command, [...args, address], { stdio: "ignore" });
	try {
		const [status] = await once(opener, "exit");
		return status === 0;
	} catch {
		return false;
	}
};

/** A browser can't sign a request or send a token: then the page is fetched here, and opened as a file. */
const addressOf = async (
	client: PrecisClient,
	key: string,
	options: OpenOptions,
	signal: AbortSignal,
): Promise<string> => {
	const shelf = options.article ? "articles" : "summaries";
	const page = await client.written(shelf, key, "html", { signal });
	if (isOpen(options))
		return `${options.api.replace(/\/+$/, "")}/${shelf}?key=${encodeURIComponent(key)}&format=html`;
	const file = join(await mkdtemp(join(tmpdir(), "precis-")), "page.html");
	await writeFile(file, page, { mode: 0o600 });
	return pathToFileURL(file).href;
};

const open = async (key: string, options: OpenOptions, signal: AbortSignal): Promise<void> => {
	const url = await addressOf(await openClient(options), key, options, signal);
	const wanted = process.stdout.isTTY && !options.print && !options.json;
	if (wanted && (await openInBrowser(url))) return;
	if (options.json) printJson({ key, url });
	else process.stdout.write(`${url}\n`);
};

/** `precis open` */
export const openCommand = (signal: AbortSignal): Command =>
	apiCommand("open", "open a summary's page in the browser")
		.argument("<key>", "the key as it was uploaded")
		.option("--article", "the article's page, not its summary's")
		.option("--print", "print its address, as in front of a pipe or without a browser")
		.action((key: string, options: OpenOptions) => open(key, options, signal));
