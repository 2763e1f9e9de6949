/**
 * What sites write around their articles, in the languages of the pages that we measured on. Headings open
 * a section that isn't article; lines are furniture by themselves. Sources: the boilerplate of some 1,000
 * news, blog and documentation pages, and the stock phrases of WordPress, Substack, Medium and Disqus.
 */
import type { StrippedKind } from "../../shared/article.ts";

/** A heading that opens a section of furniture. */
export interface SectionCue {
	readonly kind: StrippedKind;
	/** How many paragraphs of prose the section may take in before the article is taken to go on. */
	readonly prose: number;
	/** How many paragraphs of prose must have come before; 0 when not given. */
	readonly after?: number;
	/** Whole headings, lower case, without a colon at the end; a semicolon between two. */
	readonly headings: string;
}

export const SECTION_CUES: readonly SectionCue[] = [
	{
		kind: "related",
		prose: 0,
		headings: `related; related articles; related article; related posts; related post; related content; related stories;
			related story; related news; related topics; related links; related reading; related resources; related products;
			related coverage; related videos; read more; read next; read also; also read; further reading; more reading; more stories;
			more articles; more news; more from this section; recommended; recommended for you; recommended reading;
			recommended articles; recommended stories; editors' recommendations; editor's recommendations; editors’ recommendations;
			editor’s recommendations; editor's picks; editors' picks; editor’s picks; you may also like; you might also like;
			you might be interested in; you may be interested in; don't miss; don’t miss; most popular; most read; most viewed;
			popular posts; popular articles; popular now; popular; trending; trending now; trending news; trending stories; top stories;
			latest; latest news; latest articles; latest posts; latest stories; recent posts; recent articles; recent news; up next;
			next up; next article; previous article; next post; previous post; next; previous; explore more; discover more;
			keep reading; continue reading; see also; more to explore; more on this topic; more on this story; similar posts;
			featured; featured articles; in case you missed it; we recommend; what to read next; from the archive; around the web;
			from the web; promoted stories; sponsored stories;
			lesen sie auch; lesen sie mehr; mehr zum thema; mehr dazu; mehr lesen über; weiterlesen; das könnte sie auch interessieren;
			das könnte dich auch interessieren; auch interessant; weitere artikel; weitere themen; weitere nachrichten; weitere videos;
			weitere meldungen; ähnliche artikel; ähnliche beiträge; meistgelesen; meist gelesen; neueste artikel; neueste beiträge;
			neueste nachrichten; empfehlungen; empfohlene artikel; zum thema; passend zum thema; topmeldungen; schlagzeilen;
			lire aussi; à lire aussi; à lire également; lisez aussi; sur le même sujet; articles similaires; articles liés; en relation;
			à découvrir; les plus lus; les articles les plus lus; dernières actualités; vous aimerez aussi; pour aller plus loin;
			lea también; lee también; te puede interesar; le puede interesar; también te puede interesar; noticias relacionadas;
			artículos relacionados; más noticias; más leídas; lo más leído; lo más visto; últimas noticias; relacionado; relacionadas;
			leia também; leia mais; veja também; notícias relacionadas; artigos relacionados; mais lidas; últimas notícias; saiba mais;
			leggi anche; potrebbe interessarti; articoli correlati; notizie correlate; i più letti; ultime notizie; approfondimenti;
			lees ook; lees meer; meer nieuws; meest gelezen; gerelateerde artikelen; aanbevolen; läs också; läs mer; läs även;
			mest läst; les også; les mer; mest lest; læs også; mest læste; lue myös; luetuimmat; czytaj także; czytaj też;
			zobacz także; zobacz też; przeczytaj także; przeczytaj również; polecamy; najczęściej czytane; powiązane artykuły;
			čtěte také; přečtěte si také; související články; kapcsolódó cikkek; ajánljuk; olvassa el; ezt is olvasta már?;
			ilgili haberler; bunlar da ilginizi çekebilir; çok okunanlar; son dakika; diğer haberler; citește și; articole similare;
			читайте также; читать также; по теме; материалы по теме; похожие статьи; рекомендуем; другие новости; самое читаемое;
			читайте також; اقرأ أيضا; اقرأ أيضاً; مواضيع ذات صلة; أخبار ذات صلة; קראו גם; כתבות נוספות;
			関連記事; おすすめ記事; あわせて読みたい; 人気記事; 新着記事; 最新記事; ランキング; 相关阅读; 相关文章; 相关新闻; 推荐阅读;
			热门文章; 最新文章; 猜你喜欢; 延伸阅读; 相關閱讀; 相關文章; 相關新聞; 推薦閱讀; 延伸閱讀; 熱門文章; 관련기사; 관련 기사;
			많이 본 기사; 많이 본 뉴스; 추천 기사; 인기기사; tin liên quan; bài viết liên quan; tin cùng chuyên mục; có thể bạn quan tâm;
			baca juga; artikel terkait; berita terkait`,
	},
	{
		kind: "author-bio",
		prose: 2,
		headings: `by; von; par; por; about the author; about the authors; about author; author; authors; the author; author information; author info;
			author bio; author biography; about the writer; written by; meet the author; meet the authors; contributors; contributor;
			über den autor; über die autorin; über die autoren; zum autor; zur autorin; zur person; autor; autorin; autoren;
			à propos de l'auteur; à propos de l’auteur; l'auteur; l’auteur; auteur; sobre el autor; sobre la autora; sobre o autor;
			sobre a autora; sull'autore; sull’autore; l'autore; over de auteur; om författaren; om forfatteren; kirjoittajasta;
			o autorze; o autorce; o autorovi; a szerzőről; yazar hakkında; despre autor; об авторе; про автора; عن الكاتب;
			著者; 著者について; 著者プロフィール; この記事を書いた人; 关于作者; 作者简介; 作者介绍; 關於作者; 作者簡介; 기자 소개; 저자 소개; tác giả`,
	},
	{
		kind: "comments",
		prose: 10_000,
		after: 3,
		headings: `comments; comment; leave a comment; leave a comment cancel reply; leave a reply; leave a reply cancel reply; post a comment;
			add a comment; write a comment; join the join the discussion about this post; discussion; reader comments;
			show comments; view comments; conversation; new comment; no comments; one response; reader interactions;
			kommentare; kommentar; kommentar schreiben; kommentar verfassen; schreiben sie einen kommentar; schreibe einen kommentar; leserkommentare;
			diskutieren sie mit; ihre meinung; ihre meinung zählt; commentaires; commentaire; laisser un commentaire; réagir; comentarios; comentario;
			deja un comentario; dejar un comentario; deja una respuesta; comentários; deixe um comentário; deixe uma resposta; commenti;
			lascia un commento; rispondi; reacties; reactie; geef een reactie; kommentarer; legg igjen en kommentar; lämna ett svar;
			skriv en kommentar; kommentit; komentarze; dodaj komentarz; komentáře; hozzászólások; szólj hozzá; yorumlar; yorum yap; comentarii;
			комментарии; оставить комментарий; добавить комментарий; коментарі; التعليقات; اترك تعليقا; תגובות; コメント; コメントを残す; 评论; 发表评论; 留言;
			發表評論; 發佈留言; 댓글; bình luận; komentar`,
	},
	{
		kind: "promotion",
		prose: 2,
		headings: `newsletter; newsletters; our newsletter; subscribe; subscribe to our newsletter; subscribe now; sign up; sign up for our newsletter;
			join our newsletter; get our newsletter; stay connected; stay informed; stay up to date; stay updated; stay in touch; support us; donate;
			become a member; subscribe for updates; get updates; ready to get started?; ready for more?; get in touch; contact us; book a demo;
			get a demo; request a demo; start your free trial; about us; about this site; who we are; our mission; download our app; get the app;
			newsletter abonnieren; newsletter anmeldung; jetzt abonnieren; jetzt anmelden; über uns; à propos; qui sommes-nous; s'abonner;
			abonnez-vous; suscríbete; boletín; boletines; quiénes somos; sobre nosotros; assine; assine a newsletter; quem somos; iscriviti;
			iscriviti alla newsletter; chi siamo; nieuwsbrief; over ons; nyhetsbrev; om oss; uutiskirje; zapisz się; o nas; hírlevél; rólunk; bülten;
			hakkımızda; подписаться; подпишитесь; рассылка; о нас; النشرة البريدية; من نحن; ニュースレター; メルマガ; 订阅; 关于我们; 訂閱; 關於我們; 구독; 뉴스레터`,
	},
	{
		kind: "share",
		prose: 0,
		headings: `share; share this; share this article; share this post; share this story; share this page; share article; share post; shares; share on;
			spread the word; follow; follow us; follow us on; connect; connect with us; find us on; social media; socials; social;
			teilen; artikel teilen; diesen artikel teilen; beitrag teilen; folgen sie uns; folgen sie uns auf; folge uns; partager; partager cet article;
			partagez; suivez-nous; compartir; compartir en; compartilhar; compartilhe; síguenos; siga-nos; siga; condividi; seguici; seguici su; delen;
			deel dit artikel; deel; volg ons; dela; del; følg oss; jaa; udostępnij; podziel się; sdílet; megosztás; paylaş; bizi takip edin; distribuie;
			поделиться; поделись; мы в соцсетях; شارك; シェア; シェアする; フォロー; 分享; 分享到; 关注我们; 追蹤我們; 공유; 공유하기; chia sẻ`,
	},
	{
		kind: "navigation",
		prose: 0,
		headings: `categories; category; key categories; browse categories; all categories; blog categories; topics; topic; topics covered; topics in this article;
			article topics; tags; tag; tagged; tagged with; article tags; related tags; filed under; more about; sections; section; menu; main menu;
			navigation; site navigation; post navigation; quick links; useful links; links; site map; sitemap; company; company information; our company;
			corporate; resources; more resources; help; support; explore; more; back to top; table of contents; contents; in this article; on this page;
			in this post; in this guide; jump to; jump to section; what's inside; archives; archive; services; solutions; languages; language; editions; account;
			my account; customer service; information; our sites; our network; partners; our partners; sister sites;
			kategorien; themen; schlagwörter; schlagworte; stichwörter; ressorts; rubriken; navigation; inhalt; inhaltsverzeichnis; inhaltsübersicht;
			unternehmen; service; services; mehr; weitere angebote; nachrichtenportale; marktplätze; catégories; catégorie; étiquettes; rubriques; mots-clés;
			sommaire; table des matières; thèmes; dossiers; categorías; etiquetas; temas; secciones; archivado en; contenido; índice; tabla de contenidos;
			categorias; assuntos; seções; índice do artigo; categorie; argomenti; sezioni; indice; categorieën; onderwerpen; rubrieken; inhoud;
			kategorier; ämnen; emner; innehåll; avainsanat; aiheet; kategorie; tagi; tematy; spis treści; štítky; témata; obsah; címkék; témák;
			tartalom; kategoriler; etiketler; içindekiler; категории; теги; метки; темы; рубрики; разделы; содержание; الكلمات المفتاحية; أقسام; תגיות;
			カテゴリー; カテゴリ; タグ; キーワード; 目次; 标签; 分类; 目录; 標籤; 分類; 目錄; 關鍵字; 태그; 카테고리; 목차; chủ đề; từ khóa`,
	},
	{
		kind: "legal",
		prose: 3,
		headings: `legal notice; disclaimer; terms of use; terms of service; terms and conditions; terms & conditions; privacy policy;
			cookie policy; cookie settings; your privacy; affiliate disclosure; editorial standards; 			impressum; datenschutz; rechtliches; haftungsausschluss; mentions légales; aviso legal; política de privacidad; política de privacidade;
			note legali; informativa privacy; privacybeleid; персональные данные; правовая информация; 免责声明; 版权声明; 免責聲明; 著作権; 저작권`,
	},
	{
		kind: "advertisement",
		prose: 0,
		headings: `advertisement; advertisements; advertising; advertisement - continue reading below; advertisement - story continues below;
			sponsored; sponsored content; article continues below; story continues below; partner content; paid content; promoted; ad; ads;
			anzeige; werbung; anzeigen; publicité; contenu sponsorisé; publicidad; contenido patrocinado; publicidade; conteúdo patrocinado;
			pubblicità; advertentie; annons; annonse; annonce; mainos; reklama; reklam; реклама; إعلان; 広告; 广告; 廣告; 광고; quảng cáo`,
	},
];

