import { InvalidArgumentError } from "commander";

/** Reads an option's whole number. */
export const wholeNumber =
	(min: number, max: number) =>
	(text: string): number => {
		const value = Number(text);
		if (/^\d+$/.test(text) && value >= min && value <= max) return value;
		throw new InvalidArgumentError(`It takes a whole number, ${min} to ${max}.`);
	};
