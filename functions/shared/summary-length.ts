/** How long a summary is wanted: what `precis-length` on an upload, the stack's default and summarise's options agree on. */
import * as z from "zod";

/** From three sentences of key points to ten. */
export const SummaryLengthSchema = z.enum(["brief", "standard", "detailed"]);
export type SummaryLength = z.infer<typeof SummaryLengthSchema>;
