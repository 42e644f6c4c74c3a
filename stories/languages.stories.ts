import seeds from '../seeds/dataset.json' with { type: 'json' };
import { renderBoth } from './render-element.js';
import { arabicStory } from './story-data.js';

export default {
  title: 'Languages',
  component: 'stance-matrix',
  tags: ['!autodocs'],
  args: { data: seeds, topic: 'The evidence' },
  render: renderBoth,
};

const inLanguage = (language: string) => ({ globals: { language } });

export const German = inLanguage('de');

export const French = inLanguage('fr');

export const Spanish = inLanguage('es');

/** An English story on an Arabic page: the layout is mirrored, names and quotes keep their own direction. */
export const Arabic = inLanguage('ar');

/** An Arabic story on an Arabic page. */
export const ArabicStory = { ...inLanguage('ar'), args: { data: arabicStory(), topic: '' } };

/** English with accents, in brackets, and a third longer. Text outside brackets does not come from the messages. */
export const PseudoLanguage = inLanguage('en-XA');

/** There is no Hebrew translation, so messages are in English, in the direction of the page. */
export const UntranslatedLanguage = { globals: { language: 'he', direction: 'rtl' } };
