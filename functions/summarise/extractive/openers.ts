/**
 * Openers that lean on the sentence before: a reader who meets them in a list of key points can't tell who or
 * what is meant. By language, lower case; a phrase counts as a whole. Source: the languages' grammars (personal and
 * demonstrative pronouns, conjunctions, connecting adverbs), collected by hand.
 */
const phrases = (always: string, beforeComma = ""): readonly string[] => {
	const list = (text: string) => text.split(",").map((phrase) => phrase.trim());
	return [...list(always), ...list(beforeComma).map((phrase) => `${phrase},`)];
};

/** By primary subtag. Subordinators ("when", "although") are not here: they bring their main clause along. */
const OPENERS: Readonly<Record<string, readonly string[]>> = {
	en: phrases(
		`
		he, she, it, they, him, them, his, her, hers, its, their, theirs, it's, he's, she's, they're, that's,
		he'd, she'd, they'd, they've, it'll, it'd, he'll, she'll, they'll, this, that, these, those, such, the former, the latter, both,
		neither, either, another, others, the other, the same, one of them, some of them, many of them,
		most of them, all of them, none of them, all this, all that, among them, here, here's, then, however,
		but, and, or, nor, so, yet, still, also, moreover, furthermore, meanwhile, meantime, in the meantime,
		instead, therefore, thus, hence, nevertheless, nonetheless, otherwise, consequently, similarly,
		likewise, additionally, alternatively, conversely, accordingly, afterwards, afterward, secondly,
		thirdly, in addition, in contrast, by contrast, in comparison, in turn, in fact, in short,
		in other words, in that case, in this case, in this way, in return, in response, in doing so,
		for example, for instance, for this, for that, for now, as a result, as such, as well, as for, as if,
		on the other hand, on the one hand, on the contrary, on top of that, that said, that is, that way,
		indeed, of course, after all, after that, after this, at the same time, at this point, at that point,
		at the time, at that time, even so, even then, even worse, because of this, because of that,
		because of it, due to this, despite this, despite that, to this end, to that end, to do so, with that,
		with this, with these, not only that, more importantly, worse still, what's more, what is more,
		either way, since then, until then, by then, the reason, rather, only then, like this, like that,
		under this, under these, from there, from then, if so, if not, if that, if this, and so, perhaps not,
		maybe not, because if, because not, which is, which means, which was, which makes, with that in mind, with this in mind, that being said, as mentioned, as we have seen`,
		`mind you, before, no, yes, well, again, second, third, next, besides, plus, ok, okay, sure, later, earlier, finally, lastly, anyway, hopefully`,
	),
	de: phrases(`
		er, sie, es, ihr, ihre, ihren, ihrem, sein, seine, seinen, seinem, ihm, ihn, ihnen, dies, diese,
		dieser, dieses, diesem, diesen, jene, jener, jenes, solche, solch, dabei, dadurch, dafür, dagegen,
		daher, dahinter, damit, danach, daneben, dann, daran, darauf, daraus, darin, darüber, darum, darunter,
		davon, davor, dazu, deshalb, deswegen, demnach, denn, dennoch, doch, trotzdem, aber, allerdings, und,
		oder, auch, außerdem, zudem, ferner, hingegen, jedoch, indes, indessen, inzwischen, so, somit, also,
		hier, dort, nun, zum beispiel, im gegensatz dazu, stattdessen, vielmehr, schließlich, beide, ersterer,
		letzterer, ebenso,
		das ist, das war, das wird, das hat, das sei, das soll, das sollte, das kann, das könnte, das würde, das wäre, das heißt, das bedeutet, das zeigt, das zeigte,
		das gilt, das liegt, das geht, das macht, das führt, das ergab, das sagt, das sagte, das teilte, das gab, das beschloss, das berichtet, das berichtete, das bestätigte, das erklärte, das entspricht, gleichzeitig, immerhin, zwar, sondern, hierbei, hierzu, hierfür`),
	fr: phrases(`
		il, elle, ils, elles, on, ce, c', cet, cette, ces, cela, ceci, ça, celui-ci, celle-ci, ceux-ci, celui,
		celle, ceux, son, sa, ses, leur, leurs, lui, y, mais, et, ou, or, donc, car, cependant, toutefois,
		pourtant, néanmoins, ainsi, alors, puis, ensuite, enfin, de plus, en outre, par ailleurs, d'ailleurs,
		en effet, en revanche, par contre, au contraire, par exemple, par conséquent, en conséquence, aussi,
		également, pendant ce temps, là, ici, depuis, après cela, pour cela, malgré cela, de même, autrement,
		en fait, bref, selon lui, selon elle, tous deux, dès lors, du coup`),
	es: phrases(`
		él, ella, ellos, ellas, ello, esto, eso, aquello, este, esta, estos, estas, ese, esa, esos, esas,
		aquel, aquella, su, sus, pero, y, e, o, sino, sin embargo, no obstante, además, también, así, así que,
		por lo tanto, por tanto, por eso, por ello, por esto, por ejemplo, en cambio, por el contrario,
		mientras tanto, entonces, luego, después, finalmente, de hecho, asimismo, aunque, en este sentido,
		en ese sentido, a pesar de ello, tras ello, allí, aquí, ahí, ambos, ambas, tampoco, al mismo tiempo,
		en efecto, en consecuencia`),
	it: phrases(`
		egli, ella, lui, lei, essi, esse, loro, esso, essa, questo, questa, questi, queste, quello, quella,
		quelli, quelle, ciò, suo, sua, suoi, sue, il suo, la sua, i suoi, le sue, il loro, la loro, ma, e, ed,
		o, però, tuttavia, inoltre, anche, così, quindi, dunque, perciò, pertanto, infatti, invece,
		al contrario, per esempio, ad esempio, nel frattempo, intanto, poi, dopo, infine, allora, eppure,
		nonostante ciò, per questo, lì, qui, entrambi, entrambe, allo stesso tempo, di conseguenza`),
	pt: phrases(`
		ele, ela, eles, elas, isto, isso, aquilo, este, esta, estes, estas, esse, essa, esses, essas, aquele,
		aquela, seu, sua, seus, suas, o seu, a sua, mas, e, ou, porém, contudo, todavia, entretanto,
		no entanto, além disso, também, assim, portanto, por isso, logo, então, depois, finalmente,
		por exemplo, em vez disso, pelo contrário, enquanto isso, de fato, de facto, aliás, ali, aqui, ambos,
		ambas, ao mesmo tempo, por outro lado, dessa forma, desta forma, com isso, segundo ele, segundo ela`),
	nl: phrases(`
		hij, zij, ze, dit, dat, deze, die, zijn, haar, hun, hen, zulke, maar, en, of, dus, echter, toch, ook,
		bovendien, daarnaast, daarom, daardoor, daarna, daarvoor, daarbij, daarmee, daar, hier, toen, dan,
		vervolgens, intussen, ondertussen, desondanks, niettemin, anders, bijvoorbeeld, in plaats daarvan,
		integendeel, tegelijkertijd, ten slotte, uiteindelijk, immers, want, zo, beide, volgens hem,
		volgens haar, hierdoor, hiermee, verder`),
	sv: phrases(`
		han, hon, hen, det, dem, detta, denna, dessa, hans, hennes, deras, dess, sådana, men, och, eller, så,
		dock, ändå, också, dessutom, därför, därmed, därefter, då, sedan, där, här, istället, i stället,
		samtidigt, däremot, till exempel, nämligen, alltså, slutligen, båda, emellertid, trots det`),
	da: phrases(`
		han, hun, det, dem, dette, denne, disse, hans, hendes, deres, dens, dets, sådanne, men, og, eller, så,
		dog, alligevel, også, desuden, derfor, dermed, derefter, da, siden, der, her, i stedet, samtidig,
		derimod, for eksempel, nemlig, altså, endelig, begge, imidlertid, trods det`),
	nb: phrases(`
		han, hun, det, dem, dette, denne, disse, hans, hennes, deres, dens, slike, men, og, eller, så, likevel,
		også, dessuten, derfor, dermed, deretter, da, siden, der, her, i stedet, samtidig, derimot,
		for eksempel, nemlig, altså, endelig, begge, imidlertid, til tross for det`),
	pl: phrases(`
		on, ona, ono, oni, one, jego, jej, ich, to, ten, ta, te, ci, tego, tej, tych, tym, taki, taka, takie,
		ale, a, i, oraz, lecz, jednak, jednakże, zatem, więc, dlatego, ponadto, poza tym, również, też, także,
		natomiast, tymczasem, wtedy, potem, następnie, wreszcie, na przykład, zamiast tego, mimo to, tam, tu,
		tutaj, obaj, obie, bowiem, przy tym`),
	ru: phrases(`
		он, она, оно, они, его, её, ее, их, ему, им, это, этот, эта, эти, этого, этой, этих, тот, та, те,
		такой, такая, такие, но, а, и, или, однако, поэтому, потому, также, кроме того, более того,
		тем не менее, тем временем, при этом, между тем, затем, потом, тогда, там, здесь, так, итак, например,
		напротив, наконец, впрочем, зато, оба, обе, ведь, в то же время, по его словам, по её словам,
		по ее словам, именно поэтому`),
	uk: phrases(`
		він, вона, воно, вони, його, її, їх, йому, їм, це, цей, ця, ці, цього, цієї, цих, той, та, ті, такий,
		така, такі, але, а, і, й, або, однак, проте, тому, також, крім того, більше того, тим не менш,
		тим часом, при цьому, потім, тоді, там, тут, так, отже, наприклад, навпаки, нарешті, втім, зате,
		обидва, обидві, адже, водночас, за його словами, за її словами`),
	tr: phrases(`
		o, onlar, onun, onların, ona, bu, şu, bunlar, şunlar, bunun, bunu, buna, ama, fakat, ancak, ve, veya,
		ayrıca, dahası, üstelik, bu nedenle, bu yüzden, böylece, yine de, oysa, sonra, daha sonra, ardından,
		örneğin, aksine, bunun yerine, burada, orada, öte yandan, ikisi, çünkü, nitekim`),
	zh: phrases(`
		他, 她, 它, 这, 那, 此, 其, 该, 但, 不过, 然而, 而, 因此, 所以, 因为如此, 于是, 另外, 此外, 同时, 并且, 而且, 也, 还有, 例如, 比如, 另一方面, 与此同时,
		随后, 之后, 接着, 最后, 总之, 這, 該, 不過, 因此, 於是, 並且, 還有, 與此同時, 隨後, 之後, 接著, 最後, 總之`),
	ja: phrases(`
		彼, 彼女, それ, これ, あれ, その, この, あの, そこ, ここ, そう, こう, しかし, だが, でも, けれど, ただし, ただ, そして, また, さらに, しかも, だから,
		したがって, そのため, つまり, すなわち, 例えば, たとえば, 一方, 他方, なお, 次に, 最後に, やがて, ところが, ところで, 同`),
	ko: phrases(`
		그, 그는, 그가, 그의, 그녀는, 그녀가, 그녀의, 그들은, 그들의, 이, 이는, 이를, 이것은, 이들은, 이들의, 이에, 이어, 이로써, 이처럼, 이러한, 이런, 이와 함께,
		그러나, 하지만, 그리고, 그런데, 그래서, 그러면서, 그러므로, 따라서, 또, 또한, 다만, 한편, 반면, 반면에, 즉, 특히, 예를 들어, 게다가, 아울러, 여기에, 결국, 당시,
		그럼에도, 그럼에도 불구하고, 때문에, 이 때문에, 이후, 그 후, 같은, 앞서, 더욱이, 오히려`),
	fi: phrases(`
		hän, he, se, ne, tämä, nämä, tuo, nuo, hänen, heidän, sen, niiden, tämän, näiden, mutta, ja, tai, myös, kuitenkin, silti, siksi, siis, näin, sitten, lisäksi, toisaalta,
		esimerkiksi, sen sijaan, samalla, tällöin, silloin, siellä, täällä, tästä, siitä, siinä, tässä, niinpä, joten, lopulta, myöhemmin, molemmat, vaan`),
	cs: phrases(`
		on, ona, ono, oni, ony, jeho, její, jejich, to, ten, ta, ti, ty, tento, tato, toto, tito, tyto, tím, tomu, toho, takový, taková, takové, ale, a, i, nebo, avšak, však, proto, tedy,
		také, navíc, kromě toho, přesto, naopak, například, místo toho, mezitím, pak, potom, poté, nakonec, zároveň, tam, tady, zde, oba, obě, podle něj, podle ní, tak`),
	hu: phrases(`
		ő, ők, ez, az a, ezek, azok, ennek, annak, ezért, azért, de, és, vagy, viszont, azonban, ugyanakkor, tehát, így, ezután, azután, majd, végül, emellett, továbbá, ráadásul,
		például, ehelyett, közben, ott, itt, ekkor, akkor, mindkettő, szerinte, erre, arra, ebben, abban, ezzel, azzal, mégis`),
	ro: phrases(`
		el, ea, ei, ele, acesta, aceasta, aceștia, acestea, acel, acea, acest, această, acești, aceste, asta, lui, dar, însă, și, iar, sau, totuși, de asemenea, în plus, astfel,
		așadar, deci, prin urmare, de aceea, apoi, ulterior, în schimb, de exemplu, între timp, aici, acolo, ambii, ambele, totodată, potrivit lui`),
	id: phrases(`
		dia, ia, mereka, beliau, ini, itu, hal ini, hal itu, hal tersebut, tetapi, tapi, namun, dan, atau, juga, selain itu, oleh karena itu, karena itu, dengan demikian, jadi,
		kemudian, lalu, selanjutnya, sementara itu, sebaliknya, misalnya, meski demikian, meskipun begitu, akibatnya, akhirnya, di sana, di sini, menurutnya, keduanya`),
	ar: phrases(`
		هو, هي, هم, هن, هذا, هذه, ذلك, تلك, هؤلاء, أولئك, لكن, ولكن, لكنه, لكنها, ولكنه, ولكنها, كما, كذلك,
		لذلك, ولذلك, بالتالي, وبالتالي, أيضا, أيضًا, ثم, إلا أن, غير أن, ومع ذلك, مع ذلك, في المقابل,
		من ناحية أخرى, على سبيل المثال, وأضاف, وأضافت, وتابع, وأوضح, وأشار, هناك, هنا, وهو, وهي, وهذا, وهذه`),
	bn: phrases(`
		তিনি, সে, তারা, তাঁরা, তাঁর, তার, তাদের, তাঁদের, এটি, এটা, এগুলো, এই, সেই, ওই, এর, এতে, এসব, সেটি, কিন্তু, তবে, এবং, ও, আর,
		অথবা, তাই, সুতরাং, অতএব, তারপর, এরপর, এছাড়া, তাছাড়া, এ ছাড়া, ফলে, এদিকে, অন্যদিকে, যেমন, সেখানে, এখানে, তখন, এ সময়, তবুও, এমনকি,
		উদাহরণস্বরূপ, এজন্য, একইসঙ্গে, একই সঙ্গে`),
	hi: phrases(`
		वह, वे, यह, ये, उस, उसने, उसका, उसकी, उसके, उन्होंने, उनका, उनकी, उनके, इस, इसका, इसकी, इसके, इसने, इन,
		इनका, लेकिन, मगर, पर, किंतु, परंतु, और, या, तथा, इसलिए, अतः, फिर, तब, वहीं, साथ ही, हालांकि, यहां,
		वहां, उदाहरण के लिए, दूसरी ओर, इसके अलावा, जबकि`),
};

