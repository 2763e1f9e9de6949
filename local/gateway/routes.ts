/**
 * Which route of an HTTP API takes a request: "full match, greedy match, $default", and a method before ANY.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
import type { RoutePlan } from "../template.ts";

/** A route that takes a request, with what its path's variables stand for. */
export interface RouteMatch extends RoutePlan {
	readonly parameters: Record<string, string>;
}

interface CompiledRoute extends RoutePlan {
	readonly method: string;
	readonly segments: readonly string[];
}

const GREEDY = /^\{([^}]+)\+\}$/;
const VARIABLE = /^\{([^}+]+)\}$/;

const compile = (route: RoutePlan): CompiledRoute => {
	const [method = "", path = ""] = route.key === "$default" ? ["ANY", "/{$default+}"] : route.key.split(" ");
	return { ...route, method, segments: path.split("/").slice(1) };
};

/** The variables of a path that a route takes, or `undefined` when it doesn't. */
const parametersOf = (
	{ segments, key }: CompiledRoute,
	parts: readonly string[],
): Record<string, string> | undefined => {
	const parameters: [string, string][] = [];
	for (const [index, segment] of segments.entries()) {
		const greedy = GREEDY.exec(segment)?.[1];
		if (greedy !== undefined) {
			const rest = parts.slice(index).join("/");
			if (key === "$default") return {};
			return rest === "" ? undefined : Object.fromEntries([...parameters, [greedy, rest]]);
		}
		const part = parts[index];
		if (part === undefined) return undefined;
		const variable = VARIABLE.exec(segment)?.[1];
		if (variable !== undefined && part !== "") parameters.push([variable, part]);
		else if (segment !== part) return undefined;
	}
	return parts.length === segments.length ? Object.fromEntries(parameters) : undefined;
};

/** How specific a segment is: text, a variable, the rest of the path. */
const rank = (segment: string): string => (GREEDY.test(segment) ? "2" : VARIABLE.test(segment) ? "1" : "0");

/** Most specific first. */
const order = ({ key, method, segments }: CompiledRoute): string =>
	(key === "$default" ? "3" : segments.map(rank).join("")) + (method === "ANY" ? "1" : "0");

/** Makes the function that finds a request's route. */
export const compileRoutes = (
	routes: readonly RoutePlan[],
): ((method: string, path: string) => RouteMatch | undefined) => {
	const compiled = routes.map(compile).toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
	return (method, path) => {
		const parts = path.split("/").slice(1);
		for (const route of compiled) {
			if (route.method !== "ANY" && route.method !== method) continue;
			const parameters = parametersOf(route, parts);
			if (parameters) return { ...route, parameters };
		}
		return undefined;
	};
};
