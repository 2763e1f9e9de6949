/**
 * EventBridge: hands each event to the queues whose rule it matches.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { messageBody } from "../functions/shared/queue.ts";
import type { QueuePlan, RulePlan, TargetPlan } from "./template.ts";

type Test = (value: unknown) => boolean;

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === "object" && value !== null && !Array.isArray(value);

const isLiteral = (value: unknown): boolean =>
	value === null || ["string", "number", "boolean"].includes(typeof value);

const textual =
	(test: (text: string, operand: string) => boolean) =>
	(operand: unknown): Test => {
		if (typeof operand !== "string") throw new Error("needs a text");
		return (value) => typeof value === "string" && test(value, operand);
	};

/** The operators that rules may use here. */
const OPERATORS: Readonly<Record<string, (operand: unknown) => Test>> = {
	prefix: textual((text, operand) => text.startsWith(operand)),
	suffix: textual((text, operand) => text.endsWith(operand)),
	"equals-ignore-case": textual((text, operand) => text.toLowerCase() === operand.toLowerCase()),
	exists: (operand) => (value) => (value !== undefined) === operand,
	"anything-but": (operand) => {
		const excluded = [operand].flat();
		if (!excluded.every(isLiteral)) throw new Error("needs texts or numbers");
		return (value) => value !== undefined && !excluded.includes(value);
	},
};

/** One entry of a list of alternatives: a literal, or an operator. */
const compileAlternative = (alternative: unknown, path: string): Test => {
	if (isLiteral(alternative)) return (value) => value === alternative;
	const [operator = "", operand] = Object.entries(alternative ?? {})[0] ?? [];
	const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
	if (!compile) throw new Error(`The embedded stack does not match "${operator}" (rule at ${path})`);
	return compile(operand);
};

/** Makes a test of an event pattern. Throws an `Error` for an operator that isn't known here. */
export const compilePattern = (pattern: Readonly<Record<string, unknown>>, path = "event"): Test => {
	const fields = Object.entries(pattern).map(([name, expected]): [string, Test] => {
		const here = `${path}.${name}`;
		if (isObject(expected)) return [name, compilePattern(expected, here)];
		if (!Array.isArray(expected)) throw new Error(`The rule has no list of alternatives at ${here}`);
		const alternatives = expected.map((alternative) => compileAlternative(alternative, here));
		// A field that is a list itself matches when one of its values does.
		return [name, (value) => [value].flat().some((it) => alternatives.some((test) => test(it)))];
	});
	return (event) =>
		fields.every(([name, test]) =>
			test(isObject(event) && Object.hasOwn(event, name) ? event[name] : undefined),
		);
};

/** Whether a target has been tried for as long as its rule says. */
const isOver = (event: object, { maxAgeSeconds }: TargetPlan): boolean =>
	maxAgeSeconds !== undefined &&
	"time" in event &&
	Date.now() - Date.parse(String(event.time)) > maxAgeSeconds * 1000;

/**
 * Compiles the rules into what S3 calls with each event. It throws when a queue can't be reached: S3 tries again,
 * until the event is too old, and then it is a dead letter. Without a queue for these it is tried for ever.
 */
export const eventBus = (
	rules: readonly RulePlan[],
	queues: readonly QueuePlan[],
	/** The client that acts for a rule: queues let in only those that their policies name. */
	clientFor: (rule: string) => SQSClient,
): ((event: object) => Promise<void>) => {
	const urls = new Map(queues.map(({ arn, url }) => [arn, url]));
	const compiled = rules.map(({ name, pattern, targets }) => ({
		matches: compilePattern(pattern),
		targets,
		sqs: clientFor(name),
	}));
	const hand = async (sqs: SQSClient, event: object, target: TargetPlan): Promise<void> => {
		const MessageBody = messageBody(event);
		const send = (arn: string) => sqs.send(new SendMessageCommand({ QueueUrl: urls.get(arn), MessageBody }));
		try {
			await send(target.arn);
		} catch (error) {
			if (target.deadLetters === undefined || !isOver(event, target)) throw error;
			await send(target.deadLetters);
		}
	};
	return async (event) => {
		const told = new Set<string>();
		for (const { targets, sqs } of compiled.filter(({ matches }) => matches(event))) {
			for (const target of targets.filter(({ arn }) => !told.has(arn))) {
				told.add(target.arn);
				await hand(sqs, event, target);
			}
		}
	};
};
