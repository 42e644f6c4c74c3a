import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importArticle } from '../../../src/authoring/articles/import-article.js';
import { storyFolder, type Files } from '../story-folder.js';
import { newsPage, servePages } from './page-server.js';

async function importFile(name: string, files: Files) {
  return importArticle(name, await storyFolder(files));
}

describe('a file', () => {
  test('of text is kept as it is, except for line endings', async () => {
    const text = '\ufeffHeadline & “quote”\r\n\r\n  <b>Text</b> of it. \r\n\r\n';
    expect(await importFile('a.txt', { 'a.txt': text })).toEqual({
      text: 'Headline & “quote”\n\n  <b>Text</b> of it.\n',
    });
  });

  test('that is a page is recognised by its name or its start', async () => {
    for (const name of ['a.html', 'a.HTM', 'a.txt', 'a'])
      expect(await importFile(name, { [name]: newsPage() }), name).toMatchObject({
        headline: 'Bridge is safe, says mayor',
      });
  });

  test('may be in a folder above, because nothing is written there', async () => {
    const folder = await storyFolder({ 'downloads/a.txt': 'Text.', 'story/x': '' });
    expect(await importArticle('../downloads/a.txt', join(folder, 'story'))).toEqual({ text: 'Text.\n' });
  });

  test.each<[string, string | Uint8Array, string]>([
    ['that is empty', ' \n', 'is empty'],
    ['with NUL bytes', 'a\0b', 'contains NUL bytes, so it is not text'],
    ['that is not UTF-8', Buffer.from('caf\xe9 noir', 'latin1'), 'is not UTF-8 text: byte 3 (counted from 0) is E9'],
  ])('%s is an error', async (_, content, reason) => {
    expect(await importFile('a.txt', { 'a.txt': content })).toMatchObject({ reason });
  });

  test('that is missing, a folder, or a page of 20 MB is an error', async () => {
    const files = { 'big.html': `${newsPage()}${' '.repeat(20_000_000)}`, 'folder/a.txt': '' };
    expect(await importFile('none.txt', files)).toMatchObject({ reason: 'does not exist' });
    expect(await importFile('a\0.txt', files)).toMatchObject({ reason: 'has a NUL byte in its name' });
    expect(await importFile('folder', files)).toMatchObject({ reason: 'is a folder, not a file' });
    expect(await importFile('big.html', files)).toMatchObject({
      reason: 'is larger than 10 MB, which is the limit for a page',
    });
  });
});

describe('an address', () => {
  const page = newsPage().replace('It is', '\u201cCafé\u201d is');

  test('gives the article and the address after redirects', async () => {
    const address = await servePages(({ url }, response) => {
      if (url === '/old') response.writeHead(301, { location: '/new' }).end();
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    });
    expect(await importArticle(`${address}/old`, '/')).toMatchObject({
      url: `${address}/new`,
      text: expect.stringContaining('“Café” is') as string,
    });
  });

  test.each([
    ['text/html; charset=utf-16le', Buffer.from(page, 'utf16le')],
    [
      'TEXT/HTML;charset="windows-1252"',
      Buffer.from(
        page.replace(/[“”]/gu, (mark) => (mark === '“' ? '\x93' : '\x94')),
        'latin1',
      ),
    ],
    ['text/html', Buffer.from(page)],
    ['application/xhtml+xml', Buffer.from(page)],
  ])('may give a page as %s', async (type, body) => {
    const address = await servePages((_, response) => response.writeHead(200, { 'content-type': type }).end(body));
    expect(await importArticle(address, '/')).toMatchObject({ text: expect.stringContaining('“Café” is') as string });
  });

  test('may give plain text', async () => {
    const address = await servePages((_, response) =>
      response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('One.\r\n\r\n<b>Two.</b>'),
    );
    expect(await importArticle(address, '/')).toEqual({ text: 'One.\n\n<b>Two.</b>\n', url: `${address}/` });
  });

  test.each([
    ['/404', 'cannot be loaded: the server answers with status 404'],
    ['/image', 'is not a web page or text, but “image/png”'],
    ['/untyped', 'is not a web page or text, but of an unknown type'],
    ['/loop', 'redirects without end'],
    ['/big', 'is larger than 0.1 MB, which is the limit for a page'],
    ['/silent', 'did not arrive within 0.5 seconds'],
    ['/slow', 'did not arrive within 0.5 seconds'],
    ['/cut', 'cannot be loaded (UND_ERR_SOCKET)'],
    ['/elsewhere', 'cannot be loaded'],
  ])('%s is an error', async (path, reason) => {
    const address = await servePages(({ url }, response) => {
      if (url === '/404') response.writeHead(404, { 'content-type': 'text/html' }).end(page);
      if (url === '/image') response.writeHead(200, { 'content-type': 'image/png' }).end(page);
      if (url === '/untyped') response.writeHead(200).end(page);
      if (url?.startsWith('/loop')) response.writeHead(302, { location: `${url}x` }).end();
      if (url === '/big') response.writeHead(200, { 'content-type': 'text/html' }).end(page.padEnd(20_000_000));
      if (url === '/slow') response.writeHead(200, { 'content-type': 'text/html' }).write(page);
      if (url === '/cut')
        response.writeHead(200, { 'content-type': 'text/html' }).write(page, () => response.destroy());
      if (url === '/elsewhere') response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    });
    const limits = { maxBytes: 100_000, timeout: path === '/silent' || path === '/slow' ? 500 : 30_000 };
    expect(await importArticle(`${address}${path}`, '/', limits)).toEqual({
      reason,
      hint: expect.stringMatching(/\.$/u) as string,
    });
  });

  test.each([
    ['http://', 'is not a valid address'],
    ['https://me:secret@127.0.0.1/', 'has a user name or password in its address'],
  ])('%s is an error', async (address, reason) => {
    expect(await importArticle(address, '/')).toMatchObject({ reason });
  });

  test('of a server that does not run is an error', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    expect(await importArticle(`http://127.0.0.1:${port}/`, '/')).toMatchObject({
      reason: 'cannot be loaded: the server does not answer',
    });
  });
});
