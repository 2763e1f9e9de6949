/**
 * The condition block of a statement.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
 */
import { globOf } from "./glob.ts";

/** What is known of a request, by condition key in lower case. */
export type Context = Readonly<Record<string, string>>;

/** Whether a statement's conditions hold; `unknown` when that can't be told here. */
export type Answer = "met" | "unmet" | "unknown";

/** Keys that whoever makes a request's context fills in, or leaves out because the request hasn't got them. */
const KEYS: ReadonlySet<string> = new Set([
	"aws:principalarn",
	"aws:securetransport",
	"aws:sourcearn",
	"s3:delimiter",
	"s3:max-keys",
	"s3:prefix",
	"s3:tlsversion",
]);

type Test = (value: string, operand: string) => boolean;

const numeric =
	(test: (value: number, operand: number) => boolean): Test =>
	(value, operand) =>
		test(Number(value), Number(operand));

const glob: Test = (value, operand) => globOf(operand)(value);

/** ARNs are compared part by part, each with wildcards, whichever of the operators is named. */
const arn: Test = (value, operand) => globOf(operand, ":", 6)(value);

/** Each with what it says when any of its operands fits; a negated one holds when none does. */
const OPERATORS: Readonly<Record<string, { readonly test: Test; readonly negated?: true }>> = {
	StringEquals: { test: (value, operand) => value === operand },
	StringNotEquals: { test: (value, operand) => value === operand, negated: true },
	StringEqualsIgnoreCase: { test: (value, operand) => value.toLowerCase() === operand.toLowerCase() },
	StringLike: { test: glob },
	StringNotLike: { test: glob, negated: true },
	ArnEquals: { test: arn },
	ArnLike: { test: arn },
	ArnNotEquals: { test: arn, negated: true },
	ArnNotLike: { test: arn, negated: true },
	Bool: { test: (value, operand) => value.toLowerCase() === operand.toLowerCase() },
	NumericEquals: { test: numeric((value, operand) => value === operand) },
	NumericNotEquals: { test: numeric((value, operand) => value === operand), negated: true },
	NumericLessThan: { test: numeric((value, operand) => value < operand) },
	NumericLessThanEquals: { test: numeric((value, operand) => value <= operand) },
	NumericGreaterThan: { test: numeric((value, operand) => value > operand) },
	NumericGreaterThanEquals: { test: numeric((value, operand) => value >= operand) },
};

type Condition = (context: Context) => Answer;

const answer = (holds: boolean): Answer => (holds ? "met" : "unmet");

/** One line of a condition block: an operator, a key, and the operands of which one is to fit. */
const compileLine = (name: string, key: string, operands: readonly string[]): Condition => {
	const field = key.toLowerCase();
	const ifExists = name.endsWith("IfExists");
	const operatorName = ifExists ? name.slice(0, -"IfExists".length) : name;
	const operator = Object.hasOwn(OPERATORS, operatorName) ? OPERATORS[operatorName] : undefined;
	const hasVariable = operands.some((operand) => operand.includes("${"));
	if (!KEYS.has(field) || hasVariable) return () => "unknown";
	if (name === "Null")
		return (context) => answer(operands.some((operand) => (operand === "true") === !(field in context)));
	if (!operator) return () => "unknown";
	const { test, negated = false } = operator;
	return (context) => {
		const value = context[field];
		if (value === undefined) return answer(negated || ifExists);
		return answer(operands.some((operand) => test(value, operand)) !== negated);
	};
};

/** A condition block as a policy has it, each operand as text. */
export type ConditionBlock = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Compiles a block; all of its lines are to hold. One that can't be told makes the whole block unknown. */
export const compileConditions = (block: ConditionBlock): Condition => {
	const lines = Object.entries(block).flatMap(([operator, keys]) =>
		Object.entries(keys).map(([key, operands]) => compileLine(operator, key, operands)),
	);
	return (context) => {
		const answers = lines.map((line) => line(context));
		if (answers.includes("unknown")) return "unknown";
		return answers.includes("unmet") ? "unmet" : "met";
	};
};
