/** Lambda: runs the template's functions, each in as many environments as there is work for. */
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import type { FunctionPlan } from "../template.ts";
import { type Environment, type Outcome, startEnvironment } from "./environment.ts";

/** What Lambda allows an account by the thousand; each is a process here. More events wait for their turn. */
const MAX_ENVIRONMENTS = 16;

/** How long an environment is kept for the next event. */
const IDLE_MS = 5 * 60_000;

/** Runs functions by name. */
export interface Lambda {
	/** Invokes a function and waits for its answer. Never rejects for what happens in the function. */
	invoke(functionName: string, event: unknown): Promise<Outcome>;
	/** Starts an environment of each function ahead of its first event. Rejects when one can't be loaded. */
	warm(): Promise<void>;
	/** Ends every environment, whatever it is doing. */
	close(): Promise<void>;
}

/** What the host needs. */
export interface LambdaOptions {
	readonly functions: readonly FunctionPlan[];
	/** Given to every function besides its own environment: credentials, region, endpoints. */
	readonly variables: Readonly<Record<string, string>>;
	/** Where logs are kept, a file for each function. */
	readonly logFolder: string;
	/** Also copy what functions log to standard error. */
	readonly verbose?: boolean | undefined;
}

/** The environments of one function. */
const openFunction = (plan: FunctionPlan, { variables, logFolder, verbose }: LambdaOptions) => {
	const file = createWriteStream(join(logFolder, `${plan.name}.log`), { flags: "a" });
	const log = (text: string | Buffer): void => {
		file.write(text);
		if (verbose) process.stderr.write(text);
	};

	const all = new Set<Environment>();
	/** The last used is the first used again, so that the others can be let go. */
	const idle: Environment[] = [];
	const expiries = new Map<Environment, NodeJS.Timeout>();
	const waiting: (() => void)[] = [];
	let free = MAX_ENVIRONMENTS;
	let closed = false;

	const start = (): Environment => {
		const environment = startEnvironment({ plan, variables, log });
		all.add(environment);
		return environment;
	};

	const retire = (environment: Environment): void => {
		idle.splice(idle.indexOf(environment), 1);
		all.delete(environment);
		environment.kill();
	};

	const shelve = (environment: Environment): void => {
		if (!environment.alive()) {
			all.delete(environment);
			return;
		}
		idle.push(environment);
		expiries.set(environment, setTimeout(retire, IDLE_MS, environment).unref());
	};

	const take = (): Environment => {
		for (let environment = idle.pop(); environment; environment = idle.pop()) {
			clearTimeout(expiries.get(environment));
			expiries.delete(environment);
			if (environment.alive()) return environment;
			all.delete(environment);
		}
		return start();
	};

	const turn = async (): Promise<void> => {
		if (free > 0) free--;
		else await new Promise<void>((resolve) => waiting.push(resolve));
	};
	const next = (): void => {
		const first = waiting.shift();
		if (first) first();
		else free++;
	};

	return {
		async invoke(event: unknown): Promise<Outcome> {
			await turn();
			try {
				if (closed) return { status: "failed", errorType: "Runtime.Shutdown", message: "It was stopped." };
				const environment = take();
				const outcome = await environment.invoke(JSON.stringify(event));
				shelve(environment);
				return outcome;
			} finally {
				next();
			}
		},
		async warm(): Promise<void> {
			const environment = start();
			shelve(environment);
			await environment.ready;
		},
		async close(): Promise<void> {
			closed = true;
			await Promise.all([...all].map((environment) => environment.kill()));
			file.end();
			await finished(file);
		},
	};
};

/** Opens the functions. Nothing is started before it is needed or `warm` is called. */
export const openLambda = (options: LambdaOptions): Lambda => {
	mkdirSync(options.logFolder, { recursive: true });
	const functions = new Map(options.functions.map((plan) => [plan.name, openFunction(plan, options)]));
	return {
		async invoke(name, event) {
			const found = functions.get(name);
			if (!found) throw new Error(`There is no function ${name}`);
			return found.invoke(event);
		},
		async warm() {
			await Promise.all([...functions.values()].map((each) => each.warm()));
		},
		async close() {
			await Promise.all([...functions.values()].map((each) => each.close()));
		},
	};
};
