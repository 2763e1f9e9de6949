/** Patterns that tell what kind of sentence one is, for the ranker. By hand; where they are English they say so. */

/** Someone speaks for themselves: first person. By language of the Latin script, else English only. */
export const FIRST_PERSON = /\b(?:I|I'm|I've|we|we're|we've|my|our|me|us|ich|wir|je|nous|yo|nosotros)\b/gi;

/** Somebody who came before. English only. */
export const PRONOUN = /\b(?:he|she|it|they|him|her|his|its|their|them|this|these|those)\b/gi;

/** "The company…" stands for a name that came before. English only; by hand, from news. */
export const LEANING =
	/^The (?:company|firm|group|agency|move|decision|deal|report|study|man|woman|boy|girl|couple|pair|two|three|incident|attack|case|suspect|victim|victims|officer|team|organi[sz]ation|practice|results?|findings?|news|announcement|statement|ruling|ban|plan|project|program(?:me)?|event|game|match|film|book|law|bill|measure)\b/;

/** "Though she has ridden…": a pronoun before any name. English only. */
export const LEANING_SOON =
	/^(?:According to|After|Although|As|At|Because|Before|By|Despite|During|For|From|If|In|Like|On|Once|Since|Though|Unlike|Until|When|While|With|Without) (?:\p{Ll}+ ){0,3}?(?:he|she|they|it|him|her|his|their|them|its|this|that|these|those)\b/u;

/** "Combined with analytics, these technologies…": the main clause opens with what came before. English only. */
export const LEANING_LATER = /^[^,"“”]{3,60}, (?:he|she|it|they|this|these|those|his|her|their|its) /;

/** The article speaks of itself, or of a list in it. English, German, French, Spanish, Portuguese, Italian and Dutch. */
export const ABOUT_ITSELF =
	/^(?:in this (?:article|post|guide|section|chapter|blog|tutorial|video)|let['’]s|let us|we['’]ll (?:look|explore|discuss)|meet the|in diesem (?:artikel|beitrag|ratgeber)|dans cet article|en este artículo|neste artigo|in questo articolo|in dit artikel)(?!\p{L})|(?<!\p{L})we(?:['’]ve| have) (?:compiled|gathered|rounded up|put together|collected|curated|created) (?:a|an|this|our|some|the)(?!\p{L})|(?<!\p{L})below you (?:can|['’]ll|will) (?:read|find|see)/iu;

/** "In the box these turn to soil": what came before stands soon behind the opening. German. */
export const LEANING_SOON_IN_GERMAN =
	/^(?:Als|Am|An|Auf|Aus|Bei|Bevor|Durch|Für|Im|In|Mit|Nach|Nachdem|Obwohl|Ohne|Seit|Um|Unter|Von|Vor|Während|Weil|Wenn|Zum|Zur) (?:[\p{L}-]+ ){0,4}?(?:diese[mnrs]?|er|sie|ihn|ihm|ihnen|jene[mnrs]?)(?!\p{L})/u;

/** "Because at Acme we think ahead.": more often the end of a sentence than one. English only. */
export const HANGING = /^Because (?!of\b)/;

/** The reader is told what to do next: no point of an article. English, German, French, Spanish, Italian and Portuguese. */
export const TO_THE_READER =
	/^(?:please|contact|call|visit|check out|refer to|get started|be sure to|make sure to|don['’]t forget|feel free|stay tuned|(?:to|for) (?:read |learn |see |find out )?more|for (?:details|further)|if you (?:have|need) (?:any )?(?:questions|help|assistance|more)|need to|want to|looking for|bitte|kontaktieren sie|rufen sie|besuchen sie|schreiben sie|weitere informationen|mehr (?:dazu|informationen)|contactez|pour en savoir|pour plus|n['’]hésitez|contacta|visita|para más|contattaci|per maggiori|per saperne|entre em contato|saiba mais|para mais)(?!\p{L})/iu;
