/**
 * Words that say nothing of what a text is about, by language. Source: the `stopword` package (3.1.5, the
 * stopwords-iso family), named imports so that a bundle carries only these lists (120 KB minified).
 */
import {
	ara,
	ben,
	bul,
	cat,
	ces,
	dan,
	deu,
	ell,
	eng,
	fas,
	fin,
	fra,
	heb,
	hin,
	hrv,
	hun,
	ind,
	ita,
	jpn,
	kor,
	nld,
	nob,
	pol,
	por,
	ron,
	rus,
	slk,
	spa,
	swe,
	tur,
	ukr,
	urd,
	vie,
	zho,
} from "stopword";

/** What the package's lists leave out: common function words, and those that news is full of. By hand, by language. */
const TOO: Readonly<Record<string, string>> = {
	en: `says say saying told tell according will shall may not no nor own so just per via one two three first last
	new old year years day days week weeks month months monday tuesday wednesday thursday friday saturday sunday
	however during until against above below down off again further once when why few don isn didn won ve ll re s t d m
	ours she its whom having does doing yet even already among within without though although whether us every either
	neither let made going go went use used using back mr mrs ms dr including
	haven hasn hadn wasn weren aren wouldn couldn shouldn mustn needn doesn ain
	four five six seven eight nine ten several hundred thousand million billion trillion percent people`,
	de: `bzw dass eher eigentlich einfach fast genau innen laut sogar zudem dennoch hinaus seit statt trotz wegen aufgrund ebenfalls
	jedoch sowie dabei dafür damit daher dann darauf dazu deshalb etwa heute gestern morgen immer bereits gilt gibt lassen lässt
	bleibt bleiben geben liegt stehen steht sagt sagte sagen jahr jahre jahren prozent uhr zwei drei vier fünf zehn ersten letzten
	nächsten neue neuen neuer mehr viele vielen wenige ganz rund`,
	es: `este esta esto estos estas ese esa eso esos esas aquel aquella fue fueron ha han había es ser sido era eran si entre todo toda
	todos todas según dijo señaló afirmó aseguró explicó tiene tienen tenía tener otro otra otros otras hacer hace hizo dos tres
	cuatro además tras hay así están está estaba son soy puede pueden podría mismo misma cuenta año años día días mes meses semana
	dentro medio pasado pasada durante mientras aunque también sino cada vez veces nuestro nuestra nuestros sus tus mis cual cuales
	donde cuando mucho mucha muchos muchas poco menos ahora hoy ayer luego siempre nunca mil nuevo nueva nuevos gran parte`,
	fr: `plus tout toute tous toutes entre fait faire depuis aussi contre comme autre autres ainsi après avant encore alors non si lors
	selon fin très dont peu deux trois quatre plusieurs premier première bien ans année années jour jours mois semaine fois toujours
	déjà malgré dit disent mis compte également notamment reste rien dernier dernière grand grande possible moins sans sous vers chez
	pendant parce cette cet leurs ceux celle celui celles être avoir sera serait peut peuvent doit doivent où car quand cela ça
	jamais beaucoup chaque nouveau nouvelle nouveaux jusqu hier aujourd hui demain mille place part`,
	it: `sempre anni anno due tre ancora solo infatti essere parte primo prima fa stato stata stati state già sotto sopra secondo poche
	poco dopo così giorni giorno via circa oltre altre altro altri altra tutte tutti tutta tutto ora può possono fine fatto qualche
	importante possibile mese mesi settimana volta volte quando mentre anche però invece perché molto molti molte più meno senza
	durante ogni nuovo nuova nuovi nuove grande quattro detto oggi ieri domani mai cui c’è c'è`,
	pt: `tem têm está estão ser após pode podem foi foram ano anos ainda nesta neste sempre última último dois duas três porque todos
	todas todo toda bem pouco outro outra outros outras estava apenas disse deu sobre houve vai vão ter ter ser sido era eram há
	também já onde quando enquanto embora além cada vez vezes dia dias mês meses semana hoje ontem agora nunca muito muita muitos
	muitas mais menos durante desde contra novo nova novos grande parte segundo conforme`,
	ru: `время также самом будут однако очень дело одной одного который которая которые которого которых это этот эта эти этого этой
	было были быть будет есть может могут более менее после перед между через год года лет году день дня дней тысяч свой свои своей
	своего сказал сказала заявил заявила сообщил сообщила отметил нет все всех всего еще ещё уже тоже только лишь новый новая новые`,
	zh: `以后 以来 可以 一个 没有 我们 他们 你们 自己 这些 那些 这个 那个 通过 进行 如果 因为 所以 但是 而且 以及 还是 就是 不是 可能 需要
	一些 一种 一直 已经 正在 目前 其中 其他 之后 之前 同时 对于 关于 根据 由于 表示 认为 指出 称 出现 成为 继续 开始 时间 时候 今年 去年 昨天
	今天 明天 非常 更加 大家 什么 怎么 这样 那样 以上 以下 左右 方面 情况 问题 记者 报道`,
};

const LISTS: Readonly<Record<string, readonly string[]>> = {
	ar: ara,
	bg: bul,
	bn: ben,
	ca: cat,
	cs: ces,
	da: dan,
	de: deu,
	el: ell,
	en: eng,
	fa: fas,
	fi: fin,
	fr: fra,
	he: heb,
	hi: hin,
	hr: hrv,
	hu: hun,
	id: ind,
	it: ita,
	ja: jpn,
	ko: kor,
	nl: nld,
	nb: nob,
	no: nob,
	pl: pol,
	pt: por,
	ro: ron,
	ru: rus,
	sk: slk,
	es: spa,
	sv: swe,
	tr: tur,
	uk: ukr,
	ur: urd,
	vi: vie,
	zh: zho,
};

const NONE: ReadonlySet<string> = new Set();
const sets = new Map<string, ReadonlySet<string>>();

/** The stop words of a language, by primary subtag; an empty set for one that we have no list of. */
export function stopWordsOf(language: string): ReadonlySet<string> {
	const known = sets.get(language);
	if (known) return known;
	const list = Object.hasOwn(LISTS, language) ? LISTS[language] : undefined;
	if (!list) return NONE;
	const made = new Set([
		...list,
		...((Object.hasOwn(TOO, language) ? TOO[language] : undefined) ?? "").split(/\s+/),
	]);
	made.delete("");
	sets.set(language, made);
	return made;
}
