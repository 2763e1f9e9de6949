import { type FigureWords, NONE, words } from "./figure-words.ts";

/** Numbers in the East-Asian scripts: scale characters stand directly behind the digits. */
const CJK_SCALES = { 千: 1e3, 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8, 兆: 1e12, 만: 1e4, 억: 1e8, 조: 1e12 };

/** Chinese. */
export const ZH: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	percentBefore: ["百分之"],
	percentagePoints: ["个百分点", "個百分點"],
	currencies: {
		美元: "USD",
		欧元: "EUR",
		歐元: "EUR",
		元人民币: "CNY",
		英镑: "GBP",
		日元: "JPY",
		港元: "HKD",
	},
	// "年" alone may end a year: only what can't is here.
	durations: words("年间 年間 个月 個月 周 天 小时 小時 分钟 分鐘 秒"),
	agoAfter: words("前 以前 之前"),
	measures: words(
		"平方公里 平方千米 平方米 立方米 公里 千米 厘米 毫米 米 公斤 千克 吨 噸 公顷 公頃 千瓦时 兆瓦 升",
	),
	yearsOld: ["岁", "歲"],
	up: words("增长 增長 上升 上涨 增加 提高 攀升"),
	down: words("下降 下跌 减少 減少 降低 下滑"),
	by: words("约 約 了 至 到"),
	not: ["未", "没有"],
	counters: words("人 名 位 家 辆 架 艘 台 件 座 套 户 场 次"),
};

/** Japanese. */
export const JA: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	percent: ["パーセント"],
	currencies: { ドル: "USD", ユーロ: "EUR", ポンド: "GBP", 円: "JPY", 人民元: "CNY", ウォン: "KRW" },
	durations: words("年間 か月 カ月 ヶ月 ヵ月 週間 日間 時間 分間 秒間"),
	agoAfter: words("前 ぶり"),
	measures: words(
		"平方キロメートル 平方メートル 立方メートル キロメートル センチメートル センチ ミリメートル ミリ メートル キログラム グラム トン ヘクタール リットル キロワット メガワット キロ",
	),
	yearsOld: ["歳"],
	up: words("増加 増え 増 上昇 上がり"),
	down: words("減少 減り 減 低下 下落 下がり"),
	by: words("約 と"),
	not: ["ない"],
	counters: words("人 名 社 件 台 隻 本 校 戸 棟 か所 カ所 回 点 頭 匹 冊"),
};

/** Korean. */
export const KO: FigureWords = {
	...NONE,
	scales: CJK_SCALES,
	percent: ["퍼센트"],
	currencies: { 달러: "USD", 유로: "EUR", 엔: "JPY", 원: "KRW" },
	durations: words("년간 개월 주간 일간 시간 분간"),
	agoAfter: ["전"],
	measures: words("킬로미터 센티미터 미터 킬로그램 톤 헥타르 리터 제곱미터"),
	yearsOld: ["세", "살"],
	counters: words("명 개 대 곳 건 가구 회 표"),
};

/** Hindi. */
export const HI: FigureWords = {
	...NONE,
	scales: { हज़ार: 1e3, हजार: 1e3, लाख: 1e5, करोड़: 1e7, अरब: 1e9 },
	percent: ["प्रतिशत", "फीसदी", "फ़ीसदी"],
	currencies: { रुपये: "INR", रुपए: "INR", रुपयों: "INR", डॉलर: "USD", यूरो: "EUR" },
	durations: words("वर्ष वर्षों साल सालों महीने महीनों सप्ताह हफ्ते हफ्तों दिन दिनों घंटे घंटों मिनट सेकंड"),
	agoAfter: ["पहले"],
	measures: words("किलोमीटर किमी मीटर सेंटीमीटर किलोग्राम किलो टन लीटर हेक्टेयर मेगावाट डिग्री"),
	yearsOld: words("वर्षीय वर्षीया"),
	up: words("बढ़कर बढ़ी बढ़ा बढ़े बढ़ोतरी वृद्धि"),
	down: words("घटकर घटी घटा घटे गिरकर गिरावट कमी"),
	by: words("की तक"),
	not: words("नहीं न"),
	counters: words("लोग लोगों यात्री यात्रियों छात्र छात्रों बच्चे बच्चों महिलाओं सैनिक सीटें सीटों मामले मामलों गांवों घरों"),
};

/** Bengali. */
export const BN: FigureWords = {
	...NONE,
	scales: { হাজার: 1e3, লাখ: 1e5, লক্ষ: 1e5, কোটি: 1e7 },
	percent: ["শতাংশ"],
	currencies: {
		টাকা: "BDT",
		টাকায়: "BDT",
		টাকার: "BDT",
		ডলার: "USD",
		ডলারের: "USD",
		ডলারে: "USD",
		ইউরো: "EUR",
		রুপি: "INR",
	},
	durations: words("বছর বছরের মাস মাসের সপ্তাহ দিন দিনের ঘণ্টা ঘন্টা মিনিট"),
	agoAfter: ["আগে"],
	measures: words("কিলোমিটার মিটার সেন্টিমিটার কিলোগ্রাম কেজি টন লিটার হেক্টর একর মেগাওয়াট ডিগ্রি"),
	yearsOld: ["বছর বয়সী", "বছর বয়সি"],
	up: words("বেড়ে বেড়েছে বৃদ্ধি"),
	down: words("কমে কমেছে হ্রাস"),
	by: words("প্রায়"),
	not: words("না নয়"),
	counters: words("জন জনের মানুষ যাত্রী শিক্ষার্থী শিশু নারী টি টির"),
};

/** Arabic; money is told where its name has one country only. */
export const AR: FigureWords = {
	...NONE,
	scales: {
		ألف: 1e3,
		ألفا: 1e3,
		ألفًا: 1e3,
		آلاف: 1e3,
		مليون: 1e6,
		مليونا: 1e6,
		مليونًا: 1e6,
		ملايين: 1e6,
		مليار: 1e9,
		مليارا: 1e9,
		مليارات: 1e9,
		تريليون: 1e12,
	},
	percent: ["في المئة", "في المائة", "بالمئة", "بالمائة", "٪"],
	currencies: {
		"دولار أمريكي": "USD",
		"دولار أميركي": "USD",
		دولار: "USD",
		دولارا: "USD",
		دولارات: "USD",
		يورو: "EUR",
		"جنيه إسترليني": "GBP",
		"جنيه مصري": "EGP",
		"ريال سعودي": "SAR",
		"درهم إماراتي": "AED",
		جنيه: "",
		ريال: "",
		درهم: "",
		دينار: "",
	},
	durations: words(
		"عام عاما عامًا أعوام سنة سنوات شهر شهرا أشهر أسبوع أسابيع يوم يوما أيام ساعة ساعات دقيقة دقائق",
	),
	agoBefore: ["قبل", "منذ"],
	measures: words(
		"كيلومتر كيلومترا كيلومترات كلم متر مترا أمتار كيلوغرام كيلوغراما طن طنا أطنان هكتار لتر درجة ميغاواط",
	),
	up: words("ارتفع ارتفعت زاد زادت بزيادة بارتفاع"),
	down: words("انخفض انخفضت تراجع تراجعت بانخفاض بتراجع"),
	by: words("بنسبة نحو حوالي"),
	not: words("لم لن لا"),
	counters: words(
		"شخص شخصا أشخاص راكب راكبا ركاب قتيل قتيلا قتلى جريح جريحا جرحى مصاب طفل طفلا أطفال امرأة جندي موظف طالب شركة دولة مقعد",
	),
};
