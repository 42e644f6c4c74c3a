// Serves the project's folder with the demo article in it and prints its address.
import { preview } from 'vite';

const server = await preview({
  configFile: false,
  appType: 'mpa',
  logLevel: 'error',
  build: { outDir: '.' },
  preview: { port: Number(process.env.PORT ?? 4173) },
});

const [root] = server.resolvedUrls?.local ?? [];
console.log(`\nThe demo article: ${root}demo/\n(Ctrl+C ends it.)`);
