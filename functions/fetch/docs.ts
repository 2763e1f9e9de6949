/** The reference page: the OpenAPI document for people. */
import { html } from "hono/html";
import * as z from "zod";
import { type Markup, page } from "./formats/page.ts";
import { OPERATIONS, type Operation } from "./openapi.ts";

/** A description, with what stands in backticks as code. */
const prose = (text: string): Markup[] =>
	text.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : html`${part}`));

const typeOf = (schema: object): string => {
	const { type, enum: values } = schema as { type?: string; enum?: string[] };
	return values ? values.join(" | ") : (type ?? "string");
};

const parameters = ({ query }: Operation): Markup | undefined => {
	if (!query) return undefined;
	const { properties = {}, required = [] } = z.toJSONSchema(query, { io: "input", unrepresentable: "any" });
	const rows = Object.entries(properties).map(([name, property]) => {
		const { description = "" } = property as { description?: string };
		const needed = required.includes(name) ? html` <strong>required</strong>` : "";
		return html`<tr><th scope="row"><code>${name}</code></th><td>${prose(description)}${needed} <span class="label">${typeOf(property as object)}</span></td></tr>`;
	});
	return html`<div class="scroll" tabindex="0" role="group" aria-label="Parameters"><table><thead><tr><th scope="col">Parameter</th><th scope="col">Meaning</th></tr></thead><tbody>${rows}</tbody></table></div>`;
};

const section = (operation: Operation): Markup => {
	const { method, path, id, summary, description, scope, answers, problems, body } = operation;
	const answered = Object.entries(answers).map(
		([status, { what, content = {} }]) =>
			html`<tr><th scope="row">${status}</th><td>${what} <span class="label">${Object.entries(content)
				.map(([type, name]) => (name === "text" ? type : `${type}: ${name}`))
				.join(", ")}</span></td></tr>`,
	);
	return html`<section aria-labelledby="${id}">
<h2 id="${id}">${summary}</h2>
<p class="endpoint"><code>${method.toUpperCase()} ${path}</code> <span class="label">scope ${scope}</span></p>
<p>${prose(description)}</p>
${parameters(operation)}
${body === undefined ? "" : html`<p>The body is JSON, <code>${body}</code>.</p>`}
<div class="scroll" tabindex="0" role="group" aria-label="Answers"><table><thead><tr><th scope="col">Status</th><th scope="col">Answer</th></tr></thead><tbody>${answered}
<tr><th scope="row">${problems.join(", ")}</th><td>Refused, with the reason as problem details (RFC 9457)</td></tr></tbody></table></div>
</section>`;
};

/** The page. */
export const docsPage = (): string =>
	page(
		{ title: "Precis: the API", language: "en", description: "Reference of the Precis HTTP API" },
		{ to: "content", label: "Skip to the reference" },
		html`<div class="reference"><nav aria-label="Operations"><ul>${OPERATIONS.map(({ id, summary }) => html`<li><a href="#${id}">${summary}</a></li>`)}</ul></nav>
<main id="content" tabindex="-1"><h1>Precis: the API</h1>
<p>Structured summaries of uploaded articles; every claim points at its sentence. For programs: <a href="/openapi.json">openapi.json</a>, an OpenAPI 3.1 document with every schema.</p>
${OPERATIONS.map(section)}</main></div>`,
	);
