import { themePage } from './theme-page.js';

/** Turn the properties, see both widgets in light and dark, hear what theme-check says, and take the CSS along. */
export default { title: 'Theming/Theme page', parameters: { layout: 'fullscreen' } };

/** From the default or one of the three themes to your own. */
export const ThemePage = { name: 'Theme page', render: () => themePage() };
