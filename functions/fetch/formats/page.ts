/** The frame of every page. `html` escapes whatever is put into it; nothing here is trusted. */
import { html, raw } from "hono/html";
import { STYLE } from "./style.ts";

/** A piece of markup whose text is escaped. */
export type Markup = ReturnType<typeof html>;

const style = raw(STYLE);

/** A whole document: no script, no font, no image, nothing from elsewhere. */
export const page = (
	about: { title: string; language: string; description?: string },
	skip: { to: string; label: string },
	body: Markup,
): string =>
	String(html`<!doctype html>
<html lang="${about.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
${about.description === undefined ? "" : html`<meta name="description" content="${about.description}">`}
<title>${about.title}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#${skip.to}">${skip.label}</a>
<div class="page">${body}</div>
</body>
</html>
`);
