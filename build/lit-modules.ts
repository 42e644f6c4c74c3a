/**
 * The modules of Lit that we or Storybook import, for Vite's `optimizeDeps`. Left out, one is found during a run, which reloads the page, or
 * is served unbundled next to the bundled ones, which loads Lit twice.
 */
export const litModules = [
  'lit',
  'lit/async-directive.js',
  'lit/decorators.js',
  'lit/directive.js',
  'lit/directive-helpers.js',
  'lit/directives/*.js',
  'lit/static-html.js',
  '@lit/reactive-element',
];
