import { themePage } from './theme-page.js';

/** Change properties, see both widgets in light and dark, see what theme-check reports, and copy the CSS. */
export default { title: 'Theming/Theme page', parameters: { layout: 'fullscreen' } };

/** Starts from the default, one of the three themes, or your own CSS. */
export const ThemePage = { name: 'Theme page', render: () => themePage() };
