import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** Serves pages on this machine until the test is over. Returns the address without a slash at the end. */
export async function servePages(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const sentence =
  'The mayor said on Tuesday that the bridge, which was built in 1931, is safe, and that she crosses it every day. ';

/** A page as news sites have it, with an article of five paragraphs. */
export function newsPage({
  head = '',
  before = '',
  lead = 'It is “safe &amp; sound”, caf&eacute; owners agree.',
} = {}): string {
  return `<!DOCTYPE html><html lang="en-GB"><head><title>Bridge is safe, says mayor | The Gazette</title>${head}</head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav>${before}
<article><h1>Bridge is safe, says mayor</h1><p>${lead}</p>
${[1, 2, 3, 4].map((number) => `<p>Number ${number}. ${sentence.repeat(2)}</p>`).join('\n')}
<script>alert('script')</script></article>
<footer>Copyright. <a href="/terms">Terms</a></footer></body></html>`;
}
