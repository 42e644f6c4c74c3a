import seeds from '../../seeds/dataset.json' with { type: 'json' };
import { renderBoth } from '../render-element.js';

export default {
  title: 'Theming/Themes',
  component: 'stance-matrix',
  tags: ['!autodocs'],
  args: { data: seeds, topic: 'The evidence' },
  render: renderBoth,
};

const withTheme = (theme: string, scheme: 'light' | 'dark') => ({ globals: { theme, scheme } });

/** Without a theme. */
export const Default = withTheme('default', 'light');

export const DefaultDark = withTheme('default', 'dark');

/** Ink on ivory, old-style typefaces, rules instead of boxes. */
export const Broadsheet = withTheme('broadsheet', 'light');

export const BroadsheetDark = withTheme('broadsheet', 'dark');

/** Black on white, a yellow headline, loud. */
export const Tabloid = withTheme('tabloid', 'light');

export const TabloidDark = withTheme('tabloid', 'dark');

/** Calm blues and plum, rounded corners, plain type, generous spacing. */
export const PublicBroadcaster = withTheme('public-broadcaster', 'light');

export const PublicBroadcasterDark = withTheme('public-broadcaster', 'dark');
