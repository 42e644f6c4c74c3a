import type { StorybookConfig } from '@storybook/web-components-vite';

/** Pre-bundled, so that the first page of a fresh checkout does not reload. */
const litModules = [
  'lit',
  'lit/directive.js',
  'lit/directives/style-map.js',
  'lit/static-html.js',
  '@lit/reactive-element',
];

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
