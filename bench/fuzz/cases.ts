/** One broken upload: a page, what was done to it and what is claimed of it, as fast-check makes it. */
import * as fc from "fast-check";
import type { UploadHints } from "../../functions/ingest/index.ts";
import { BYTE_MUTATIONS, CONTENT_TYPES, KEYS, TEXT_MUTATIONS } from "./mutations.ts";

interface Step {
	readonly mutation: string;
	/** Where, as a share of the length. */
	readonly at: number;
	readonly size: number;
}

/** What a failing run prints. */
export interface Case {
	readonly page: number;
	readonly textSteps: readonly Step[];
	readonly byteSteps: readonly Step[];
	readonly contentType: string | undefined;
	readonly key: string | undefined;
}

const steps = (mutations: Readonly<Record<string, unknown>>, maxLength: number) =>
	fc.array(
		fc.record({
			mutation: fc.constantFrom(...Object.keys(mutations)),
			at: fc.double({ min: 0, max: 1, noNaN: true }),
			// Mostly small: a flood is seldom, and two of them are slow to make rather than to read.
			size: fc.oneof({ weight: 8, arbitrary: fc.nat(60) }, { weight: 1, arbitrary: fc.nat(3_000) }),
		}),
		{ maxLength },
	);

/** Broken uploads made of this many pages. */
export const cases = (pages: number): fc.Arbitrary<Case> =>
	fc.record({
		page: fc.nat(pages - 1),
		textSteps: steps(TEXT_MUTATIONS, 4),
		byteSteps: fc.oneof(
			{ weight: 3, arbitrary: fc.constant<Step[]>([]) },
			{ weight: 1, arbitrary: steps(BYTE_MUTATIONS, 3) },
		),
		contentType: fc.constantFrom(...CONTENT_TYPES),
		key: fc.constantFrom(...KEYS),
	});

/** Longer texts are not made longer. */
const MAX_LENGTH = 2_000_000;

const offset = (length: number, at: number): number => Math.floor(at * length);

/** The upload that a case describes. */
export function uploadOf(
	pages: readonly string[],
	{ page, textSteps, byteSteps, contentType, key }: Case,
): { readonly bytes: Uint8Array; readonly hints: UploadHints } {
	const text = textSteps.reduce((broken, { mutation, at, size }) => {
		const mutate = TEXT_MUTATIONS[mutation];
		return mutate && broken.length < MAX_LENGTH ? mutate(broken, offset(broken.length, at), size) : broken;
	}, pages[page] ?? "");
	const bytes = byteSteps.reduce<Uint8Array>((broken, { mutation, at, size }) => {
		const mutate = BYTE_MUTATIONS[mutation];
		return mutate && broken.length > 0 ? mutate(broken, offset(broken.length, at), size) : broken;
	}, new TextEncoder().encode(text));
	return { bytes, hints: { contentType, key } };
}
