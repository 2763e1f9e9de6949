import { describe, expect, it } from "vitest";
import { lineCue } from "../../../functions/ingest/text/cue.ts";
import { LINE_CUES } from "../../../functions/ingest/text/cues.ts";

const kindOf = (line: string): string | undefined => lineCue(line)?.kind;

describe("a line of a consent dialogue", () => {
	it.each([
		"We and our 842 partners store and/or access information on a device, such as unique IDs in cookies.",
		"Mit Ihrer Zustimmung verwenden wir genaue Standortdaten und gleichen sie mit anderen Daten ab.",
		"Informationen auf einem Endgerät speichern und/oder abrufen: Cookies oder ähnliche Kennungen können gespeichert werden.",
		"Nous et nos 120 partenaires utilisons des traceurs pour stocker et/ou accéder à des informations sur un terminal.",
		"Nosotros y nuestros 95 socios almacenamos o accedemos a información en un dispositivo.",
		"Noi e i nostri 300 fornitori archiviamo informazioni su un dispositivo e trattiamo dati personali.",
		"Podemos utilizar dados de geolocalização precisos e identificação por meio da procura de dispositivos.",
		"Wij willen informatie op een apparaat opslaan en gepersonaliseerde advertenties tonen.",
		"Przechowywanie informacji na urządzeniu lub dostęp do nich jest potrzebne do celów reklamowych.",
	])("is legal: %s", (line) => {
		expect(kindOf(line)).toBe("legal");
	});
	it("is none where an article speaks of partners and consent", () => {
		expect(kindOf("The union and our partners in the region want the employers to give their consent.")).toBe(
			undefined,
		);
	});
});

describe("the end of what is free to read", () => {
	it.each([
		"This story is only available to our paying subscribers.",
		"Already a subscriber? Log in here.",
		"Il vous reste 61.4% de cet article à lire. La suite est réservée aux abonnés.",
		"Vous êtes déjà abonné ? Connectez-vous.",
		"Dieser Artikel ist nur für Abonnenten lesbar.",
		"Este contenido es exclusivo para suscriptores.",
		"Questo articolo è riservato agli abbonati.",
		"Este conteúdo é exclusivo para assinantes.",
		"Dit artikel is alleen voor abonnees.",
		"この記事は有料会員限定です。残り 1204文字",
	])("is promotion: %s", (line) => {
		expect(kindOf(line)).toBe("promotion");
	});
	it("is none where an article speaks of subscribers", () => {
		expect(kindOf("The ferry line lost a third of its subscribers in the autumn.")).toBe(undefined);
	});
});

describe("a sentence under a picture", () => {
	it.each([
		"The ferry leaves the north quay on its last trip. (Olaf Brandt/Harbour News)",
		"Commuters wait for the last ferry. (Ana de la Cruz for The Harbour Post)",
		"Der Hafenmeister zeigt auf die alte Brücke. Imago/Olaf Brandt",
		"Legende: Die Fähre verlässt zum letzten Mal den Kai.",
		"항구 다리가 월요일에 다시 열렸다. [사진 제공 = 항만공사]",
		"Image caption The ferry leaves the north quay",
	])("is a caption: %s", (line) => {
		expect(kindOf(line)).toBe("caption");
	});
	it.each([
		"Bearings, rails and lamps (which the council paid for) were replaced in the autumn.",
		"Two crews worked on it (Day Shift/night shift)",
		"High (effective for ferries and trams)",
	])("is none: %s", (line) => {
		expect(kindOf(line)).not.toBe("caption");
	});
});

it("no cue looks at long lines", () => {
	expect(LINE_CUES.every(({ longest }) => longest <= 900)).toBe(true);
});
