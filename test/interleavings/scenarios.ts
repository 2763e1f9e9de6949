/** What is explored: small scenarios with every test run, large ones by `npm run interleavings`. */
import type { Scenario } from "./execution.ts";

export const SMALL: readonly Scenario[] = [
	{ actions: ["upload"], duplicates: 1, crashes: 0 },
	{ actions: ["upload"], duplicates: 0, crashes: 2 },
	{ actions: ["upload", "delete"], duplicates: 1, crashes: 0 },
	{ actions: ["upload", "upload another"], duplicates: 0, crashes: 0 },
	{ actions: ["upload", "delete", "restore"], duplicates: 0, crashes: 0 },
	{ actions: ["upload an image", "upload"], duplicates: 0, crashes: 0 },
	{ actions: ["upload", "upload an image"], duplicates: 0, crashes: 0 },
];

export const LARGE: readonly Scenario[] = [
	{ actions: ["upload"], duplicates: 1, crashes: 2 },
	{ actions: ["upload", "delete"], duplicates: 1, crashes: 1 },
	{ actions: ["upload", "upload another"], duplicates: 0, crashes: 1 },
	{ actions: ["upload", "delete", "restore"], duplicates: 0, crashes: 1 },
	{ actions: ["upload", "upload another", "delete"], duplicates: 1, crashes: 0 },
	{ actions: ["upload", "delete", "upload another"], duplicates: 1, crashes: 0 },
];

/** Too large to be explored; orders of their steps are drawn. */
export const SAMPLED: readonly Scenario[] = [
	{ actions: ["upload", "upload another", "delete"], duplicates: 2, crashes: 2 },
	{ actions: ["upload", "delete", "restore"], duplicates: 2, crashes: 2 },
	{ actions: ["upload", "delete", "upload another"], duplicates: 1, crashes: 3 },
	{ actions: ["upload", "upload an image", "upload another"], duplicates: 2, crashes: 1 },
];

/** A scenario in words. */
export const nameOf = ({ actions, duplicates, crashes }: Scenario): string =>
	`${actions.join(", ")}; ${duplicates} repeated, ${crashes} crashes`;
