import type { StorybookConfig } from '@storybook/web-components-vite';

/** Nothing here asks the network for anything: no telemetry, no crash reports, no news. */
export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts', '../stories/**/*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // The toolbars of `preview.ts` do these for the page that a publisher has.
  features: { backgrounds: false, measure: false, outline: false, viewport: false, sidebarOnboardingChecklist: false },
  // The pictures of the docs.
  staticDirs: [{ from: '../docs', to: '/docs' }],
  // `light-dark()` stays as it is.
  viteFinal: (config) => ({ ...config, build: { ...config.build, cssTarget: 'esnext', chunkSizeWarningLimit: 3000 } }),
} satisfies StorybookConfig;