/** Headings that name somebody: `{}` is a name, and only the site's own name or the author's will do. */
export const NAMED_SECTION_CUES: readonly SectionCue[] = [
	{
		kind: "promotion",
		prose: 2,
		headings: `about {}; about the {}; über {}; à propos de {}; sobre {}; acerca de {}; informazioni su {}; over {}; om {}; o {}; о {}; 关于{}; 關於{}; {}について; subscribe to {}; join {}; support {}; the {} newsletter; {} newsletter`,
	},
	{
		kind: "share",
		prose: 0,
		headings: `follow {}; follow {} on; connect with {}; {} on social media; folgen sie {}; suivez {}; sigue a {}; síguenos en {}; siga {}; segui {}; volg {}; 关注{}; {}をフォロー`,
	},
	{
		kind: "related",
		prose: 0,
		headings: `more from {}; more by {}; latest from {}; mehr von {}; plus de {}; más de {}; mais de {}; altri articoli di {}; best of {}`,
	},
	{ kind: "navigation", prose: 0, headings: `{}; {} group; {} media; {} media group; {} network; {} inc` },
];

/** A line that is furniture whatever stands around it. */
export interface LineCue {
	readonly kind: StrippedKind;
	/** Longest line it holds for, in characters; sentences about these things are longer. */
	readonly longest: number;
	readonly pattern: RegExp;
	/** An article may say so too: for trees to weigh, not for rules to cut by. */
	readonly isHint?: true;
}

