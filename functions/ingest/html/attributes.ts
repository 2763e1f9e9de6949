import { nameFinder } from "./name-finder.ts";

/** The attributes that are read. */
export interface ReadAttributes {
	class: string | undefined;
	id: string | undefined;
	href: string | undefined;
	rel: string | undefined;
	style: string | undefined;
	role: string | undefined;
	hidden: string | undefined;
	"aria-hidden": string | undefined;
	"aria-level": string | undefined;
	itemprop: string | undefined;
	itemscope: string | undefined;
	property: string | undefined;
	typeof: string | undefined;
	content: string | undefined;
	datetime: string | undefined;
	name: string | undefined;
	"http-equiv": string | undefined;
	src: string | undefined;
	type: string | undefined;
	value: string | undefined;
	lang: string | undefined;
	"xml:lang": string | undefined;
	shadowrootmode: string | undefined;
	"data-testid": string | undefined;
	"data-test": string | undefined;
	"data-component": string | undefined;
	"data-module": string | undefined;
	"data-type": string | undefined;
	"data-qa": string | undefined;
	"data-preloaded": string | undefined;
	"data-page": string | undefined;
}

/** The name of an attribute that is read. */
export type AttributeName = keyof ReadAttributes;

/** A tag's attributes by lower-case name; undefined for what it doesn't have. */
export type Attributes = Readonly<ReadAttributes>;

/** All of them from the start: objects that grow as pages please are slow to read. Those of names stand together. */
export const noAttributes = (): ReadAttributes => ({
	class: undefined,
	id: undefined,
	role: undefined,
	itemprop: undefined,
	"data-testid": undefined,
	"data-test": undefined,
	"data-component": undefined,
	"data-module": undefined,
	"data-type": undefined,
	"data-qa": undefined,
	href: undefined,
	rel: undefined,
	style: undefined,
	hidden: undefined,
	"aria-hidden": undefined,
	"aria-level": undefined,
	itemscope: undefined,
	property: undefined,
	typeof: undefined,
	content: undefined,
	datetime: undefined,
	name: undefined,
	"http-equiv": undefined,
	src: undefined,
	type: undefined,
	value: undefined,
	lang: undefined,
	"xml:lang": undefined,
	shadowrootmode: undefined,
	"data-preloaded": undefined,
	"data-page": undefined,
});

const isRead = (name: string): name is AttributeName => Object.hasOwn(NONE, name);

/** Of a tag that has none of them. */
export const NONE: Attributes = Object.freeze(noAttributes());

/** The attribute of the name that stands there, if it is read; most aren't. */
export const attributeNamed = nameFinder(
	new Map(
		Object.keys(NONE)
			.filter(isRead)
			.map((name) => [name, name]),
	),
);
