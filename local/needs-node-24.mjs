// Plain JavaScript that every Node still in use can read, to say which one is needed. npm puts the one that
// is among the dependencies (Linux) first on the PATH of its scripts.
const NEEDED = 24;

if (Number(process.versions.node.split(".")[0]) < NEEDED) {
	console.error(
		`Precis needs Node ${NEEDED} or newer, and this is ${process.version}: install it from https://nodejs.org and try again (on Linux, "npm ci" brings it along for "npm start" and "npm test").`,
	);
	process.exit(1);
}
