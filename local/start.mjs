import "./needs-node-24.mjs";

await import("./main.ts");
