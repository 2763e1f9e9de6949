import { defineConfig } from "vitest/config";

/**
 * Two projects: `unit` is what `npm test` runs (rooms, contracts, template, real servers in-process);
 * `e2e` starts the embedded stack as a user would and talks to it with curl, the AWS CLI and the SDK.
 */
export default defineConfig({
	test: {
		reporters: process.env.CI ? ["default", "json"] : ["default"],
		projects: [
			{
				test: {
					name: "unit",
					include: ["test/**/*.test.ts"],
					exclude: ["test/e2e/**"],
					testTimeout: 30_000,
					hookTimeout: 60_000,
				},
			},
			{
				test: {
					name: "e2e",
					include: ["test/e2e/**/*.test.ts"],
					globalSetup: ["test/e2e/grants.ts"],
					testTimeout: 180_000,
					hookTimeout: 180_000,
					fileParallelism: false,
					maxConcurrency: 3,
				},
			},
		],
	},
});
