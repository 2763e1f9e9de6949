/** S3's XML: answers are written from plain objects, request bodies read into small trees. */
import { Parser } from "htmlparser2";
import { S3Error } from "./errors.ts";

/** Members are written in their order, an array repeats its element, `undefined` is left out. */
export interface XmlContent {
	readonly [name: string]: XmlValue | readonly XmlValue[];
}
type XmlValue = string | number | boolean | undefined | XmlContent;

/** XML 1.0 cannot hold most control characters; S3 writes them as references all the same, and clients read them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must be escaped
const SPECIAL = /[&<>"\u0000-\u0008\u000b-\u001f]/g;
const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escapeText = (text: string): string =>
	text.replace(SPECIAL, (character) => NAMED[character] ?? `&#${character.charCodeAt(0)};`);

const element = (name: string, value: XmlValue | readonly XmlValue[]): string => {
	if (value === undefined) return "";
	if (Array.isArray(value)) return value.map((one) => element(name, one)).join("");
	return `<${name}>${typeof value === "object" ? members(value as XmlContent) : escapeText(String(value))}</${name}>`;
};
const members = (content: XmlContent): string =>
	Object.entries(content)
		.map(([name, value]) => element(name, value))
		.join("");

/** A document in S3's namespace. */
export const writeXml = (root: string, content: XmlContent | string): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${typeof content === "string" ? escapeText(content) : members(content)}</${root}>`;

/** Error documents have no namespace. */
export const writeErrorXml = (content: XmlContent): string =>
	`<?xml version="1.0" encoding="UTF-8"?>\n${element("Error", content)}`;

/** One element of a request body. */
export interface XmlElement {
	readonly value: string;
	/** The text of the first child of that name. */
	readonly text: (child: string) => string | undefined;
	/** The children of that name. */
	readonly all: (child: string) => XmlElement[];
}

interface Node {
	readonly name: string;
	readonly children: Node[];
	text: string;
}

const elementOf = ({ children, text }: Node): XmlElement => ({
	value: text,
	text: (name) => children.find((child) => child.name === name)?.text,
	all: (name) => children.filter((child) => child.name === name).map(elementOf),
});

/** Reads a request body whose outermost element must have this name. */
export const readXml = (source: string, root: string): XmlElement => {
	const document: Node = { name: "", children: [], text: "" };
	const open = [document];
	const parser = new Parser(
		{
			onopentagname: (name) => {
				const node = { name, children: [], text: "" };
				open.at(-1)?.children.push(node);
				open.push(node);
			},
			ontext: (text) => {
				const node = open.at(-1);
				if (node) node.text += text;
			},
			onclosetag: () => {
				open.pop();
			},
		},
		{ xmlMode: true },
	);
	parser.end(source);
	const [found] = elementOf(document).all(root);
	if (found === undefined) throw new S3Error("MalformedXML");
	return found;
};
