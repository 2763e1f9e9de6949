/**
 * One run of the pipeline in which nothing happens by itself: every event's delivery, every call of a step and
 * every crash is a choice. The same choices give the same run.
 */
import { createIngest } from "../../functions/ingest/ingest.ts";
import type { SummariseMessage } from "../../functions/shared/events.ts";
import { extractive } from "../../functions/summarise/index.ts";
import { createSummarise } from "../../functions/summarise/summarise-article.ts";
import type { Action, Outcome, Parts, World } from "./world.ts";

/** How often a message is received before it goes to the dead-letter queue. */
const MAX_RECEIVES = 2;
/** How many messages are worked on at once. */
const CONCURRENCY = 2;

/** What a user does, in this order, and how much goes wrong on the way. */
export interface Scenario {
	readonly actions: readonly Action[];
	/** Events that are delivered twice. */
	readonly duplicates: number;
	readonly crashes: number;
}

interface Message {
	readonly id: string;
	readonly queue: "ingest" | "summarise";
	readonly body: string;
	readonly receives: number;
}

/** A call that a step makes of its parts, held until it is chosen. */
interface Call {
	readonly name: string;
	/** Makes the call; whoever crashes at it never hears the answer. */
	make(crashes: boolean): Promise<void>;
}

/** A function at work on a message. */
interface Worker {
	readonly message: Message;
	call: Call | undefined;
	/** What it has heard so far: with the message, all that its next step can depend on. */
	heard: string;
	outcome: "working" | "done" | "threw";
	/** Resolves when it makes its next call or ends. */
	moved: PromiseWithResolvers<void>;
}

/** What came of a run. */
export interface Ending {
	readonly outcome: Outcome;
	/** Functions that crashed. */
	readonly crashes: number;
}

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

export class Execution {
	private readonly world: World;
	private readonly scenario: Scenario;
	private acted = 0;
	private duplicated = 0;
	private crashed = 0;
	private waiting: Message[] = [];
	private workers: Worker[] = [];
	private dead: Message[] = [];

	constructor(world: World, scenario: Scenario) {
		this.world = world;
		this.scenario = scenario;
	}

	/** What can happen next; nothing when all is quiet. */
	choices(): string[] {
		const { actions, duplicates, crashes } = this.scenario;
		const choices: string[] = [];
		if (this.acted < actions.length) choices.push("act");
		if (this.workers.length < CONCURRENCY) choices.push(...this.waiting.map(({ id }) => `receive ${id}`));
		if (this.duplicated < duplicates)
			choices.push(
				...this.waiting.filter(({ id }) => /^event \d+$/.test(id)).map(({ id }) => `duplicate ${id}`),
			);
		for (const { message } of this.workers) {
			choices.push(`step ${message.id}`);
			if (this.crashed < crashes) choices.push(`crash before ${message.id}`, `crash after ${message.id}`);
		}
		// Somebody looks at the dead letters once all else is quiet.
		return choices.length === 0 && this.dead.length > 0 ? ["redrive"] : choices;
	}

	/** Lets a choice happen. */
	async choose(choice: string): Promise<void> {
		const [, verb = "", id = ""] =
			/^(act|redrive|receive|duplicate|step|crash before|crash after) ?(.*)$/.exec(choice) ?? [];
		if (!this.choices().includes(choice)) throw new Error(`${choice} can't happen here: ${this.choices()}`);
		if (verb === "act") return this.act();
		if (verb === "redrive") return this.redrive();
		if (verb === "duplicate") return this.duplicate(id);
		if (verb === "receive") return this.receive(id);
		const worker = this.workers.find(({ message }) => message.id === id);
		if (worker) await this.step(worker, verb);
	}

	/** All that what happens next can depend on. */
	async state(): Promise<string> {
		const workers = this.workers.map(({ message, call, heard }) => [message, call?.name, heard]);
		const budgets = [this.acted, this.duplicated, this.crashed];
		return JSON.stringify([await this.world.outcome(), budgets, this.waiting, workers, this.dead]);
	}

	async ending(): Promise<Ending> {
		return { outcome: await this.world.outcome(), crashes: this.crashed };
	}

	private async act(): Promise<void> {
		const action = this.scenario.actions[this.acted++];
		if (action)
			this.put({
				id: `event ${this.acted}`,
				queue: "ingest",
				body: await this.world.act(action),
				receives: 0,
			});
	}

