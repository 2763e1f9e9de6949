import { oneLine } from "../characters.ts";
import type { PageHead } from "../page.ts";
import type { LaterText } from "../source.ts";
import type { AttributeName } from "./attributes.ts";
import type { Element } from "./element.ts";
import { type JsonLdNode, readJsonLd } from "./json-ld.ts";

/** Collects what a page says of itself outside its text: head, JSON-LD, microdata, RDFa. */
export interface HeadCollector {
	open(element: Element): void;
	/** Whether text that stands here is wanted. */
	takesText(): boolean;
	text(data: LaterText): void;
	close(element: Element): void;
	head(): PageHead;
}

const MAX_VALUE = 5_000;
const MAX_VALUES = 100;
const MAX_KEYS = 1_000;
const MAX_SCRIPT = 2_000_000;
const MAX_SCRIPTS = 60;
/** What a page carries for its scripts: texts, and how much of all of them: characters, or a long script's bytes. */
const MAX_DATA_TEXTS = 500;
const MAX_DATA = 16_000_000;
const MIN_DATA_TEXT = 60;
/** Where content systems put state into attributes: Discourse's, Inertia's. */
const DATA_ATTRIBUTES = ["data-preloaded", "data-page"] as const;
/** A property whose value is the element's text: an author, a headline; not a body. */
const MAX_PROPERTY_TEXT = 500;
const MAX_OPEN_PROPERTIES = 8;

/** Where a property's value stands when it isn't the text, by element (HTML, section 5.2.4, Values). */
const VALUE_ATTRIBUTES: ReadonlyMap<string, AttributeName> = new Map([
	["meta", "content"],
	["link", "href"],
	["a", "href"],
	["img", "src"],
	["time", "datetime"],
	["data", "value"],
]);

class MultiMap extends Map<string, string[]> {
	add(key: string, value: string | undefined): void {
		if (!value || !key || key.length > 200) return;
		const values = this.get(key);
		if (values) {
			if (values.length < MAX_VALUES) values.push(value.slice(0, MAX_VALUE));
		} else if (this.size < MAX_KEYS) this.set(key, [value.slice(0, MAX_VALUE)]);
	}
}

/** `itemprop` or RDFa's `property`, without its vocabulary: `schema:author` → `author`. */
const propertyOf = ({ attributes }: Element): string | undefined =>
	(attributes.itemprop ?? attributes.property)
		?.trim()
		.split(/\s/, 1)[0]
		?.replace(/^.*[:/#]/, "")
		.toLowerCase();

/** The property that an element's scope is the value of: `author` around a Person's `name`. */
function scopeOf(element: Element): string | undefined {
	for (let above = element.parent; above; above = above.parent) {
		const { itemscope, typeof: type } = above.attributes;
		if (itemscope !== undefined || type !== undefined) return propertyOf(above);
	}
	return undefined;
}

interface OpenText {
	readonly element: Element;
	readonly limit: number;
	readonly done: (text: LaterText) => void;
	text: LaterText;
}

/** A fresh collector; one page each. */
export function collectHead(): HeadCollector {
	const meta = new MultiMap();
	const links = new MultiMap();
	const properties = new MultiMap();
	const jsonLd: JsonLdNode[] = [];
	const data: LaterText[] = [];
	const open: OpenText[] = [];
	let language: string | undefined;
	let title: string | undefined;
	let scripts = 0;
	let dataLength = 0;

	function addData(text: LaterText): void {
		if (text.length < MIN_DATA_TEXT || data.length >= MAX_DATA_TEXTS) return;
		dataLength += text.length;
		if (dataLength <= MAX_DATA) data.push(text);
	}

	/** What is no JSON may still hold a body. */
	function addJsonLd(text: LaterText): void {
		const nodes = readJsonLd(String(text));
		jsonLd.push(...nodes);
		if (nodes.length === 0) addData(text);
	}

	function openProperty(element: Element): void {
		const name = propertyOf(element);
		if (!name) return;
		const scope = scopeOf(element);
		const key = scope ? `${scope}.${name}` : name;
		const attribute = VALUE_ATTRIBUTES.get(element.tag.name);
		const value = element.attributes.content ?? (attribute && element.attributes[attribute]);
		if (value !== undefined) properties.add(key, value.trim());
		if ((value === undefined || element.tag.name === "a") && open.length < MAX_OPEN_PROPERTIES)
			open.push({
				element,
				limit: MAX_PROPERTY_TEXT,
				text: "",
				// Longer than the limit is a body, not a value.
				done: (text) => text.length < MAX_PROPERTY_TEXT && properties.add(key, oneLine(String(text))),
			});
	}

	function openMeta({ attributes }: Element): void {
		const content = attributes.content?.trim();
		for (const value of [attributes.name, attributes.property, attributes["http-equiv"]])
			for (const key of (value ?? "").toLowerCase().split(/\s+/, 4)) meta.add(key, content);
	}

	function openScript(element: Element): void {
		const { type = "", src } = element.attributes;
		if (/^\s*application\/ld\+json/i.test(type)) {
			if (scripts++ < MAX_SCRIPTS) open.push({ element, limit: MAX_SCRIPT, text: "", done: addJsonLd });
		} else if (src === undefined && data.length < MAX_DATA_TEXTS)
			open.push({ element, limit: MAX_DATA, text: "", done: addData });
	}

	return {
		open(element) {
			const { attributes } = element;
			const tag = element.tag.name;
			if (tag === "html") language ??= attributes.lang || attributes["xml:lang"];
			else if (tag === "meta") openMeta(element);
			else if (tag === "base") links.add("base", attributes.href);
			else if (tag === "link")
				for (const rel of (attributes.rel ?? "").toLowerCase().split(/\s+/, 4))
					links.add(rel, attributes.href);
			else if (tag === "title" && title === undefined && !element.parent?.skipped)
				open.push({ element, limit: MAX_VALUE, text: "", done: (text) => (title = oneLine(String(text))) });
			else if (tag === "script") openScript(element);
			else if (tag === "div" && attributes.id !== undefined)
				for (const name of DATA_ATTRIBUTES) addData(attributes[name] ?? "");
			const isProperty =
				attributes.itemprop !== undefined || (attributes.property !== undefined && tag !== "meta");
			if (isProperty) openProperty(element);
		},
		takesText: () => open.length > 0,
		text(data) {
			for (const property of open)
				if (property.text.length === 0) property.text = data;
				else if (property.text.length < property.limit) property.text = `${property.text}${data}`;
		},
		close(element) {
			while (open.at(-1)?.element === element) {
				const ended = open.pop();
				ended?.done(ended.text);
			}
		},
		head: () => ({
			language: language?.trim() || undefined,
			title: title || undefined,
			meta,
			links,
			jsonLd,
			properties,
			data,
		}),
	};
}
