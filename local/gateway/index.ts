/** API Gateway on this machine: `gateway.ts` answers, the others say who may and what leads where. */
export { iamAuthoriser } from "./execute-api.ts";
export { startGateway } from "./gateway.ts";
