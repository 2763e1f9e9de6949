/**
 * What a role has in it ("Science Editor", "Wirtschaftsredakteurin", "sportverslaggever"), so that a name's
 * neighbour is told from a second name. The German, Dutch and Nordic ones may end a compound.
 */
export const ROLE =
	/(?<!\p{L})(?:editors?|reporters?|correspondents?|writers?|columnists?|journalists?|contributors?|contributing|analysts?|producers?|critics?|staff|chief|bureau|director|professor|fellow|photographers?|author|specialist|expert|founder|co-founder|ceo|cto|manager|strategist|consultant|head of|journaliste|rédacteur|rédactrice|redactora?|periodista|corresponsal|editora?|repórter|giornalista|redacteur)(?!\p{L})|(?:redakteur|redaktör|redaktør|korrespondent|journalist|reporter|autor|volontär|ressortleiter|chefredakteur|verslaggever|skribent)(?:in|en|innen)?(?!\p{L})/iu;
