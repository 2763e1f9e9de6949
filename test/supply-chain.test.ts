/** What is installed to build, test and run the project: under which licences, from where, and what of it may run. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod";

const root = new URL("../", import.meta.url);
const readJson = (name: string): unknown => JSON.parse(readFileSync(new URL(name, root), "utf8"));

const Dependencies = z.record(z.string(), z.string()).default({});
const { dependencies, devDependencies, optionalDependencies, allowScripts } = z
	.object({
		dependencies: Dependencies,
		devDependencies: Dependencies,
		optionalDependencies: Dependencies,
		allowScripts: z.record(z.string(), z.boolean()),
	})
	.parse(readJson("package.json"));

const LockedSchema = z.object({
	integrity: z.string().optional(),
	resolved: z.string().optional(),
	inBundle: z.boolean().optional(),
	hasInstallScript: z.boolean().optional(),
});
const { packages } = z
	.object({ packages: z.record(z.string(), LockedSchema) })
	.parse(readJson("package-lock.json"));
const locked = Object.entries(packages).filter(([place]) => place !== "");
const nameOf = (place: string): string => place.slice(place.lastIndexOf("node_modules/") + 13);

/** Old packages say it as an object. */
const LicenceSchema = z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]);
const InstalledSchema = z.object({ license: LicenceSchema.default("none") });
/** Some packages are for other machines, or inside of others, where the lock file's place is not theirs. */
const installed = locked.filter(([place]) => existsSync(new URL(`${place}/package.json`, root)));

/** SPDX identifiers that let anybody use, change and pass on what is under them, in a product too. */
const PERMISSIVE = new Set([
	"0BSD",
	"Apache-2.0",
	"BSD-2-Clause",
	"BSD-3-Clause",
	"BlueOak-1.0.0",
	"ISC",
	"MIT",
	"MIT-0",
	"PSF-2.0",
]);
/** Tools under the Mozilla licence, which asks for changes to them alone: they check and build, nothing of them ships. */
const TOOLS_UNDER_MPL = /^(?:axe-core|lightningcss(?:-.+)?)$/;

const isFine = (name: string, licence: string): boolean =>
	licence
		.replace(/^\(|\)$/g, "")
		.split(" OR ")
		.some((one) => PERMISSIVE.has(one) || (one === "MPL-2.0" && TOOLS_UNDER_MPL.test(name)));

describe("what is installed", () => {
	it("is under a licence that lets anybody use it", () => {
		expect(installed.length).toBeGreaterThan(100);
		const others = installed
			.map(([place]) => ({
				name: nameOf(place),
				licence: InstalledSchema.parse(readJson(`${place}/package.json`)).license,
			}))
			.filter(({ name, licence }) => !isFine(name, licence));
		expect(others).toEqual([]);
	});

	it("is pinned to one version each", () => {
		const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter(
			([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
		);
		expect(ranges).toEqual([]);
	});

	it("is checked against a hash, wherever it is fetched from", () => {
		// A package that comes inside of another is covered by that one's hash.
		const unchecked = locked.filter(
			([, { integrity, inBundle }]) => !inBundle && !/^sha512-/.test(integrity ?? ""),
		);
		expect(unchecked).toEqual([]);
		expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
	});

	it("runs nothing as it is installed: what would is named, and not allowed to", () => {
		const scripts = locked
			.filter(([, { hasInstallScript }]) => hasInstallScript)
			.map(([place]) => nameOf(place));
		expect(allowScripts).toEqual(Object.fromEntries(scripts.map((name) => [name, false])));
	});
});
