import { addons } from 'storybook/manager-api';
import { storybookTheme } from './theme.js';

addons.setConfig({
  theme: storybookTheme,
  sidebar: { showRoots: false },
  layoutCustomisations: {
    // The theme page has its own controls and needs the space.
    showPanel: ({ storyId }: { readonly storyId?: string }, shown: boolean) =>
      shown && !storyId?.startsWith('theming-theme-page'),
  },
});
