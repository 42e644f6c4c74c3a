import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import type { Package } from 'custom-elements-manifest';
import { action } from 'storybook/actions';
import { draw, type Tag } from '../stories/draw.js';
import { argTypesOf } from './arg-types.js';
import { look } from './look.js';
import { onPage, toolbars } from './page.js';
import { snippetOf } from './snippet.js';

/** `npm run build` writes it; found so and not imported, for types are checked before. */
const [manifest] = Object.values(
  import.meta.glob<Package>('../dist/custom-elements.json', { eager: true, import: 'default' }),
) as [Package];
setCustomElementsManifest(manifest);

/** A dataset in an event is a graph that leads back to itself: its first levels are shown. */
const heard = Object.fromEntries(
  ['stance-load', 'stance-error', 'stance-select'].map((type) => {
    const tell = action(type, { depth: 3 });
    return [type, (event: Event) => void tell((event as CustomEvent).detail)];
  }),
);

/** Every event of the widgets, in the panel of actions. */
const hearing: Decorator = (story, { canvasElement }) => {
  for (const [type, hear] of Object.entries(heard)) canvasElement.addEventListener(type, hear);
  return story();
};

export default {
  tags: ['autodocs'],
  render: (args, { component }) => draw(component as Tag, args),
  decorators: [onPage, hearing],
  globalTypes: toolbars,
  initialGlobals: { theme: 'default', scheme: 'light', language: 'en', direction: 'language', width: 'full' },
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    controls: { expanded: true, sort: 'none' },
    docs: {
      theme: look,
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
