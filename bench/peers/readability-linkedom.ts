import { parseHTML } from "linkedom";
import type { Extractor } from "../strip/extractor.ts";
import { readable } from "./readability.ts";

/** Readability on linkedom's DOM. */
export const extract: Extractor = ({ text }) => readable(parseHTML(text).document);
