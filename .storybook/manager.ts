import { addons } from 'storybook/manager-api';
import { look } from './look.js';

addons.setConfig({
  theme: look,
  sidebar: { showRoots: false },
  layoutCustomisations: {
    // The theme page has knobs of its own, and needs the room.
    showPanel: ({ storyId }: { readonly storyId?: string }, shown: boolean) =>
      shown && !storyId?.startsWith('theming-theme-page'),
  },
});