/** Languages whose words are not set apart, so that an opener is a beginning rather than a word. */
const UNSPACED: ReadonlySet<string> = new Set(["zh", "ja"]);

const FIRST_WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*/u;
const firstWord = (text: string): string => FIRST_WORD.exec(text)?.[0].toLowerCase() ?? "";

const sets = new Map(Object.entries(OPENERS).map(([language, list]) => [language, new Set(list)]));
sets.set("no", sets.get("nb") ?? new Set());

/** What openers begin with: most sentences begin with none of these. */
const beginnings = new Map([...sets].map(([language, set]) => [language, new Set([...set].map(firstWord))]));

/** Whether the language has a table, by primary subtag. */
export const knowsOpeners = (language: string): boolean => sets.has(language);

/** Whether a sentence opens by leaning on the one before. False for a language without a table. */
export function opensDangling(sentence: string, language: string): boolean {
	const openers = sets.get(language);
	if (!openers) return false;
	const beginning = sentence.slice(0, 40);
	const isSpaced = !UNSPACED.has(language);
	if (isSpaced && !beginnings.get(language)?.has(firstWord(beginning))) return false;
	const head = beginning
		.replace(/^[^\p{L}\p{N}]+/u, "")
		.toLowerCase()
		.replaceAll("’", "'");
	if (!isSpaced) {
		for (let length = 1; length <= 6; length++) if (openers.has(head.slice(0, length))) return true;
		return false;
	}
	// "and", "and so", "and so on": each beginning that ends where a word does; "j'ai" leans as "j'" does.
	const ends = [...`${head} `.matchAll(/[^\p{L}\p{M}\p{N}-]/gu)];
	return ends.some(
		({ index, 0: mark }) =>
			openers.has(head.slice(0, mark === "'" ? index + 1 : index)) ||
			(mark === "," && openers.has(head.slice(0, index + 1))),
	);
}
