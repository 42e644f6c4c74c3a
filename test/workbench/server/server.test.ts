import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { CodingFile } from '../../../src/workbench/server/coding-file.js';
import { startWorkbench, type Workbench } from '../../../src/workbench/server/server.js';
import type { Story } from '../../../src/workbench/story.js';

let folder: string;
let workbench: Workbench;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stancekit-'));
  await cp('seeds', folder, { recursive: true });
  const page = new Map([['', { type: 'text/html', content: '<!doctype html><title>Workbench</title>' }]]);
  workbench = await startWorkbench(new CodingFile(join(folder, 'coding.yaml')), page);
});
afterEach(async () => {
  await workbench.close();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Sends a request as any program can: with any path, byte for byte, and any headers. */
function send(path: string, body?: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const { host, hostname, port, pathname } = new URL(workbench.address);
  const own = body === undefined ? {} : { origin: `http://${host}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        hostname,
        port,
        path: path.startsWith('/') ? path : pathname + path,
        method: body === undefined ? 'GET' : 'POST',
        headers: { ...own, ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

const story = async () => JSON.parse((await send('story')).body) as Story;
const post = (path: string, value: unknown) => send(path, JSON.stringify(value));
const onDisk = () => readFile(join(folder, 'coding.yaml'), 'utf8');
const reword = { kind: 'set', list: 'claims', index: 0, field: 'short', value: 'Reworded' };

describe('the workbench', () => {
  it('serves its page under a policy that allows nothing from elsewhere', async () => {
    const { status, headers, body } = await send('');
    expect(status).toBe(200);
    expect(body).toContain('<title>Workbench');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*frame-ancestors 'none'/);
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff' });
  });

  it('serves the story and the text of each article', async () => {
    const { statements, articles } = await story();
    expect(statements).toHaveLength(129);
    const { body, headers } = await send(`articles/${articles[0]!.id}`);
    expect(body).toBe(await readFile(join(folder, 'articles/deutsche-welle.txt'), 'utf8'));
    expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  });

  it('writes an edit before it answers with the new story, and takes it back', async () => {
    const before = await onDisk();
    const { version } = await story();
    const edited = await post('edits', { version, edits: [reword] });
    expect(edited.status).toBe(200);
    expect(await onDisk()).toContain('short: Reworded');
    const after = JSON.parse(edited.body) as Story;
    expect(after.claims[0]!.short).toBe('Reworded');
    expect((await post('undo', { version: after.version })).status).toBe(200);
    expect(await onDisk()).toBe(before);
    expect((await post('redo', { version })).status).toBe(200);
    expect(await onDisk()).toContain('short: Reworded');
  });

  it('refuses an edit of a version that another program has replaced, and says so', async () => {
    const { version } = await story();
    const theirs = `${await onDisk()}# theirs\n`;
    await writeFile(join(folder, 'coding.yaml'), theirs);
    const { status, body } = await post('edits', { version, edits: [reword] });
    expect([status, body]).toEqual([409, 'The coding was changed by another program or tab.']);
    expect(await onDisk()).toBe(theirs);
  });

  it('says why an edit is impossible', async () => {
    const { version } = await story();
    const { status, body } = await post('edits', { version, edits: [{ ...reword, index: 999 }] });
    expect([status, body]).toEqual([422, 'There is no item 999 in “claims”.']);
  });

  it('tells every open page of a change', async () => {
    const response = await fetch(`${workbench.address}changes`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('\n');
    workbench.announceChange();
    expect((await reader.read()).value).toBe('data:\n\n');
    await reader.cancel();
  });
});

describe('nobody else', () => {
  it.each([
    ['without the token', '/story'],
    ['with a wrong token', '/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/story'],
  ])('gets anything %s', async (_, path) => {
    const { status, body } = await send(path);
    expect(status).toBe(403);
    expect(body).not.toContain('Pompeo');
  });

  it('gets anything by a name that was bound to this machine, or from a page elsewhere', async () => {
    const { version } = await story();
    const { port } = new URL(workbench.address);
    const edit = JSON.stringify({ version, edits: [reword] });
    for (const headers of [
      { host: `evil.example:${port}` },
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ]) {
      expect((await send('story', undefined, headers)).status).toBe(403);
      expect((await send('edits', edit, headers)).status).toBe(403);
    }
    expect((await send('edits', edit, { 'content-type': 'text/plain' })).status).toBe(403);
    expect((await story()).version).toBe(version);
  });

  test.each([
    'articles/../coding.yaml',
    'articles/..%2fcoding.yaml',
    'articles/%2e%2e/coding.yaml',
    'articles//etc/passwd',
    'articles/deutsche-welle.txt',
    'coding.yaml',
    'articles/dw-1%00',
    'edits',
  ])('%s is no file of the disk', async (path) => {
    const { status, body } = await send(path);
    expect(status).toBe(404);
    expect(body).not.toMatch(/title:|root:/);
  });

  test.each([
    ['no JSON', '{'],
    ['no version', '{"edits":[]}'],
    ['no list', '{"version":"x","edits":{}}'],
    ['another list', '{"version":"x","edits":[{"kind":"remove","list":"title","index":0}]}'],
    ['a list of the prototype', '{"version":"x","edits":[{"kind":"remove","list":"__proto__","index":0}]}'],
    ['an odd index', '{"version":"x","edits":[{"kind":"remove","list":"claims","index":-1}]}'],
    ['another kind', '{"version":"x","edits":[{"kind":"drop","list":"claims","index":0}]}'],
    [
      'a value that is no text',
      '{"version":"x","edits":[{"kind":"set","list":"claims","index":0,"field":"text","value":1}]}',
    ],
    [
      'a field that is no name',
      '{"version":"x","edits":[{"kind":"set","list":"claims","index":0,"field":"a: b","value":""}]}',
    ],
    ['far too much', `{"version":"${'x'.repeat(1_000_001)}"}`],
  ])('%s is not an edit', async (_, body) => {
    expect(await send('edits', body)).toMatchObject({ status: 400, body: 'This is not an edit.' });
  });
});
