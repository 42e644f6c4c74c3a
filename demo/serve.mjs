// Serves the project folder with the demo pages and prints their URLs.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import compression from 'compression';
import { preview } from 'vite';
import { renderPage } from './render-page.mjs';

/** The content security policy of the documentation, for the page that is served with it. */
const policy = (/** @type {string} */ nonce) =>
  `default-src 'none'; script-src 'nonce-${nonce}'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types stancekit`;

/** @type {import('vite').Plugin} */
const demo = {
  name: 'demo',
  configurePreviewServer({ middlewares }) {
    // As sites do; measurements of the demo would mean little without it.
    middlewares.use(compression());
    middlewares.use((request, response, next) => {
      const match = /^\/demo\/([a-z-]+\.(?:html|xml))?(?:\?|$)/.exec(request.url ?? '');
      const name = match?.[1] ?? 'index.html';
      const file = `demo/${name}`;
      if (!match || !existsSync(file)) return next();
      renderPage(file).then((page) => {
        const nonce = name === 'strict-policy.html' ? randomBytes(16).toString('base64') : undefined;
        if (nonce) response.setHeader('content-security-policy', policy(nonce));
        response.setHeader('content-type', name.endsWith('xml') ? 'application/xml' : 'text/html; charset=utf-8');
        // Like any site with such a policy, adds the nonce of this response to the script tags.
        response.end(nonce ? page.replaceAll('<script src', `<script nonce="${nonce}" src`) : page);
      }, next);
    });
  },
};

const server = await preview({
  configFile: false,
  appType: 'mpa',
  logLevel: 'error',
  plugins: [demo],
  build: { outDir: '.' },
  preview: { port: Number(process.env.PORT ?? 4173) },
});

const [root] = server.resolvedUrls?.local ?? [];
console.log(`\nThe demo article: ${root}demo/\nAll ways to embed: ${root}demo/ways.html\n(Press Ctrl+C to stop.)`);
