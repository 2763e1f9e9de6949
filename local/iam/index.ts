/**
 * IAM on this machine: who calls, and whether the template lets them.
 *
 * - `policy.ts` compiles policy documents into statements that are quick to ask, `conditions.ts` their conditions.
 * - `evaluate.ts` decides: an explicit deny wins, then an allow, and nothing allowed is a denial with AWS's words.
 * - `template.ts` reads the roles of functions, and the policies of buckets and queues, out of the template.
 * - `callers.ts` gives everybody keys of their own, and asks `evaluate.ts` on behalf of who holds them.
 * - `users.ts` reads who else there is, where that is said.
 * - `usage.ts` keeps account of grants that were used, so that the others can be found.
 *
 * What isn't known here denies: an action, an operator, a condition key, a policy variable. Which actions a
 * request needs is said where the request is understood: `s3/access.ts`, `endpoints/sqs.ts`, `endpoints/dynamodb.ts`.
 */
export { type Caller, type Callers, type Credentials, openCallers } from "./callers.ts";
export type { Access } from "./evaluate.ts";
export { type Policies, readPolicies } from "./template.ts";
export { recordUse, unusedGrants } from "./usage.ts";
export { readUsers, type User } from "./users.ts";
