import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import type { Package } from 'custom-elements-manifest';
import { action } from 'storybook/actions';
import { renderElement, type Tag } from '../stories/render-element.js';
import { argTypesOf } from './arg-types.js';
import { storybookTheme } from './theme.js';
import { withPage, toolbars } from './page.js';
import { snippetOf } from './snippet.js';

/** Written by `npm run manifest`. Not a static import, since types are checked before it exists. */
const [manifest] = Object.values(
  import.meta.glob<Package>('../dist/custom-elements.json', { eager: true, import: 'default' }),
) as [Package];
setCustomElementsManifest(manifest);

/** A dataset is a cyclic graph, so only its first levels are shown. */
const eventLoggers = Object.fromEntries(
  ['stance-load', 'stance-error', 'stance-select'].map((type) => {
    const log = action(type, { depth: 3 });
    return [type, (event: Event) => void log((event as CustomEvent).detail)];
  }),
);

/** Shows the widgets' events in the actions panel. */
const withEventLog: Decorator = (story, { canvasElement }) => {
  for (const [type, log] of Object.entries(eventLoggers)) canvasElement.addEventListener(type, log);
  return story();
};

export default {
  tags: ['autodocs'],
  render: (args, { component }) => renderElement(component as Tag, args),
  decorators: [withPage, withEventLog],
  globalTypes: toolbars,
  initialGlobals: { theme: 'default', scheme: 'light', language: 'en', direction: 'language', width: 'full' },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'none' },
    docs: {
      theme: storybookTheme,
      toc: true,
      codePanel: true,
      extractArgTypes: (tag: string) => argTypesOf(tag, manifest),
      source: {
        transform: (code: string, { component, args }: { component?: string; args: Record<string, unknown> }) =>
          component ? snippetOf(component, args) : code,
      },
    },
    options: {
      storySort: {
        includeNames: true,
        order: [
          'Start here',
          'Stance matrix',
          'Source disagreement',
          'Evidence',
          ['Behind every mark', 'Stance matrix', 'Source disagreement'],
          'Theming',
          ['In your colours', 'Themes', 'Theme page'],
          'Languages',
          ['Docs'],
          'Embedding',
          'Hard cases',
          ['Stance matrix', ['Docs'], 'Source disagreement', ['Docs']],
          'Coding a story',
          'Measures',
          'Reference',
          ['Frameworks', 'Coding format', 'Dataset', 'Command line', 'Accessibility', 'Browser support', 'Security'],
        ],
      },
    },
  },
} satisfies Preview;
