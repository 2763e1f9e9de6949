import * as z from "zod";

/** How far an upload has come; the last four are final. */
export const StageSchema = z.enum(["received", "stripped", "ready", "rejected", "failed", "deleted"]);
export type Stage = z.infer<typeof StageSchema>;
