import type { DatasetJson } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/dataset/read-dataset.js';

/** Strings that try to be more than text, wherever markup might take them. */
export const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  `' onmouseover='alert(1)`,
  '" style="position:fixed" x="',
  '<!-- <script> -->',
  '--!><b>',
  ']]><b>',
  '<?xml version="1.0"?>',
  '&lt;b&gt; &amp;amp; &#60;i&#62; &nbsp;',
  '</td></tr></table><h1>',
  '</title></textarea></template><a href=javascript:alert(1)>',
  '<!--lit-part--><!--/lit-part-->',
  "$& $` $' ${7*7} {{7*7}} `",
  '=HYPERLINK("https://evil.example","x")',
  'line\nbreak\ttab',
  '\u202egnitirw\u202c \u2028 \u2029 \u200b',
  '𝒜🤔é שלום',
];

/** Every text field of a dataset holds the string with the name of its field, so that each can be found again. */
export function hostileJson(text: string): DatasetJson {
  const in_ = (field: string) => `${field} ${text} ${field}`;
  return {
    version: 1,
    title: in_('title'),
    description: in_('description'),
    lang: 'en',
    coded: { date: '2021-01-12', by: [in_('coder')], method: in_('method') },
    sources: [
      { id: 'a', name: in_('source'), short: in_('short source') },
      { id: 'b', name: 'Second' },
      { id: 'c', name: 'Third' },
    ],
    articles: [
      {
        id: 'a1',
        source: 'a',
        headline: in_('headline'),
        published: '2021-01-12',
        url: 'https://example.org/a?b=1&c=2#d',
      },
      { id: 'b1', source: 'b' },
      { id: 'c1', source: 'c' },
    ],
    groups: [{ id: 'g', name: in_('group') }],
    speakers: [
      { id: 's', name: in_('speaker'), short: in_('short speaker'), role: in_('role'), group: 'g' },
      { id: 't', name: 'Other' },
    ],
    claims: [{ id: 'k', text: in_('claim'), short: in_('short claim'), topic: in_('topic') }],
    statements: [
      {
        id: 'q',
        article: 'a1',
        claim: 'k',
        stance: 'support',
        voice: 'quoted',
        speaker: 's',
        quote: { exact: in_('quote'), prefix: in_('prefix'), suffix: in_('suffix') },
        translation: { text: in_('translation'), lang: 'de', by: in_('translator') },
        contested: { by: in_('contester'), date: '2021-01-13', note: in_('contest') },
        note: in_('note'),
      },
      { id: 'r', article: 'b1', claim: 'k', stance: 'oppose', voice: 'quoted', speaker: 't', quote: { exact: 'no' } },
      { id: 'u', article: 'c1', claim: 'k', stance: 'oppose', voice: 'outlet', quote: { exact: 'no' } },
    ],
    corrections: [{ date: '2021-01-14', text: in_('correction') }],
  };
}

export function hostileStory(text: string) {
  return readDataset(hostileJson(text));
}

/** The fields that a drawing of each widget shows in words. */
export const shownFields = [
  'source',
  'speaker',
  'claim',
  'quote',
  'translation',
  'translator',
  'contester',
  'contest',
  'note',
  'headline',
  'method',
  'correction',
];
