/** How people who write plain text and Markdown name the fields of metadata. Keys are lower case, best first. */

/** Front matter keys, as Jekyll, Hugo, Astro, Eleventy, Docusaurus, Ghost and Obsidian's clipper have them. */
export const FRONT_MATTER_KEYS = {
	title: "title headline name",
	subtitle: "subtitle dek standfirst lede",
	authors: "author authors byline by creator writer",
	publishedAt:
		"date published publishedat published_at publishdate publish_date pubdate datepublished created",
	modifiedAt:
		"updated lastmod modified updatedat updated_at lastupdated last_updated last_modified_at datemodified",
	publisher: "publisher site site_name sitename publication",
	url: "canonical_url canonicalurl canonical url source_url original_url link source",
	section: "section category",
	topics: "tags topics keywords categories",
	image: "image cover cover_image coverimage thumbnail featured_image hero og_image",
	rights: "rights copyright license licence",
	language: "lang language locale",
} as const;

/** Labels of lines that are a field and its value: `Author: Jane Doe`. */
export const LINE_LABELS = {
	title: "title|headline|titel|überschrift|titre|título|titolo|tytuł|заголовок|タイトル|标题|標題|제목",
	authors:
		"author|authors|by|byline|writer|written by|autor|autoren|autorin|auteur|auteurs|autora|autores|autore|autori|författare|forfatter|kirjoittaja|szerző|yazar|автор|авторы|作者|記者|记者|著者|文|撰文|기자|글",
	publishedAt:
		"published|published on|publication date|date published|date|posted|posted on|datum|veröffentlicht|veröffentlicht am|erschienen|publié|publié le|date de publication|fecha|publicado|publicado el|publicado em|data|pubblicato|pubblicato il|gepubliceerd|publicerad|publisert|udgivet|julkaistu|opublikowano|data publikacji|publikováno|megjelent|yayınlanma|tarih|опубликовано|дата|发布时间|發布時間|公開日|掲載日|입력|발행일",
	modifiedAt:
		"updated|last updated|last modified|modified|aktualisiert|zuletzt aktualisiert|stand|mis à jour|mis à jour le|actualizado|atualizado|aggiornato|bijgewerkt|uppdaterad|oppdatert|opdateret|päivitetty|aktualizacja|frissítve|güncelleme|обновлено|更新|更新时间|更新日|수정",
	publisher:
		"publisher|publication|published in|site|website|verlag|éditeur|editorial|editora|editore|издание|出版社|媒体",
	url: "url|link|permalink|source|source url|original|original url|original article|original link|original article available at|originally published at|originally published on|originally appeared at|quelle|originalartikel|originallink|lien|article original|fuente|artículo original|fonte|artigo original|bron|źródło|zdroj|forrás|kaynak|источник|оригинал|出典|元記事|来源|原文|原文链接|來源|原文網址|출처|원문",
	section:
		"section|category|rubrik|ressort|kategorie|rubrique|catégorie|sección|categoría|seção|categoria|sezione|рубрика|カテゴリ|分类|分類",
	topics:
		"tags|topics|keywords|key words|topics covered|tagged|filed under|schlagwörter|schlagworte|stichwörter|themen|mots-clés|étiquettes|thèmes|etiquetas|temas|palabras clave|assuntos|palavras-chave|argomenti|parole chiave|trefwoorden|onderwerpen|nyckelord|ämnen|emner|stikkord|tagi|tematy|štítky|témata|címkék|etiketler|теги|метки|темы|タグ|キーワード|标签|关键词|標籤|關鍵字|태그|키워드",
	rights: "copyright|rights|license|licence",
} as const;

/** Headings of a list of the article's own topics; a site's categories have others. */
export const TOPIC_HEADINGS =
	"topics|topics covered|topics in this article|article topics|tags|tag|tagged|tagged with|article tags|related tags|related topics|keywords|filed under|schlagwörter|schlagworte|stichwörter|themen|mehr lesen über|mots-clés|étiquettes|thèmes|etiquetas|temas|palabras clave|archivado en|assuntos|palavras-chave|argomenti|onderwerpen|trefwoorden|ämnen|emner|avainsanat|aiheet|tagi|tematy|štítky|témata|címkék|etiketler|теги|метки|темы|الكلمات المفتاحية|תגיות|タグ|キーワード|标签|关键词|標籤|關鍵字|태그|키워드|từ khóa";
