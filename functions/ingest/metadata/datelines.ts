/** Lines that say a date and nothing else: when an article was published or updated. */
import { MONTH_NUMBERS } from "./dates.ts";

/** Longer lines say something of their own. */
const MAX_DATELINE = 120;

/** Weekdays by language, with their usual abbreviations: CLDR's. */
const WEEKDAYS =
	"monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri saturday sat sunday sun montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonnabend sonntag so lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim lunes martes miércoles jueves viernes sábado domingo segunda terça quarta quinta sexta feira lunedì martedì mercoledì giovedì venerdì sabato domenica maandag ma dinsdag woensdag wo donderdag vrijdag vr zaterdag za zondag zo måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai maanantaina tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai perjantaina lauantai lauantaina sunnuntai sunnuntaina poniedziałek wtorek środa czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle pondelok utorok streda štvrtok piatok nedeľa hétfő kedd szerda csütörtök péntek szombat vasárnap luni marți miercuri joi vineri sâmbătă duminică pazartesi salı çarşamba perşembe cuma cumartesi pazar понедельник вторник среда четверг пятница суббота воскресенье понеділок вівторок середа четвер пʼятниця субота неділя понеделник вторник сряда четвъртък петък събота неделя ponedjeljak utorak srijeda četvrtak petak subota nedjelja δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή senin selasa rabu kamis jumat sabtu minggu الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد שני שלישי רביעי חמישי שישי שבת ראשון सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার";

/** What is said of a date, and what belongs to a time, by language: read off news sites. */
const SAID =
	"published posted updated last modified edited created first on at the of date time by a p m am pm est edt cst cdt mst mdt pst pdt gmt utc bst cet cest ist wib wita st nd rd th h hrs o clock uhr veröffentlicht erschienen publiziert erstellt aktualisiert zuletzt geändert stand am um vom des artikels den der publié publiée mis mise à jour modifié le la el il lo actualizado actualizada publicado publicada creado última actualización a las atualizado em às atualização de del da do pubblicato aggiornato aggiornamento ore alle gepubliceerd bijgewerkt geplaatst op om laatst publicerad publicerades uppdaterad senast kl publisert oppdatert sist endret udgivet opdateret opublikowano aktualizacja dodano godz publikováno aktualizováno zveřejněno publikované aktualizované frissítve megjelent publicat actualizat la ora yayınlanma yayın güncelleme güncellendi son tarihi giriş saat julkaistu päivitetty klo опубликовано обновлено дата публикации в г года мск оновлено опубліковано о р року публикувано обновена на ч објављено ажурирано objavljeno ažurirano δημοσίευση ενημέρωση τελευταία dipublikasikan diperbarui diterbitkan tháng năm ngày giờ cập nhật đăng lúc thứ نشر تم تحديث آخر في الساعة م ص פורסם עודכן ב प्रकाशित अपडेट अपडेटेड प्रकाशित: বার: প্রকাশ প্রকাশিত আপডেট เผยแพร่ อัปเดต น เวลา วันที่ 年 月 日 时 時 分 秒 星期 发布 更新 公開 最終 更新日 公開日 投稿日 发布时间 更新时间 發布 發佈 時間 modifica modificato ultima modificata dernière modification publicerat ändrad redigert endra u sati zadnja izmjena posodobljeno ob avaldatud uuendatud kell paskelbta atnaujinta val publicēts atjaunots plkst opublikowana ostatnia o ai ba tư sáu bảy chủ nhật hai sửa terbit pukul tarihinde eklenme saati 년 월 일 시 분 입력 수정 등록 업데이트 오전 오후";

const WORDS: ReadonlySet<string> = new Set([...MONTH_NUMBERS.keys(), ...`${WEEKDAYS} ${SAID}`.split(" ")]);

/** What has a year, or a date in digits. */
const DATE = /\p{Nd}{4}|\p{Nd}[./-]\p{Nd}{1,2}[./-]\p{Nd}/u;

/** The first digits beyond ASCII are Arabic's. */
const MORE_DIGITS = 0x660;

/** May a text hold a date? Most have no digit, which is asked first. */
export function mayBeDate(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const c = text.charCodeAt(i);
		if ((c >= 48 && c <= 57) || c >= MORE_DIGITS) return DATE.test(text);
	}
	return false;
}

/** Is all of a text a date, with what is said of dates? */
export const isDateline = (text: string): boolean =>
	text.length <= MAX_DATELINE &&
	mayBeDate(text) &&
	(text.match(/[\p{L}\p{M}]+/gu) ?? []).every((word) => WORDS.has(word.toLowerCase()));
