/** Round numbers that say so themselves: "about 5 million" for 4,912,000. */

/** Which way a number was rounded. */
type Direction = "down" | "up" | "either";

/** Words right before a number that say it is round, by where the exact one lies. By hand. */
const HEDGES: Readonly<Record<string, Readonly<Record<Direction, string>>>> = {
	en: {
		down: "more than|over|at least|upwards of|above|in excess of|exceeding|north of",
		up: "nearly|almost|close to|up to|less than|fewer than|under|just short of|below",
		either: "about|around|some|roughly|approximately|an estimated|estimated",
	},
	de: {
		down: "mehr als|über|mindestens|gut",
		up: "fast|beinahe|nahezu|knapp|bis zu|weniger als|unter",
		either: "etwa|rund|ungefähr|circa|ca|zirka",
	},
	fr: {
		down: "plus de|plus d'|au moins",
		up: "près de|presque|jusqu'à|moins de",
		either: "environ|quelque|autour de",
	},
	es: {
		down: "más de|al menos",
		up: "casi|cerca de|hasta|menos de",
		either: "unos|unas|alrededor de|aproximadamente",
	},
};

const PATTERNS: Readonly<Record<string, readonly (readonly [Direction, RegExp])[]>> = Object.fromEntries(
	Object.entries(HEDGES).map(([language, { down, up, either }]) => [
		language,
		(
			[
				["down", down],
				["up", up],
				["either", either],
			] as const
		).map(
			([direction, words]) =>
				[direction, new RegExp(`(?:^|[^\\p{L}])(?:${words})\\P{L}{0,3}$`, "iu")] as const,
		),
	]),
);

/** Longest hedge, with a currency behind it. */
const REACH = 24;

/** How the words before a number say that it is round; nothing where they don't. */
export function hedgeBefore(text: string, start: number, language: string): Direction | undefined {
	const before = text.slice(Math.max(0, start - REACH), start).replaceAll("’", "'");
	const patterns = Object.hasOwn(PATTERNS, language) ? PATTERNS[language] : undefined;
	return patterns?.find(([, pattern]) => pattern.test(before))?.[0];
}

/** How many digits of a number aren't the zeros of its end: 2 of 11,000. */
const telling = (value: number): number =>
	String(value)
		.replace(/e.*$/, "")
		.replace(".", "")
		.replace(/^0+|0+$/g, "").length;

/** 120 are more than a hundred, but nobody says so of 190; 180 are nearly two hundred, 120 aren't. */
const MOST_ABOVE = 1.5;
const LEAST_BELOW = 0.85;

/** Whether one number is what another is rounded to, to as many digits as it has. */
export function isRoundedFrom(round: number, exact: number, direction: Direction): boolean {
	if (!(round > 0 && exact > 0) || !Number.isFinite(exact)) return false;
	const unit = 10 ** (Math.floor(Math.log10(round)) - telling(round) + 1);
	if (round < 10 || unit < 1) return direction === "either" && Math.abs(exact - round) < 0.5;
	const apart = (exact - round) / unit;
	if (direction === "down") return apart >= 0 && apart < 1 && exact <= MOST_ABOVE * round;
	if (direction === "up") return apart <= 0 && apart > -1 && exact >= LEAST_BELOW * round;
	return Math.abs(apart) <= 0.5;
}
