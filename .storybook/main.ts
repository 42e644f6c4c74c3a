import type { StorybookConfig } from '@storybook/web-components-vite';
import { litModules } from '../build/lit-modules.js';

/** No network requests: telemetry, crash reports and news are off. */
export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts', '../stories/**/*.mdx'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true, enableCrashReports: false },
  // The toolbars in `preview.ts` replace these.
  features: { backgrounds: false, measure: false, outline: false, viewport: false, sidebarOnboardingChecklist: false },
  // Pictures and files that `docs/` links to. Not served as `docs`, where Vite finds the texts themselves.
  staticDirs: [{ from: '../docs', to: '/files' }],
  viteFinal: (config) => ({
    ...config,
    // Keeps `light-dark()` as it is.
    build: { ...config.build, cssTarget: 'esnext', chunkSizeWarningLimit: 3000 },
    optimizeDeps: {
      ...config.optimizeDeps,
      include: [...(config.optimizeDeps?.include ?? []), ...litModules],
    },
  }),
} satisfies StorybookConfig;
