import type { Decorator, Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import '../src/languages/ar.js';
import '../src/languages/de.js';
import '../src/languages/es.js';
import '../src/languages/fr.js';
import { addLanguage } from '../src/wording/language-registry.js';
import { messagesFor } from '../src/wording/messages-for.js';
import { pseudo, pseudoTag } from '../test/wording/pseudo.js';
import broadsheet from '../themes/broadsheet.css?raw';
import publicBroadcaster from '../themes/public-broadcaster.css?raw';
import tabloid from '../themes/tabloid.css?raw';
import './page.css';

addLanguage(pseudoTag, pseudo);

const themes = { broadsheet, tabloid, 'public-broadcaster': publicBroadcaster };

const styleElement = document.createElement('style');
styleElement.textContent = Object.entries(themes)
  .map(([name, css]) => `[data-theme='${name}'] { ${css} }`)
  .join('\n');
document.head.append(styleElement);

const schemes = { system: 'light dark', light: 'light', dark: 'dark' };

/** The toolbar settings for the page around a story. */
export interface PageGlobals {
  readonly theme: string;
  readonly scheme: keyof typeof schemes;
  readonly language: string;
  readonly direction: 'language' | 'ltr' | 'rtl';
  readonly width: string;
}

export const toolbars = {
  theme: toolbar('Theme', 'paintbrush', {
    default: 'Default theme',
    broadsheet: 'Broadsheet',
    tabloid: 'Tabloid',
    'public-broadcaster': 'Public broadcaster',
  }),
  scheme: toolbar('Colour scheme of the page', 'mirror', { system: 'System', light: 'Light', dark: 'Dark' }),
  language: toolbar('Language of the page', 'globe', {
    en: 'English',
    de: 'Deutsch',
    fr: 'Français',
    es: 'Español',
    ar: 'العربية',
    [pseudoTag]: 'Pseudo-language',
  }),
  direction: toolbar('Direction, independent of the language', 'transfer', {
    language: 'From the language',
    ltr: 'Left to right',
    rtl: 'Right to left',
  }),
  width: toolbar('Width of the column', 'grow', {
    '360px': '360 px',
    '800px': '800 px',
    '1200px': '1200 px',
    full: 'Full width',
  }),
};

type Icon = NonNullable<NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']>['icon']>;

function toolbar(description: string, icon: Icon, titles: Readonly<Record<string, string>>) {
  const items = Object.entries(titles).map(([value, title]) => ({ value, title }));
  return { description, toolbar: { title: description, icon, items, dynamicTitle: true } };
}

/** Registers a language with the opposite direction, to check the mirrored layout with readable text. Returns its tag. */
function reversedTag(tag: string, direction: 'ltr' | 'rtl'): string {
  const messages = messagesFor(tag);
  const newTag = `${tag}-x-${direction}`;
  addLanguage(newTag, () => ({ ...messages, direction }));
  return newTag;
}

/** Puts a story on a publisher's page with the toolbar settings. */
export const withPage: Decorator = (story, { globals, viewMode }) => {
  const { theme, scheme, language, direction, width } = globals as unknown as PageGlobals;
  const messages = messagesFor(language);
  const isTranslated = messages.lang.split('-')[0] === language.split('-')[0];
  const actualDirection = direction === 'language' ? messages.direction : direction;
  return html`<div
    class="page ${viewMode}"
    data-theme=${theme}
    lang=${isTranslated && actualDirection !== messages.direction ? reversedTag(language, actualDirection) : language}
    dir=${actualDirection}
    style=${styleMap({ 'color-scheme': schemes[scheme] })}
  >
    <div class="column" style=${styleMap({ 'max-width': width === 'full' ? null : width })}>${story()}</div>
  </div>`;
};
