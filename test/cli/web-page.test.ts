import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchPage, keyOfAddress } from "../../cli/web-page.ts";
import { type ScriptedServer, startScriptedServer } from "../client/scripted-server.ts";

let site: ScriptedServer;
beforeAll(async () => {
	site = await startScriptedServer();
});
afterAll(() => site.close());

describe("a page of the web", () => {
	const fetched = (path = "/a#part") => fetchPage(site.url + path, new AbortController().signal);

	it("is fetched where redirects lead to, and says its type", async () => {
		site.answer(
			{ status: 302, headers: { location: "/b?c" } },
			{ headers: { "content-type": "text/html; charset=iso-8859-1" }, body: "<p>Hello" },
		);
		const { bytes, ...about } = await fetched();
		expect(new TextDecoder().decode(bytes)).toBe("<p>Hello");
		expect(about).toEqual({ contentType: "text/html; charset=iso-8859-1", url: `${site.url}/b?c` });
	});

	it.each([
		["that isn't there", { status: 404 }, "answered 404"],
		["that leads in circles", { status: 301, headers: { location: "/a" } }, "more than 10 times"],
		[
			"that leads away from the web",
			{ status: 301, headers: { location: "file:///etc" } },
			"away from the web",
		],
		["that is too large", { body: "x".repeat(26 * 1024 * 1024) }, "more than 25 MiB"],
		["that nobody gives", "drop" as const, "can't be reached"],
	])("%s is refused with the reason", async (_, reply, sentence) => {
		site.answer(reply);
		await expect(fetched()).rejects.toThrow(sentence);
	});

	it.each([
		["https://a.example", "a.example/index.html"],
		["https://a.example/news/", "a.example/news/index.html"],
		["http://a.example:8080/caf%C3%A9.html?id=3#top", "a.example:8080/café.html?id=3"],
		["https://a.example/%ff", "a.example/%ff"],
	])("from %s has the key %s", (address, key) => {
		expect(keyOfAddress(address)).toBe(key);
	});
});
