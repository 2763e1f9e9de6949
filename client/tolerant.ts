/** The contracts as a reader takes them. */
import * as z from "zod";

const loosened = (schema: z.core.SomeType): z.ZodType => {
	if (schema instanceof z.ZodObject) {
		const fields = Object.entries(schema.def.shape).map(([name, field]) => [name, loosened(field)]);
		return schema.clone({ ...schema.def, shape: Object.fromEntries(fields), catchall: z.unknown() });
	}
	if (schema instanceof z.ZodRecord)
		return schema.clone({ ...schema.def, valueType: loosened(schema.def.valueType), mode: "loose" });
	if (schema instanceof z.ZodArray)
		return schema.clone({ ...schema.def, element: loosened(schema.def.element) });
	if (schema instanceof z.ZodOptional)
		return schema.clone({ ...schema.def, innerType: loosened(schema.def.innerType) });
	return schema as z.ZodType;
};

/**
 * A schema that lets pass what it doesn't know. The API's own schemas are strict, so that nothing gets out
 * unseen; a reader of last year must not fail on a field of this year. What it does know is checked as ever, and
 * the closed lists (stages, kinds) stay closed: a new word in one is a new version of the contract.
 */
export const tolerant = <Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>> =>
	loosened(schema) as z.ZodType<z.output<Schema>>;
