/** Words before a full stop that does not end a sentence, because a name, a number or more of the sentence follows. */
const byLanguage: Readonly<Record<string, string>> = {
  en: 'Mr Mrs Ms Dr Prof St Gen Sen Rep Gov Lt Col Capt Sgt Maj Adm Rev Hon Jr Jan Feb Aug Sept Oct Nov Dec No vs U.S U.N U.K',
  // Ordinal numbers of days.
  de: '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 Dr Prof Hr Fr St Nr Abs Art bzw ca z.B d.h u.a Jan Feb Aug Sept Okt Nov Dez',
  fr: 'M MM Mme Mlle Dr Pr St n° art p.ex',
  es: 'Sr Sra Srta Dr Dra D Dña Prof Ud Uds núm art EE.UU',
  ar: 'د م أ',
};

/** Returns the abbreviations of a language; none if it is not one of the five. */
export function abbreviations(lang: string): ReadonlySet<string> {
  return new Set((byLanguage[lang.split('-')[0]!.toLowerCase()] ?? '').split(' '));
}
