import { Unable } from "../terminal/unable.ts";

/** Runs `listen`; when somebody else has the port, says so in words. */
export const onPort = async <T>(service: string, port: number, listen: () => Promise<T>): Promise<T> => {
	try {
		return await listen();
	} catch (error) {
		if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
		throw new Unable(
			`Port ${port} (${service}) is in use: stop what uses it, or choose others with --port N.`,
		);
	}
};
