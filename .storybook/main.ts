import type { StorybookConfig } from '@storybook/web-components-vite';
import { litModules } from '../build/lit-modules.js';

/** Nothing here asks the network for anything: no telemetry, no crash reports, no news. */
export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts', '../stories/**/*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // The toolbars of `preview.ts` do these for the page that a publisher has.
  features: { backgrounds: false, measure: false, outline: false, viewport: false, sidebarOnboardingChecklist: false },
  // What the texts of `docs/` show and lead to; not under `docs`, from where Vite takes the texts themselves.
  staticDirs: [{ from: '../docs', to: '/files' }],
  viteFinal: (config) => ({
    ...config,
    // `light-dark()` stays as it is.
    build: { ...config.build, cssTarget: 'esnext', chunkSizeWarningLimit: 3000 },
    optimizeDeps: {
      ...config.optimizeDeps,
      include: [...(config.optimizeDeps?.include ?? []), ...litModules],
    },
  }),
} satisfies StorybookConfig;
