/**
 * Who said a quotation in the languages without capital letters, where no name can be told by its looks: what
 * stands in the speaker's place beside a verb of speech, if it is short enough to be nothing else.
 * Source: written for this project.
 */
interface SpeechPatterns {
	/** The text that ends directly before the quotation's mark; its first group is the speaker. */
	readonly before: RegExp;
	/** The text that begins directly behind it. */
	readonly behind: RegExp;
	/** Pronouns, people without a name, and what else is nobody's name. */
	readonly nobody: RegExp;
	/** What a name or an organisation looks like, where the place beside the verb doesn't tell. */
	readonly somebody?: RegExp;
}

/** The commonest Chinese family names, some nine in ten people's. */
const CHINESE_SURNAMES =
	"王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧冯馮曹彭曾肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙龍黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤";
/** What Japanese sets behind a name: a title, or the kind of an organisation. */
const JAPANESE_TITLES =
	"市長|町長|村長|知事|首相|大統領|大臣|長官|社長|会長|監督|選手|教授|議員|代表|被告|容疑者|医師|弁護士|校長|部長|課長|局長|幹事長|総裁|所長|院長|省|庁|党|社|県|府";

/** One to four words. */
const WORDS = "([\\p{L}\\p{M}.’'-]{2,20}(?:\\s[\\p{L}\\p{M}.’'-]{1,20}){0,3})";

const CHINESE_VERB =
	"(?:告诉|表示|指出|介绍|强调|认为|说道|写道|坦言|透露|称|说|說|補充|补充|解释|回应|回應|宣布|警告|呼吁)";
const JAPANESE_VERB =
	"(?:話|述べ|語|説明|強調|指摘|コメント|訴え|批判|明かし|言|答え|反論|呼びかけ|主張|発言|振り返)";
const HINDI_VERB = "(?:कहा|बताया|बोला|लिखा|जोड़ा|दावा)";
const BENGALI_VERB = "(?:বলেছেন|বলেন|জানান|জানিয়েছেন|বলেছে|জানিয়েছে|লিখেছেন)";
const ARABIC_VERB =
	"(?:و|ف)?(?:قالت|قال|أضافت|أضاف|صرحت|صرح|أكدت|أكد|أوضحت|أوضح|كتبت|كتب|أشارت|أشار|تابعت|تابع|ذكرت|ذكر)";

