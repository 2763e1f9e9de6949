/** Small articles, each about its own subject, so that summaries can be told apart. */
export const page = (subject: string, paragraphs = 3): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${subject} opens to the public</title></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav>
<article><h1>${subject} opens to the public</h1>
${Array.from(
	{ length: paragraphs },
	(
		_,
		i,
	) => `<p>The town council voted on Monday to open ${subject} to the public in phase ${i + 1}, after a debate of four hours.
The mayor, Clara Lindqvist, said that the gates of ${subject} would stay open until the evening, and that ${i + 12} volunteers had offered to help.</p>`,
).join("\n")}
</article><footer><p>© 2026 The Example Gazette. All rights reserved.</p></footer></body></html>`;
