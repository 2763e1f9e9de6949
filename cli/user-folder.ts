/** The scripts of package.json that are this command line. */
const SCRIPTS: ReadonlySet<string> = new Set(["precis", "strip", "summarise"]);

/** npm runs scripts in the project's folder; paths are meant from where the user is. */
export const userFolder = (): string =>
	(SCRIPTS.has(process.env.npm_lifecycle_event ?? "") ? process.env.INIT_CWD : undefined) ?? process.cwd();
