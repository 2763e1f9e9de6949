/** What must hold of every upload, however broken. */
import {
	type Article,
	RejectedUpload,
	type RejectionCode,
	readArticle,
	type UploadHints,
} from "../../functions/ingest/index.ts";
import { ArticleSchema, type BlockType } from "../../functions/shared/article.ts";

/** Block text is NFC, well-formed, without control characters, and but for code's indentation trimmed. */
function assertText({ type, text }: { readonly type: BlockType; readonly text: string }): void {
	if (!text.isWellFormed()) throw new Error(`A lone surrogate in ${JSON.stringify(text.slice(0, 200))}`);
	if (text !== text.normalize("NFC")) throw new Error(`Not NFC: ${JSON.stringify(text.slice(0, 200))}`);
	if (type !== "code" && text !== text.trim())
		throw new Error(`White space around ${JSON.stringify(text.slice(0, 200))}`);
	// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
	if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text))
		throw new Error(`A control character in ${JSON.stringify(text.slice(0, 200))}`);
}

/** The contract, and what it says in words only. */
function assertArticle(article: Article): void {
	const { blocks, stripped, counts } = ArticleSchema.parse(article);
	for (const block of [...blocks, ...stripped]) assertText(block);
	for (const [i, { after }] of stripped.entries())
		if (after >= blocks.length || after < (stripped[i - 1]?.after ?? -1))
			throw new Error(`Stripped block ${i} stands after block ${after} of ${blocks.length}.`);
	if (counts.blocks !== blocks.length || counts.stripped !== stripped.length)
		throw new Error(`Counts ${JSON.stringify(counts)} of ${blocks.length} and ${stripped.length} blocks.`);
}

/** Reads an upload; throws when it is neither read well nor rejected with a sentence. */
export function judge(bytes: Uint8Array, hints: UploadHints): "read" | RejectionCode {
	try {
		assertArticle(readArticle(bytes, hints));
		return "read";
	} catch (error) {
		if (!(error instanceof RejectedUpload)) throw error;
		if (!/^[A-Z].*\.$/s.test(error.message)) throw new Error(`Not a sentence: ${error.message}`);
		return error.code;
	}
}
