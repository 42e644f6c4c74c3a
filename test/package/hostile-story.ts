import type { DatasetJson } from '../../src/dataset/dataset.js';

/**
 * Returns a small story with `text(name)` in every text field. It has everything that makes the widgets show their fields: names with and
 * without a short form, groups, topics, joined quotes, translations, contested statements, outlets' own words, variants, corrections.
 */
export function storyOf(text: (field: string) => string): DatasetJson {
  const exact = text('quote');
  const length = Array.from(exact).length;
  const statement = (id: string, article: string, claim: string, exact: string) =>
    ({ id, article, claim, quote: { exact } }) as const;
  return {
    version: 1,
    title: text('title'),
    description: text('description'),
    lang: 'en',
    coded: { date: '2021-01-12', by: [text('coder')], method: text('method') },
    sources: [
      { id: 'a', name: text('source'), short: text('short source') },
      { id: 'b', name: text('other source') },
      { id: 'c', name: 'Third report' },
    ],
    articles: [
      {
        id: 'a1',
        source: 'a',
        headline: text('headline'),
        published: '2021-01-12',
        url: 'https://example.org/a',
        archive: 'https://example.org/archive',
        lang: 'en',
      },
      { id: 'b1', source: 'b' },
      { id: 'c1', source: 'c', url: 'http://example.org/c#part' },
    ],
    groups: [
      { id: 'g', name: text('group') },
      { id: 'h', name: 'Second group' },
    ],
    speakers: [
      { id: 's', name: text('speaker'), short: text('short speaker'), role: text('role'), kind: 'person', group: 'g' },
      { id: 't', name: text('other speaker'), role: text('other role'), group: 'h' },
    ],
    claims: [
      { id: 'k', text: text('claim'), short: text('short claim'), topic: text('topic') },
      { id: 'l', text: text('other claim'), topic: 'Second topic' },
    ],
    statements: [
      {
        ...statement('q', 'a1', 'k', exact),
        stance: 'support',
        voice: 'quoted',
        speaker: 's',
        quote: {
          exact,
          prefix: text('prefix'),
          suffix: text('suffix'),
          start: 0,
          end: length,
          fragments: [{ start: 0, end: length, joint: text('joint') }],
        },
        translation: { text: text('translation'), lang: 'de', by: text('translator') },
        contested: { by: text('contester'), date: '2021-01-13', note: text('contest') },
        note: text('note'),
      },
      { ...statement('r', 'b1', 'k', text('other quote')), stance: 'oppose', voice: 'reported', speaker: 's' },
      { ...statement('u', 'c1', 'k', 'plainly not'), stance: 'oppose', voice: 'quoted', speaker: 't' },
      { ...statement('v', 'b1', 'l', 'plainly so'), stance: 'support', voice: 'quoted', speaker: 't' },
      { ...statement('w', 'c1', 'l', text('own words')), stance: 'oppose', voice: 'outlet' },
    ],
    order: { speakers: ['t', 's'], claims: ['l', 'k'] },
    variants: [
      { statements: ['q', 'r'], kind: 'same-utterance', differences: [[text('difference'), text('difference')]] },
    ],
    corrections: [{ date: '2021-01-14', text: text('correction') }],
  };
}
