import { nameFinder } from "./name-finder.ts";

/** The attributes that are read and that many tags have. */
export interface CommonAttributes {
	class: string | undefined;
	id: string | undefined;
	href: string | undefined;
	rel: string | undefined;
	style: string | undefined;
	role: string | undefined;
	src: string | undefined;
	"aria-hidden": string | undefined;
}

/** The others that are read. */
interface RareAttributes {
	hidden: string | undefined;
	"aria-level": string | undefined;
	itemprop: string | undefined;
	itemscope: string | undefined;
	property: string | undefined;
	typeof: string | undefined;
	content: string | undefined;
	datetime: string | undefined;
	name: string | undefined;
	"http-equiv": string | undefined;
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

/** All attributes that are read. */
export interface AllAttributes extends CommonAttributes, RareAttributes {}

/** The name of an attribute that is read. */
export type AttributeName = keyof AllAttributes;

/** A tag's attributes by lower-case name; undefined for what it doesn't have. */
export type Attributes = Readonly<CommonAttributes & Partial<RareAttributes>>;

/** Without a value for any. */
export const noCommonAttributes = (): CommonAttributes => ({
	class: undefined,
	id: undefined,
	role: undefined,
	href: undefined,
	rel: undefined,
	style: undefined,
	src: undefined,
	"aria-hidden": undefined,
});

/** A tag's attributes with room for all: objects that grow as pages please are slow to read, so there are two shapes. */
export const withRareAttributes = (common: CommonAttributes): AllAttributes => ({
	class: common.class,
	id: common.id,
	role: common.role,
	href: common.href,
	rel: common.rel,
	style: common.style,
	src: common.src,
	"aria-hidden": common["aria-hidden"],
	itemprop: undefined,
	"data-testid": undefined,
	"data-test": undefined,
	"data-component": undefined,
	"data-module": undefined,
	"data-type": undefined,
	"data-qa": undefined,
	hidden: undefined,
	"aria-level": undefined,
	itemscope: undefined,
	property: undefined,
	typeof: undefined,
	content: undefined,
	datetime: undefined,
	name: undefined,
	"http-equiv": undefined,
	type: undefined,
	value: undefined,
	lang: undefined,
	"xml:lang": undefined,
	shadowrootmode: undefined,
	"data-preloaded": undefined,
	"data-page": undefined,
});

/** Of a tag that has none of them. */
export const NONE: Attributes = Object.freeze(noCommonAttributes());

const ALL = withRareAttributes(noCommonAttributes());
const isRead = (name: string): name is AttributeName => Object.hasOwn(ALL, name);

/** The attribute of the name that stands there, if it is read; most aren't. */
export const attributeNamed = nameFinder(
	new Map(
		Object.keys(ALL)
			.filter(isRead)
			.map((name) => [name, name]),
	),
);
