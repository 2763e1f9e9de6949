/**
 * The way into S3, SQS and DynamoDB of the embedded stack. Each listens where nobody looks, and has a gate in
 * front of it, on the port that clients know: `gate.ts`. A call goes through the gate's interceptors and then to
 * its service, byte for byte.
 *
 * - `call.ts` says what a call, an answer and an interceptor are: who wants to delay, fail or repeat calls
 *   writes one, and gives it to `startStack`.
 * - `authorise.ts` is the interceptor that asks IAM for SQS and DynamoDB. S3 is ours and asks by itself, because
 *   only it knows what a request's body and an object's absence mean.
 * - `space.ts` refuses what writes while the disk is nearly full.
 * - `sqs.ts` and `dynamodb.ts` say which actions a request needs.
 */
export { authorise } from "./authorise.ts";
export { type Answer, type Body, type Call, HangUp, type Interceptor, jsonError, xmlError } from "./call.ts";
export { type Gate, openGate } from "./gate.ts";
export { type Signer, signerOf } from "./signer.ts";
export { freeBytes, keepSpace } from "./space.ts";