export const LINE_CUES: readonly LineCue[] = [
	{
		kind: "legal",
		longest: 400,
		pattern:
			/^(?:copyright\s?(?:©|\(c\)|\d{4}|by\b)|©|\(c\) ?\d{4})|\ball rights reserved\b|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati|alle rechten voorbehouden|wszelkie prawa zastrzeżone|minden jog fenntartva|tüm hakları saklıdır|все права защищены|版权所有|版權所有|無断転載|無断複製|무단\s?전재|저작권자/iu,
	},
	{
		kind: "legal",
		longest: 600,
		pattern:
			/^(?:this site is protected by recaptcha|this (?:document|material|content|article) (?:is subject to copyright|may not be (?:published|reproduced|copied))|by (?:subscribing|signing up|clicking|submitting|continuing)\b.{0,80}\b(?:you|agree)|we (?:use|value) (?:cookies|your privacy)|as an amazon associate|this (?:article|post|page|site) (?:may )?contains? affiliate|mit meiner anmeldung)/iu,
	},
	{
		// What stands for embedded media until the reader agrees to load them.
		kind: "legal",
		longest: 300,
		pattern:
			/^(?:empfohlener (?:redaktioneller|externer) inhalt|externer inhalt$|an dieser stelle (?:findest du|finden sie|befindet sich|steht).{0,60}inhalt|(?:du kannst|sie können) (?:ihn|es|sich).{0,40}mit einem klick (?:anzeigen|laden)|(?:dadurch|damit|hierbei)? ?(?:können )?personenbezogene daten.{0,60}(?:drittplattformen|drittanbieter|dritte)|ich bin damit einverstanden, dass mir|mit (?:dem (?:klick|laden)|einem klick|ihrer zustimmung).{0,80}(?:akzeptieren|stimmen|geladen|angezeigt)|\S{1,20}-inhalte? (?:erlauben|anzeigen|laden|aktivieren)$|this (?:content|article|post|video) (?:is hosted by|contains content (?:provided|hosted) by|is not available due to)|we ask for your permission before anything|to (?:view|see|watch|display) this (?:content|video|post|embed).{0,40}(?:cookies|enable|accept|allow|consent|permission)|allow \S{1,20} content\?|pour (?:afficher|visualiser|voir|consulter) ce (?:contenu|média)|ce (?:contenu|média) (?:est bloqué|n'a pas été chargé|provient)|per (?:visualizzare|vedere) questo contenuto|para (?:ver|visualizar) este (?:contenido|conteúdo)|om deze (?:inhoud|content) te (?:tonen|zien|bekijken))/iu,
	},
	{
		// Consent dialogues; the first words of each language are those of IAB Europe's Transparency and Consent Framework.
		kind: "legal",
		isHint: true,
		longest: 900,
		pattern:
			/store and\/or access information on a device|precise geolocation data|personali[sz]ed (?:advertising|ads) and content|\bour (?:\d{1,4} )?(?:advertising )?partners (?:store|use|process|may)|withdraw your consent|(?:end)?gerät (?:zu )?speichern und\/oder|genaue standortdaten|personalisierte (?:werbung|anzeigen|inhalte) (?:und|ausspielen|,)|\bunsere (?:\d{1,4} )?partner (?:speichern|verwenden|verarbeiten|nutzen)|widerrufliche einwilligung|einwilligung .{0,60}widerrufen|externe[rn]? inhalte? angezeigt|stocker et\/ou accéder|données de géolocalisation précises|(?:publicités|contenus?) (?:et (?:contenus?|publicités) )?personnalisés?,|\bnos (?:\d{1,4} )?partenaires (?:stockons|utilis|trait)|retirer votre consentement|almacenar .{0,30}información en un dispositivo|geolocalización precisa|(?:publicidad|anuncios) y contenidos? personalizados|nuestros (?:\d{1,4} )?(?:socios|proveedores) (?:almacen|utiliz|trat)|archiviare (?:e\/o accedere|informazioni su)|geolocalizzazione precis|(?:annunci|pubblicità) e contenuti personalizzati|i nostri (?:\d{1,4} )?(?:partner|fornitori) (?:archivi|utilizz|tratt)|armazenar e\/ou (?:aceder|acessar)|geolocalização precis|(?:anúncios|publicidade) e conteúdos? personalizad|informatie op een apparaat (?:op ?slaan|te openen)|precieze geolocatie|gepersonaliseerde advertenties|przechowywanie informacji na urządzeniu|precyzyjn\S{1,3} (?:dan\S{1,3} )?(?:o )?(?:geo)?lokaliza|spersonalizowane (?:reklamy|treści)|(?:lagra|lagre|opbevare|gemme) (?:och|og)\/(?:eller) |ukládat .{0,30}informace .{0,12}zařízení|personali[sz]ovan\S{1,2} reklam/iu,
	},
	{
		// The end of what may be read without a subscription.
		kind: "promotion",
		isHint: true,
		longest: 300,
		pattern:
			/^(?:(?:this|the (?:rest of|full)) .{0,30}(?:is|are) (?:only |exclusively )?(?:available |reserved |exclusive )?(?:to|for) (?:our )?(?:paid |paying |premium )?(?:subscribers|members)|(?:to|please) (?:continue|keep) reading|already a (?:subscriber|member)\b|il vous reste .{0,12}% de cet article|(?:la suite|cet article|l['’]intégralité|ce contenu) .{0,30}réservée? (?:à nos|aux) abonnés|(?:vous êtes )?déjà abonnée?s?(?!\p{L})|(?:dieser|der ganze) (?:artikel|beitrag|inhalt) .{0,40}abonnent|(?:sie|du) (?:haben|hast) (?:bereits|schon) ein abo|weiterlesen mit|zum weiterlesen|este? (?:contenido|artículo|conteúdo|artigo) .{0,30}(?:suscriptores|assinantes|socios)|¿?ya (?:eres|es|tienes) (?:suscriptor|socio)|já é assinante|(?:questo|il) (?:articolo|contenuto) .{0,30}abbonati|(?:sei )?già abbonat[oai]|dit artikel .{0,30}abonnees|al abonnee\b|(?:den här|denna) artikeln? .{0,30}prenumerant|denne (?:artikkelen|saken|artikel) .{0,30}abonnent|(?:tämä|artikkeli) .{0,30}tilaajille|(?:ten )?artykuł .{0,40}(?:abonent|subskrybent|prenumerat)|pozostało .{0,12}% (?:artykułu|tekstu|treści)|článek .{0,30}předplatitel|(?:материал|статья) .{0,30}подписчик|この記事は.{0,12}会員限定|残り[:：]? ?\d{1,6} ?文字)/iu,
	},
	{
		kind: "other",
		longest: 300,
		pattern:
			/^(?:original(?:ly)? (?:article|story|source|post)?\s?(?:available|published|appeared|posted)?\s?(?:at|on|in|here)?|source|via|quelle|originalartikel|article original|fuente|fonte|bron|źródło|источник|出典|来源|來源|原文(?:链接|網址)?|출처)\s?[:：]\s?https?:\/\/\S+$/iu,
	},
	{
		kind: "share",
		longest: 120,
		pattern:
			/^(?:share (?:this|on|via|to|by)\b|click to (?:share|print|email)|tweet(?: this)?$|pin it|copy link|copied!?$|email this|print this|link copied|follow (?:us|me)\b|(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|pinterest|whatsapp|telegram|reddit|threads|bluesky|mastodon|email|e-mail|print)(?:[ |,/]+(?:facebook|twitter|x|instagram|linkedin|youtube|tiktok|pinterest|whatsapp|telegram|reddit|threads|bluesky|mastodon|email|e-mail|print))*$|artikel (?:auf|teilen)|auf (?:facebook|twitter|whatsapp) teilen|partager sur|compartir en|compartilhar (?:no|via)|condividi su)/iu,
	},
	{
		kind: "promotion",
		longest: 220,
		pattern:
			/^(?:(?:subscribe|sign up|register|log ?in|join)\b.{0,60}\b(?:newsletter|free|today|now|here|inbox|updates|email|account)|get (?:the|our) .{0,60}(?:newsletter|inbox|app)|(?:read|listen|watch|download|shop|buy|book|order|learn|try|click|check)\b.{0,60}\b(?:here|now|free|more)[.!→»›>]*$|jetzt (?:kostenlos )?(?:anmelden|abonnieren|testen)|\d+ free articles?|don[’']t miss\b.{0,80}newsletter|thank you! your submission|oops! something went wrong|hier (?:kostenlos )?für den)/iu,
	},
	{
		kind: "related",
		longest: 250,
		pattern:
			/^(?:(?:also |further )?read(?: (?:more|also|next|on|about))?|related|see also|more|watch|listen|don[’']t miss|next|previous|recommended|in pictures|photos|video|lesen sie (?:auch|mehr|hier)|mehr(?: dazu| zum thema)?|lire aussi|à lire aussi|lee también|lea también|leia (?:também|mais)|veja também|leggi anche|lees ook|läs (?:också|mer|även)|les også|læs også|lue myös|czytaj (?:także|też|również)|zobacz (?:także|też)|čtěte také|читайте также|читайте також|baca juga|關聯|相关阅读|関連記事|관련 ?기사)(?:\s?[:：|»›>→]|\s[–-]\s)/iu,
	},
	{
		kind: "caption",
		longest: 300,
		pattern:
			/(?:(?:^|[.!?)»"”…]\s|\()(?:photo(?:graph)?|image|picture|pic|credit|courtesy|foto|bild|fotografía|imagem|crédit|kuva|fotó|zdjęcie|фото)s?\s?(?:credit|by|courtesy|from|von|de|di|av|af|via)?\s?[:：/|©]\s?\S.{0,80}$|^(?:photo(?:graph)?|image|picture|foto|bild|screenshot)s?(?: credit| courtesy| by| von| de| via)?[ :：/|].{0,80}$|[(|©/]\s?(?:getty|reuters|ap|afp|dpa|epa|efe|ansa|imago|shutterstock|istock|unsplash|alamy|bloomberg|keystone|apa|pa|tass|tt|ntb|scanpix|instagram|twitter)\b[^—–-]{0,30}$|^(?:getty images|reuters|afp|shutterstock|unsplash|istock|imago|dpa|associated press)[\p{L}\p{P}\s]{0,60}$|©\s?\S.{0,60}$|写真[:：／]|图片来源|圖片來源|사진\s?[=:])/iu,
	},
	{
		// A sentence under a picture: who took it stands last, in brackets with the agency, or after it.
		kind: "caption",
		longest: 500,
		pattern:
			/\(\p{Lu}[\p{L}\p{M}.'’-]{1,24}(?: (?:\p{Lu}[\p{L}\p{M}.'’-]{0,24}|de|da|di|del|la|le|du|van|von|der|den|al|el|bin)){1,5} ?(?:\/|\| ?| for [Tt]he )\p{Lu}[^()]{1,50}\)$/u,
	},
	{
		kind: "caption",
		longest: 500,
		pattern:
			/\([^()]{0,60}\b(?:getty images|reuters|afp|ap photo|associated press|epa|shutterstock)\b[^()]{0,30}\)$|[.!?»"”]\s{1,2}(?:getty images|imago|picture alliance|reuters|afp|dpa|keystone|ansa|efe|shutterstock)\s?[/|]\s?\S[^.!?]{1,50}$|^(?:(?:image|media|photo|video) caption|bildlegende|legende|légende|bildquelle|bildnachweis|didascalia|leyenda|legenda|pie de foto|bildtext|billedtekst|kuvateksti)\s?[:：]|^(?:quelle|source|fuente|fonte)\s?:\s?(?:infogra|gra[fp]|stat)|[[(（【](?:사진|그래픽)[^\])）】]{0,40}[\])）】]$|(?:^|\s)\/?사진\s?(?:제공)?\s?[=:/]|[（(]写真.{0,40}[）)]$|(?:图|圖)\s?[/／|:：]\s?\S{1,20}$/iu,
	},
	{
		kind: "byline",
		longest: 160,
		pattern:
			/^(?!.*\s\p{Ll}{2,}[\s,]+\p{Ll}{2,}(?:[\s.]|$))(?:(?:(?:[Ww]ritten|[Ss]tory|[Tt]ext|[Rr]eport|[Rr]eviewed|[Ee]dited|[Pp]osted|[Pp]ublished) )?(?:[Bb]y|BY)[: ]\s?\p{Lu}|(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]v|[Aa]f) \p{Lu}[\p{L}.'’-]{0,20} \p{Lu}|(?:[Aa]uthors?|[Ww]riters?|[Aa]utore?n?|[Aa]utorin|[Aa]uteurs?|[Aa]utora|[Ff]örfattare|[Ss]zerző|[Yy]azar|[Аа]втор|作者|記者|记者|文|撰文|기자)\s?[:：／]\s?\S)/u,
	},
	{
		kind: "dateline",
		longest: 120,
		pattern:
			/^(?:(?:first )?(?:published|updated|posted|last (?:updated|modified|reviewed)|created|date)\b\s?(?:on|at|:)?.{0,30}\d{2,4}[^.!?]{0,40}$|(?:veröffentlicht|aktualisiert|stand|zuletzt aktualisiert|publié|mis à jour|modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|opublikowano|aktualizacja|publikováno|megjelent|frissítve|yayınlanma|güncelleme|опубликовано|обновлено|дата|发布时间|發布時間|更新|公開日|更新日|입력|수정).{0,30}\d)/iu,
	},
	{
		kind: "dateline",
		longest: 60,
		pattern:
			/^(?:\p{L}{2,12}[,.]?\s)?(?:\d{1,2}(?:st|nd|rd|th|\.|º)?(?:\sde)?[\s./-]{1,3}(?:\p{L}{3,12}|\d{1,2})\.?,?(?:\sde)?[\s./-]{1,3}\d{2,4}|\p{L}{3,12}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4}|\d{4}[-/.年]\s?\d{1,2}[-/.月]\s?\d{1,2}日?)(?:$|[\s,|·•–(T-].{0,35}$)/u,
	},
	{
		kind: "dateline",
		longest: 40,
		pattern:
			/^(?:\d{1,3}[ -](?:min(?:ute)?s?|hours?|days?|weeks?|months?|years?)\b(?: read| ago)?|vor \d{1,2} (?:minuten|stunden|tagen)|il y a \d{1,2} .{2,10}|hace \d{1,2} .{2,10}|há \d{1,2} .{2,10}|\d{1,2}:\d{2}(?: ?[ap]m| uhr)?(?: [a-z]{2,4})?)$/iu,
	},
	{
		kind: "navigation",
		longest: 60,
		pattern:
			/^(?:skip to |jump to |back to |go to |zum inhalt|aller au contenu|ir al contenido|search(?: for)?:?$|home ?[»›>/|]|(?:view|see|show|load) (?:all|more)|toggle |close\b|menu$|log ?in$|sign in$|was this page helpful|edit this page|page \d)/iu,
	},
	{
		kind: "form",
		longest: 60,
		pattern:
			/^(?:(?:first |last |full |your )?(?:name|e-?mail(?: address)?|phone(?: number)?|website|message|company|comment)\s?(?:\*|\(required\))|submit$|required fields|your email address will not be published|save my name)/iu,
	},
	{
		kind: "comments",
		longest: 60,
		pattern:
			/^(?:\d{1,6} (?:comments?|replies|responses|reactions|kommentare|commentaires|comentarios|comentários|commenti|reacties)|reply$|log in to (?:comment|reply)|report(?: comment| abuse)?$|\d+ likes?$|antworten$|répondre$|responder$)/iu,
	},
];
