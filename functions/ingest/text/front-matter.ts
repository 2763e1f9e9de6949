/** Front matter: the YAML between two lines of `---` at the top of a Markdown file (Jekyll, Hugo, Astro…). */
import { CORE_SCHEMA, load } from "js-yaml";
import type { Warning } from "../../shared/article.ts";

/** Larger front matter isn't looked for: real ones have a few hundred characters. */
const MAX_FRONT_MATTER = 64 * 1024;

const UNREADABLE: Warning = {
	code: "front-matter-unreadable",
	message: "The front matter is not valid YAML, so nothing was taken from it.",
};

interface Parts {
	readonly frontMatter?: Readonly<Record<string, unknown>>;
	readonly body: string;
	readonly warnings: readonly Warning[];
}

/** Splits a file into front matter and body; a file without front matter is all body. */
export function splitFrontMatter(markdown: string): Parts {
	const opening = /^\s{0,100}?---[ \t]{0,10}\r?\n/.exec(markdown);
	if (!opening) return { body: markdown, warnings: [] };
	const start = opening[0].length;
	const closing = /^(?:---|\.\.\.)[ \t]{0,10}$/m.exec(
		markdown.slice(start, start + MAX_FRONT_MATTER).replaceAll("\r", " "),
	);
	if (!closing) return { body: markdown, warnings: [] };
	const source = markdown.slice(start, start + closing.index);
	// A thematic break opens some files: what follows it is prose then, not keys.
	if (!/^[\w-]{1,60}:/m.test(source)) return { body: markdown, warnings: [] };
	const body = markdown.slice(start + closing.index + closing[0].length);
	const frontMatter = parseMapping(source);
	return frontMatter ? { frontMatter, body, warnings: [] } : { body, warnings: [UNREADABLE] };
}

/** Anchors and aliases: nobody writes them here, and a few lines of them unfold into gigabytes. */
const ALIAS = /(?:^|[\s:,[{-])[*&][^\s*&]/m;

/** Undefined for what isn't a mapping. */
function parseMapping(source: string): Readonly<Record<string, unknown>> | undefined {
	if (ALIAS.test(source)) return undefined;
	try {
		const value = load(source, { schema: CORE_SCHEMA });
		return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : undefined;
	} catch {
		// No YAML, or brackets nested deeper than the stack.
		return undefined;
	}
}
