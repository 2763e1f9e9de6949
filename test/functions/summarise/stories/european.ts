import type { Story } from "./story.ts";

/** One invented story in each of the languages written with capitals, told as their newspapers would. */
export const EUROPEAN: Readonly<Record<string, Story>> = {
	en: {
		sentences: 8,
		text: [
			"The port of Oldhaven will buy two electric ferries for $48.5 million, Mayor Ines Falk announced on Tuesday. Passenger numbers rose by 12.5% last year, to 1,234,500.",
			"“Nobody in this town will miss the smoke,” Falk said. The old ships have crossed the sound since 1974.",
			"Olaf Brandt, a spokesman for the fishing crews, called the plan a mistake. “We were never asked what we need,” he said.",
			"The council approved the purchase on 3 March 2025. The first ferry sails in October 2026.",
		],
		people: ["Ines Falk", "Olaf Brandt"],
		quotes: [
			["Nobody in this town will miss the smoke", "Ines Falk"],
			["We were never asked what we need", "Olaf Brandt"],
		],
		figures: ["$48.5 million=48500000 USD", "12.5%=12.5 %"],
		dates: ["1974/..", "2024", "2025-03-03", "2025-03-11", "2026-10"],
	},
	de: {
		sentences: 8,
		text: [
			"Der Hafen von Althafen kauft für 48,5 Mio. Euro zwei elektrische Fähren, wie Bürgermeisterin Ines Falk am Dienstag ankündigte. Die Zahl der Fahrgäste stieg im vergangenen Jahr um 12,5 Prozent auf 1.234.500.",
			"„Den Rauch wird in dieser Stadt niemand vermissen“, sagte Falk. Die alten Schiffe fahren seit 1974 über den Sund.",
			"Olaf Brandt, Sprecher der Fischer, nannte den Plan einen Fehler. „Uns hat nie jemand gefragt, was wir brauchen“, sagte er.",
			"Der Rat stimmte dem Kauf am 3. März 2025 zu. Die erste Fähre fährt ab Oktober 2026.",
		],
		people: ["Ines Falk", "Olaf Brandt"],
		quotes: [
			["Den Rauch wird in dieser Stadt niemand vermissen", "Ines Falk"],
			["Uns hat nie jemand gefragt, was wir brauchen", "Olaf Brandt"],
		],
		figures: ["48,5 Mio. Euro=48500000 EUR", "12,5 Prozent=12.5 %"],
		dates: ["1974/..", "2024", "2025-03-03", "2025-03-11", "2026-10"],
	},
	fr: {
		sentences: 8,
		text: [
			"Le port de Vieuxport achètera deux ferries électriques pour 48,5 millions d’euros, a annoncé mardi la maire Inès Falk. Le nombre de passagers a augmenté de 12,5 % l’année dernière, à 1 234 500.",
			"« Personne ici ne regrettera la fumée », a déclaré Mme Falk. Les vieux navires traversent la baie depuis 1974.",
			"Jean-Paul Brandt, porte-parole des pêcheurs, a parlé d’une erreur. « On ne nous a jamais demandé ce qu’il nous faut », a-t-il dit.",
			"Le conseil a approuvé l’achat le 3 mars 2025. Le premier ferry partira en octobre 2026.",
		],
		people: ["Inès Falk", "Jean-Paul Brandt"],
		quotes: [
			["Personne ici ne regrettera la fumée", "Inès Falk"],
			["On ne nous a jamais demandé ce qu’il nous faut", "Jean-Paul Brandt"],
		],
		figures: ["48,5 millions d’euros=48500000 EUR", "12,5 %=12.5 %"],
		dates: ["1974/..", "2024", "2025-03-03", "2025-03-11", "2026-10"],
	},
	es: {
		sentences: 8,
		text: [
			"El puerto de Puertoviejo comprará dos transbordadores eléctricos por 48,5 millones de euros, anunció el martes la alcaldesa Inés Falk. El número de pasajeros creció un 12,5 % el año pasado.",
			"«Nadie en esta ciudad echará de menos el humo», dijo Falk. Los viejos barcos cruzan la bahía desde 1974.",
			"José Luis Brandt, portavoz de los pescadores, habló de un error. “Nunca nos preguntaron qué necesitamos”, afirmó Brandt.",
			"El consejo aprobó la compra el 3 de marzo de 2025. El primer transbordador saldrá en octubre de 2026.",
		],
		people: ["Inés Falk", "José Luis Brandt"],
		quotes: [
			["Nadie en esta ciudad echará de menos el humo", "Inés Falk"],
			["Nunca nos preguntaron qué necesitamos", "José Luis Brandt"],
		],
		figures: ["48,5 millones de euros=48500000 EUR", "12,5 %=12.5 %"],
		dates: ["1974/..", "2024", "2025-03-03", "2025-03-11", "2026-10"],
	},
	pt: {
		sentences: 8,
		text: [
			"O porto de Portovelho comprará duas balsas elétricas por R$ 48,5 milhões, anunciou na terça-feira a prefeita Inês Falk. O número de passageiros cresceu 12,5% no ano passado, para 1.234.500.",
			"“Ninguém nesta cidade vai sentir falta da fumaça”, disse Falk. Os navios antigos cruzam a baía desde 1974.",
			"João Brandt, porta-voz dos pescadores, falou em erro. “Nunca nos perguntaram do que precisamos”, afirmou Brandt.",
			"O conselho aprovou a compra em 3 de março de 2025. A primeira balsa parte em outubro de 2026.",
		],
		people: ["Inês Falk", "João Brandt"],
		quotes: [
			["Ninguém nesta cidade vai sentir falta da fumaça", "Inês Falk"],
			["Nunca nos perguntaram do que precisamos", "João Brandt"],
		],
		figures: ["R$ 48,5 milhões=48500000 BRL", "12,5%=12.5 %"],
		dates: ["1974/..", "2024", "2025-03-03", "2025-03-11", "2026-10"],
	},
	it: {
		sentences: 8,
		text: [
			"Il porto di Portovecchio comprerà due traghetti elettrici per 48,5 milioni di euro, ha annunciato martedì la sindaca Ines Falco. Il numero dei passeggeri è cresciuto del 12,5% l’anno scorso.",
			"«Nessuno in questa città rimpiangerà il fumo», ha detto Falco. Le vecchie navi attraversano la baia dal 1974.",
			"Marco Brandi, portavoce dei pescatori, ha parlato di un errore. “Nessuno ci ha mai chiesto di che cosa abbiamo bisogno”, ha spiegato Brandi.",
			"Il consiglio ha approvato l’acquisto il 3 marzo 2025. Il primo traghetto partirà nell’ottobre 2026.",
		],
		people: ["Ines Falco", "Marco Brandi"],
		quotes: [
			["Nessuno in questa città rimpiangerà il fumo", "Ines Falco"],
			["Nessuno ci ha mai chiesto di che cosa abbiamo bisogno", "Marco Brandi"],
		],
		figures: ["48,5 milioni di euro=48500000 EUR", "12,5%=12.5 %"],
		dates: ["1974/..", "2024", "2025-03-03", "2025-03-11", "2026-10"],
	},
	nl: {
		sentences: 8,
		text: [
			"De haven van Oudhaven koopt voor 48,5 miljoen euro twee elektrische veerboten, kondigde burgemeester Ineke de Wit op dinsdag aan. Het aantal passagiers steeg vorig jaar met 12,5 procent.",
			"„Niemand in deze stad zal de rook missen”, zei De Wit. De oude schepen varen sinds 1974 over de Sont.",
			"Pieter Brandt, woordvoerder van de vissers, sprak van een fout. ‘Niemand heeft ons gevraagd wat we nodig hebben’, zei hij.",
			"De raad keurde de aankoop op 3 maart 2025 goed. De eerste veerboot vaart in oktober 2026.",
		],
		people: ["Ineke de Wit", "Pieter Brandt"],
		quotes: [
			["Niemand in deze stad zal de rook missen", "Ineke de Wit"],
			["Niemand heeft ons gevraagd wat we nodig hebben", "Pieter Brandt"],
		],
		figures: ["48,5 miljoen euro=48500000 EUR", "12,5 procent=12.5 %"],
		dates: ["1974/..", "2024", "2025-03-03", "2025-03-11", "2026-10"],
	},
	ru: {
		sentences: 8,
		text: [
			"Порт Старгавань купит два электрических парома за 48,5 млн рублей, сообщила мэр Инна Фалькова. Число пассажиров в прошлом году выросло на 12,5% и достигло 1 234 500 человек.",
			"«Никто в Старгавани не будет скучать по дыму», — сказала Фалькова. Старые суда ходят с 1974 года.",
			"Олег Брандт, представитель рыбаков, назвал план ошибкой. «Нас никто никогда не спрашивал, что нам нужно», — заявил Брандт.",
			"Совет порта одобрил покупку паромов 3 марта 2025 года. Первый паром выйдет в октябре 2026 года.",
		],
		people: ["Инна Фалькова", "Олег Брандт"],
		quotes: [
			["Никто в Старгавани не будет скучать по дыму", "Инна Фалькова"],
			["Нас никто никогда не спрашивал, что нам нужно", "Олег Брандт"],
		],
		figures: ["48,5 млн рублей=48500000 RUB", "12,5%=12.5 %", "1 234 500=1234500"],
		dates: ["1974/..", "2024", "2025-03-03", "2026-10"],
	},
	tr: {
		sentences: 8,
		text: [
			"Eskiliman limanı 48,5 milyon liraya iki elektrikli feribot alacak, Belediye Başkanı İnci Falay açıkladı. Yolcu sayısı geçen yıl yüzde 12,5 artarak 1.234.500 oldu.",
			"Falay, “Bu şehirde kimse dumanı özlemeyecek.” dedi. Eski gemiler 1974'ten beri boğazı geçiyor.",
			"Balıkçıların sözcüsü Olcay Brant plana karşı çıktı. Brant, “Bize neye ihtiyacımız olduğunu hiç sormadılar.” diye konuştu.",
			"Meclis satın almayı 3 Mart 2025'te onayladı. İlk feribot Ekim 2026'da sefere çıkacak.",
		],
		people: ["İnci Falay", "Olcay Brant"],
		quotes: [
			["Bu şehirde kimse dumanı özlemeyecek.", "İnci Falay"],
			["Bize neye ihtiyacımız olduğunu hiç sormadılar.", "Olcay Brant"],
		],
		figures: ["48,5 milyon liraya=48500000 TRY", "yüzde 12,5=12.5 %"],
		dates: ["1974/..", "2024", "2025-03-03", "2026-10"],
	},
};
