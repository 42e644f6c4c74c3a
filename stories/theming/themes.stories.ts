import seeds from '../../seeds/dataset.json' with { type: 'json' };
import { both } from '../both.js';

export default {
  title: 'Theming/Themes',
  component: 'stance-matrix',
  tags: ['!autodocs'],
  args: { data: seeds, topic: 'The evidence' },
  render: both,
};

const themed = (theme: string, scheme: 'light' | 'dark') => ({ globals: { theme, scheme } });

/** What a page gets that sets nothing. */
export const Default = themed('default', 'light');

export const DefaultDark = themed('default', 'dark');

/** Ink on ivory, old style faces, rules instead of boxes. */
export const Broadsheet = themed('broadsheet', 'light');

export const BroadsheetDark = themed('broadsheet', 'dark');

/** Black on white, a yellow headline, everything at full volume. */
export const Tabloid = themed('tabloid', 'light');

export const TabloidDark = themed('tabloid', 'dark');

/** Calm blues and plum, round corners, plain type, air. */
export const PublicBroadcaster = themed('public-broadcaster', 'light');

export const PublicBroadcasterDark = themed('public-broadcaster', 'dark');
