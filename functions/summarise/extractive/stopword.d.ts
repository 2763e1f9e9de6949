/** `stopword` ships no types; each named export is one language's list, lower case, by ISO 639-3 code. */
declare module "stopword" {
	type Words = readonly string[];
	export const ara: Words, ben: Words, bul: Words, cat: Words, ces: Words, dan: Words, deu: Words, ell: Words;
	export const eng: Words, fas: Words, fin: Words, fra: Words, heb: Words, hin: Words, hrv: Words;
	export const hun: Words, ind: Words, ita: Words, jpn: Words, kor: Words, nld: Words, nob: Words;
	export const pol: Words, por: Words, ron: Words, rus: Words, slk: Words, spa: Words, swe: Words;
	export const tur: Words, ukr: Words, urd: Words, vie: Words, zho: Words;
}
