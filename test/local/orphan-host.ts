/** Started by a test: opens a function that computes for ever, says so, and waits to be killed. */
import { openLambda } from "../../local/lambda/host.ts";
import { makeFunction } from "./assembly.ts";

const [folder = ""] = process.argv.slice(2);
const plan = makeFunction(
	folder,
	"export const handler = async () => { console.log('pid', process.pid); for (;;); };",
	{ timeoutSeconds: 60 },
);
openLambda({ functions: [plan], variables: {}, logFolder: folder }).invoke("worker", {});