const PATTERNS: Readonly<Record<string, SpeechPatterns>> = {
	zh: {
		// What follows "in an interview" or "to reporters" is no part of the name.
		before: new RegExp(
			`(?:^|[，。；！？”」\\s])(?:据|对此)?([\\p{Script=Han}·]{2,14}?)(?:还|也|则|曾|又|随后|进一步|在[\\p{Script=Han}]{2,20}(?:时|中|上)|对[\\p{Script=Han}]{2,10}|向[\\p{Script=Han}]{2,10})?${CHINESE_VERB}(?:记者|道)?[：:，,]?\\s?$`,
			"u",
		),
		behind: new RegExp(
			`^[，,。]?([\\p{Script=Han}·]{2,14}?)(?:还|也|则)?${CHINESE_VERB}(?:道)?(?=[。，,]|$)`,
			"u",
		),
		nobody:
			/^(?:他|她|它|我|你|您|其|这|那|该|有|据|并|而|但|对|在|记者|同时|此外|因此|所以|不过|消息|报道|文章|网友)|(?:们|人士|网友|一位|一名|高管|高层|方面)$/u,
		somebody: new RegExp(
			`[${CHINESE_SURNAMES}]\\p{Script=Han}{1,2}$|·|(?:部|局|公司|集团|银行|委|大学|协会|署|院|所|社)$`,
			"u",
		),
	},
	ja: {
		before:
			/(?:^|[。、」』\s])((?:[\p{Script=Han}\p{Script=Katakana}ー]{2,12}の)?[\p{Script=Han}\p{Script=Katakana}ー・々A-Za-z]{2,20}(?:さん|くん)?)(?:は|も|が)[、,]?\s?$/u,
		behind: new RegExp(
			`^と[、,]?([\\p{Script=Han}\\p{Script=Katakana}ー・々A-Za-z]{2,20}(?:さん|くん)?)(?:は|が)[^。」]{0,12}${JAPANESE_VERB}`,
			"u",
		),
		nobody:
			/^(?:彼|私|僕|同|関係者|男性|女性|住民|記者|本人|両|各|一部|多く|誰|昨日|今回|今後|当時|最後)|(?:彼女|彼|私|同氏|同社|者|ら|会見|取材|会議|今回|声明)$/u,
		somebody: new RegExp(
			`(?:氏|さん|様|(?<=..)(?:${JAPANESE_TITLES}))$|(?:${JAPANESE_TITLES})の|^[\\p{Script=Katakana}ー・]{3,}$`,
			"u",
		),
	},
	hi: {
		before: new RegExp(
			`(?:^|[।.!?]\\s)${WORDS}\\sने\\s(?:\\p{L}[\\p{L}\\p{M}]*\\s){0,2}${HINDI_VERB}(?:\\sकि)?[,:]?\\s?$`,
			"u",
		),
		behind: new RegExp(`^[,।]?\\s?${WORDS}\\sने\\s(?:\\p{L}[\\p{L}\\p{M}]*\\s){0,2}${HINDI_VERB}`, "u"),
		nobody:
			/^(?:उन्हों|उस|इस|जिस|किसी|एक|हम|मैं|सब|लोगों|अधिकारियों|यह|वह)|^(?:प्रवक्ता|मंत्री|अधिकारी|डॉक्टर|नेता|महापौर|अध्यक्ष)$/u,
	},
	bn: {
		before: new RegExp(`(?:^|[।.!?]\\s)${WORDS}\\s${BENGALI_VERB}[,:]?\\s?$`, "u"),
		behind: new RegExp(`^[,।]?\\s?${WORDS}\\s${BENGALI_VERB}`, "u"),
		nobody:
			/^(?:তিনি|সে|তারা|তাঁরা|আমি|আমরা|এক|একজন|কেউ|এ|এই|সূত্র|কর্মকর্তারা)(?!\p{L})|^(?:মুখপাত্র|মন্ত্রী|মেয়র|কর্মকর্তা|চিকিৎসক|নেতা)$/u,
	},
	ar: {
		before: new RegExp(`(?:^|[.،؛:!؟]\\s)${ARABIC_VERB}\\s${WORDS}\\s?(?:إن)?[:،]?\\s?$`, "u"),
		behind: new RegExp(`^[،,.]?\\s?(?:كما|حسبما|بحسب\\sما)?\\s?${ARABIC_VERB}\\s${WORDS}(?=[.،؛]|$)`, "u"),
		nobody:
			/^(?:إن|أن|هو|هي|هم|أحد|إحدى|مصدر|مصادر|شاهد|شهود|بعض|خلال|في|من|على|ذلك|له|لها|ل)(?!\p{L})|\s(?:في|خلال|إن|أن|على|عبر|من|مع|بعد|قبل|عن|إلى)(?:\s|$)|^(?:متحدث|المتحدث|الوزير|الرئيس|المسؤول|مسؤول|الطبيب|رئيسة?)$/u,
	},
};

/** What Japanese sets behind a name to be polite. */
const POLITE = /(?:氏|さん|様)$/u;

/** "社長の山田": whose role it is. */
const OF_ROLE = /^.*の/u;

/** Whether quotations in a language are attributed by these patterns. */
export const knowsSpeechPatterns = (language: string): boolean => Object.hasOwn(PATTERNS, language);

/** Who the text around a quotation names beside a verb of speech; "nobody" where the verb has no name. */
export function speakerByPattern(
	preceding: string,
	following: string,
	language: string,
): { readonly name: string } | "nobody" | undefined {
	const patterns = Object.hasOwn(PATTERNS, language) ? PATTERNS[language] : undefined;
	if (!patterns) return undefined;
	const { before, behind, nobody, somebody } = patterns;
	const written =
		behind.exec(following)?.[1] ??
		(saidBehind(following, language) ? before.exec(preceding)?.[1] : undefined);
	if (written === undefined) return undefined;
	if (nobody.test(written) || somebody?.test(written) === false) return "nobody";
	return { name: written.replace(POLITE, "").replace(OF_ROLE, "") };
}

const JAPANESE_SAID = new RegExp(`^(?:など)?と[^。「]{0,20}${JAPANESE_VERB}`, "u");

/** Japanese has the verb behind the quotation and the speaker before it. */
const saidBehind = (following: string, language: string): boolean =>
	language !== "ja" || JAPANESE_SAID.test(following);
