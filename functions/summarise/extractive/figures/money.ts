/**
 * Currencies as they are written at numbers, and the ISO 4217 codes they stand for. "$" alone is the dollar or
 * peso of the article's region, where the language tag names one.
 */

/** Signs and what they mean everywhere; `$` and `元` by region. */
export const CURRENCY_SIGNS: Readonly<Record<string, string>> = {
	US$: "USD",
	"U.S.$": "USD",
	A$: "AUD",
	AU$: "AUD",
	C$: "CAD",
	CA$: "CAD",
	NZ$: "NZD",
	HK$: "HKD",
	S$: "SGD",
	NT$: "TWD",
	R$: "BRL",
	MX$: "MXN",
	$: "$",
	"€": "EUR",
	"£": "GBP",
	"¥": "¥",
	"￥": "¥",
	"₹": "INR",
	"₩": "KRW",
	"₽": "RUB",
	"₺": "TRY",
	"₴": "UAH",
	"₦": "NGN",
	"฿": "THB",
	"₫": "VND",
	"₪": "ILS",
	"₱": "PHP",
	Rs: "INR",
	"Rs.": "INR",
	元: "元",
};

/** Codes common enough in running text to be read before or behind a number. */
export const CURRENCY_CODES =
	"USD EUR GBP JPY CNY RMB INR CHF CAD AUD NZD SEK NOK DKK PLN CZK HUF BRL MXN ZAR KRW SGD HKD TWD THB TRY RUB UAH ILS AED SAR NGN KES PKR BDT IDR MYR PHP VND".split(
		" ",
	);

const DOLLARS: Readonly<Record<string, string>> = {
	AU: "AUD",
	CA: "CAD",
	NZ: "NZD",
	HK: "HKD",
	SG: "SGD",
	TW: "TWD",
	MX: "MXN",
	AR: "ARS",
	CL: "CLP",
	CO: "COP",
	UY: "UYU",
};
const YUAN: Readonly<Record<string, string>> = { TW: "TWD", HK: "HKD", MO: "MOP" };

/** The code a sign or word stands for in an article of this locale; nothing where it could be several. */
export function currencyOf(sign: string, locale: string): string | undefined {
	const [language, ...subtags] = locale.split("-");
	const region = subtags.find((tag) => /^[A-Z]{2}$/.test(tag)) ?? "";
	if (sign === "") return undefined;
	if (sign === "RMB") return "CNY";
	if (sign === "元") return YUAN[region] ?? (subtags.includes("Hant") ? undefined : "CNY");
	if (sign === "¥") return language === "zh" ? "CNY" : "JPY";
	if (sign !== "$") return sign;
	const dollar = Object.hasOwn(DOLLARS, region) ? DOLLARS[region] : undefined;
	return dollar ?? (language === "es" && region !== "US" ? undefined : "USD");
}
