/** Started by a test: runs an assembly on a data folder, tells where, and waits to be killed. */
import { startStack } from "../../local/stack.ts";

const [assembly = "", dataDir = ""] = process.argv.slice(2);
console.log(JSON.stringify(await startStack({ assembly, dataDir, port: 0 })));
