import { create } from 'storybook/theming';

const fontBase = "system-ui, 'Noto Sans', sans-serif";
const fontCode = "ui-monospace, 'Noto Sans Mono', monospace";

/** Storybook's own colours and fonts: plain, so that nothing competes with the widgets. */
export const storybookTheme = create({
  base: 'light',
  brandTitle: 'Stancekit',
  brandTarget: '_self',
  fontBase,
  fontCode,
  colorPrimary: '#1b6ca8',
  colorSecondary: '#1b6ca8',
  appBg: '#f6f7f9',
  appContentBg: '#ffffff',
  appPreviewBg: '#ffffff',
  appBorderColor: '#dfe2e6',
  appBorderRadius: 4,
  textColor: '#1c2024',
  textMutedColor: '#5d646c',
  barTextColor: '#5d646c',
  barBg: '#ffffff',
  inputBorderRadius: 3,
});