	/** Queues promise no order; kept sorted, so that the order they came in makes no other state. */
	private put(message: Message): void {
		this.waiting = [...this.waiting, message].sort((one, other) => (one.id < other.id ? -1 : 1));
	}

	private take(id: string): Message {
		const message = this.waiting.find((one) => one.id === id);
		if (!message) throw new Error(`${id} doesn't wait.`);
		this.waiting = this.waiting.filter((one) => one !== message);
		return message;
	}

	private duplicate(id: string): void {
		const message = this.waiting.find((one) => one.id === id);
		this.duplicated++;
		if (message) this.put({ ...message, id: `${id} again` });
	}

	private redrive(): void {
		for (const message of this.dead) this.put({ ...message, receives: 0 });
		this.dead = [];
	}

	private async receive(id: string): Promise<void> {
		const taken = this.take(id);
		const message = { ...taken, receives: taken.receives + 1 };
		const moved = Promise.withResolvers<void>();
		const worker: Worker = { message, call: undefined, heard: "", outcome: "working", moved };
		this.workers.push(worker);
		const end = (outcome: "done" | "threw") => () => {
			worker.outcome = outcome;
			worker.moved.resolve();
		};
		this.work(worker).then(end("done"), end("threw"));
		await this.settle(worker);
	}

	/** Starts the function that takes the worker's message, on parts whose calls are held. */
	private work(worker: Worker): Promise<void> {
		const parts = this.held(worker);
		const now = () => new Date("2026-01-29T18:04:05Z");
		const { queue, body, receives } = worker.message;
		const isLastTry = receives === MAX_RECEIVES;
		if (queue === "summarise") {
			const wiring = { ...parts, summariser: extractive, length: "brief" as const, now, log: quiet };
			return createSummarise(wiring)(body, isLastTry);
		}
		const send = (turn: SummariseMessage) =>
			this.hold(worker, "send", async () => {
				let id = `article of ${this.world.eventOf(turn.sequencer)}`;
				while ([...this.waiting, ...this.workers.map((one) => one.message)].some((one) => one.id === id))
					id += " again";
				this.put({ id, queue: "summarise", body: JSON.stringify(turn), receives: 0 });
			});
		return createIngest({ ...parts, send, now, log: quiet })(body, isLastTry);
	}

	private held(worker: Worker): Parts {
		const hold = <Part extends object>(part: Part): Part =>
			new Proxy(part, {
				get: (target, name) => {
					const method: unknown = Reflect.get(target, name);
					return typeof method === "function"
						? (...args: unknown[]) => this.hold(worker, String(name), () => method.apply(target, args))
						: method;
				},
			});
		const { uploads, library, catalogue, entries } = this.world.parts;
		return {
			uploads: hold(uploads),
			library: hold(library),
			catalogue: hold(catalogue),
			entries: hold(entries),
		};
	}

	private hold<Answer>(worker: Worker, name: string, call: () => Promise<Answer>): Promise<Answer> {
		return new Promise((resolve, reject) => {
			worker.call = {
				name,
				async make(crashes) {
					const [answer] = await Promise.allSettled([call()]);
					if (crashes) return;
					worker.heard += `${name} ${JSON.stringify(answer)}\n`;
					if (answer.status === "fulfilled") resolve(answer.value);
					else reject(answer.reason);
				},
			};
			worker.moved.resolve();
		});
	}

	private async step(worker: Worker, verb: string): Promise<void> {
		const call = worker.call;
		worker.moved = Promise.withResolvers<void>();
		worker.call = undefined;
		if (verb === "step") {
			await call?.make(false);
			return this.settle(worker);
		}
		this.crashed++;
		if (verb === "crash after") await call?.make(true);
		worker.outcome = "threw";
		this.leave(worker);
	}

	/** Waits until the worker makes its next call or ends. */
	private async settle(worker: Worker): Promise<void> {
		await worker.moved.promise;
		if (worker.outcome !== "working") this.leave(worker);
	}

	private leave(worker: Worker): void {
		const { message, outcome } = worker;
		this.workers = this.workers.filter((one) => one !== worker);
		if (outcome !== "threw") return;
		if (message.receives < MAX_RECEIVES) this.put(message);
		else this.dead.push(message);
	}
}
