import seeds from '../seeds/dataset.json' with { type: 'json' };
import { both } from './both.js';
import { arabicStory } from './story-data.js';

export default {
  title: 'Languages',
  component: 'stance-matrix',
  tags: ['!autodocs'],
  args: { data: seeds, topic: 'The evidence' },
  render: both,
};

const spoken = (language: string) => ({ globals: { language } });

export const German = spoken('de');

export const French = spoken('fr');

export const Spanish = spoken('es');

/** Around an English story: the layout is mirrored, and every name and quote keeps its own direction. */
export const Arabic = spoken('ar');

/** An Arabic story in an Arabic page. */
export const ArabicStory = { ...spoken('ar'), args: { data: arabicStory(), topic: '' } };

/** English with accents, in brackets, and longer by a third: what is not in brackets was written past the wording. */
export const PseudoLanguage = spoken('en-XA');

/** Hebrew is not in the kit: the words stay English, in the direction of the page. */
export const LanguageWithoutWords = { globals: { language: 'he', direction: 'rtl' } };
