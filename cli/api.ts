/** What the commands that talk to an API have in common: where it is, and who asks. */
import { Command, Option } from "commander";
import { type ClientOptions, createClient, type PrecisClient } from "../client/index.ts";
import { UsageError } from "../terminal/usage.ts";

/** Where `npm start` and `precis local` listen. */
const LOCAL_API = "http://127.0.0.1:4570";

/** The options of every such command. */
export interface ApiOptions {
	readonly api: string;
	readonly token?: string;
	readonly iam?: boolean;
	readonly json?: boolean;
}

/** The deployed API's own address tells its region. */
const EXECUTE_API = /\.execute-api\.([a-z0-9-]+)\.amazonaws\.com(\.cn)?$/;

/** Begins a command that talks to an API. */
export const apiCommand = (name: string, description: string): Command =>
	new Command(name)
		.description(description)
		.option("--json", "print JSON")
		.optionsGroup("Which API, and who asks:")
		.addOption(new Option("--api <url>", "the API's address").env("PRECIS_API").default(LOCAL_API))
		.addOption(new Option("--token <token>", "a token of the configured issuer").env("PRECIS_TOKEN"))
		.addOption(
			new Option(
				"--iam",
				"sign with AWS credentials, from where AWS's own tools take them; for an address of execute-api without a token it goes without saying",
			).env("PRECIS_IAM"),
		)
		.addOption(new Option("--no-iam", "don't"))
		.optionsGroup("Options:");

const addressOf = (api: string): URL => {
	const address = URL.canParse(api) ? new URL(api) : undefined;
	if (!address || !/^https?:$/.test(address.protocol))
		throw new UsageError(`--api takes an http or https address, not "${api}".`);
	return address;
};

const regionOf = ({ hostname }: URL): string => {
	const region = EXECUTE_API.exec(hostname)?.[1] ?? process.env.AWS_REGION ?? process.env.AWS_DEFAULT_REGION;
	if (!region) throw new UsageError("To sign for this address, AWS_REGION must say its region.");
	return region;
};

/** Whether requests are signed: when it is said, and for an API of AWS's own that nothing else is said of. */
const isSigned = ({ iam, token }: ApiOptions, { hostname }: URL): boolean =>
	iam ?? (token === undefined && EXECUTE_API.test(hostname));

/** The API that the options name. */
export const openClient = async (options: ApiOptions): Promise<PrecisClient> => {
	const address = addressOf(options.api);
	const { token } = options;
	const client: ClientOptions = { baseUrl: options.api, ...(token !== undefined && { token }) };
	if (!isSigned(options, address)) return createClient(client);
	if (token !== undefined) throw new UsageError("A request is signed (--iam) or has a token, not both.");
	// Loaded now, because the SDK's credentials would keep every other command waiting.
	const { signingFetch } = await import("./sign.ts");
	return createClient({ ...client, fetch: signingFetch(regionOf(address)) });
};

/** Whether a browser could open the API's pages by itself. */
export const isOpen = (options: ApiOptions): boolean =>
	options.token === undefined && !isSigned(options, addressOf(options.api));
