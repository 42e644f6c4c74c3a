// Serves the project's folder with the demo in it and prints its address.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { preview } from 'vite';
import { madePage } from './made-page.mjs';

/** The policy of the documentation, for the one page that is served under it. */
const policy = (/** @type {string} */ nonce) =>
  `default-src 'none'; script-src 'nonce-${nonce}'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types stancekit`;

/** @type {import('vite').Plugin} */
const demo = {
  name: 'demo',
  configurePreviewServer({ middlewares }) {
    middlewares.use((request, response, next) => {
      const asked = /^\/demo\/([a-z-]+\.(?:html|xml))?(?:\?|$)/.exec(request.url ?? '');
      const name = asked?.[1] ?? 'index.html';
      const file = `demo/${name}`;
      if (!asked || !existsSync(file)) return next();
      madePage(file).then((made) => {
        const nonce = name === 'strict-policy.html' ? randomBytes(16).toString('base64') : undefined;
        if (nonce) response.setHeader('content-security-policy', policy(nonce));
        response.setHeader('content-type', name.endsWith('xml') ? 'application/xml' : 'text/html; charset=utf-8');
        // As a site does that has a policy with a nonce: it puts this answer's into the script tags.
        response.end(nonce ? made.replaceAll('<script src', `<script nonce="${nonce}" src`) : made);
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
console.log(`\nThe demo article: ${root}demo/\nEvery way into a page: ${root}demo/ways.html\n(Ctrl+C ends it.)`);
