/** Who everything on this machine belongs to. */

/** The embedded stack listens here and nowhere else. */
export const HOST = "127.0.0.1";

/** The account id is the one that the SQS of the embedded stack has built in. */
export const ACCOUNT = { id: "000000000000", region: "us-east-1" } as const;

/** Made up: they guard nothing, but S3's signatures must be made with some key. */
export const CREDENTIALS = { accessKeyId: "precis", secretAccessKey: "precis-local" } as const;

/** What SDK clients need besides an endpoint: spread it into their configuration. */
export const CLIENT = { region: ACCOUNT.region, credentials: CREDENTIALS } as const;
