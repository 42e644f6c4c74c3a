import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CodingEdit } from '../../../src/authoring/coding/edit/coding-edit.js';
import { EditError } from '../../../src/authoring/coding/edit/edit-error.js';
import { CodingFile, ConflictError } from '../../../src/workbench/server/coding-file.js';

const start = `title: The bridge # made up
lang: en
sources: []
articles: []
speakers: []
claims:
  - { id: safe, text: The bridge is safe. }
statements: []
`;

let folder: string;
let file: CodingFile;
const onDisk = () => readFile(join(folder, 'coding.yaml'), 'utf8');
const reword = (text: string): CodingEdit => ({ kind: 'set', list: 'claims', index: 0, field: 'text', value: text });
const add = (id: string): CodingEdit => ({
  kind: 'insert',
  list: 'claims',
  index: 1,
  item: { id, text: 'It is old.' },
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stancekit-'));
  await writeFile(join(folder, 'coding.yaml'), start);
  file = new CodingFile(join(folder, 'coding.yaml'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('an act', () => {
  it('is on disk when it is done, and nothing else has changed', async () => {
    const { version } = await file.read();
    const after = await file.apply(version, [reword('It holds.'), add('old')]);
    expect(await onDisk()).toBe(after.text);
    expect(after.text).toBe(start.replace('The bridge is safe. }', 'It holds. }\n  - { id: old, text: It is old. }'));
    expect((await file.read()).version).toBe(after.version);
  });

  it('is all or nothing', async () => {
    const { version } = await file.read();
    await expect(
      file.apply(version, [reword('It holds.'), { kind: 'remove', list: 'claims', index: 7 }]),
    ).rejects.toThrow(EditError);
    expect(await onDisk()).toBe(start);
  });

  it('keeps a byte order mark', async () => {
    await writeFile(join(folder, 'coding.yaml'), `\ufeff${start}`);
    const { version } = await file.read();
    await file.apply(version, [reword('It holds.')]);
    expect(await onDisk()).toBe(`\ufeff${start.replace('The bridge is safe.', 'It holds.')}`);
  });

  it('never overwrites what another program wrote', async () => {
    const { version } = await file.read();
    const theirs = start.replace('made up', 'by somebody else');
    await writeFile(join(folder, 'coding.yaml'), theirs);
    await expect(file.apply(version, [reword('It holds.')])).rejects.toThrow(ConflictError);
    expect(await onDisk()).toBe(theirs);
  });

  it('of two tabs at once: the first is done, the second hears of it', async () => {
    const { version } = await file.read();
    const acts = [file.apply(version, [reword('One.')]), file.apply(version, [reword('Two.')])];
    const [first, second] = await Promise.allSettled(acts);
    expect(first!.status).toBe('fulfilled');
    expect(second).toMatchObject({ status: 'rejected', reason: expect.any(ConflictError) as unknown });
    expect(await onDisk()).toContain('text: One.');
  });
});

describe('undo', () => {
  it('takes any number of acts back, byte for byte, and redo makes them again', async () => {
    const texts = [start];
    let current = await file.read();
    for (const edits of [[reword('One.')], [add('old'), add('new')], [reword('Two.')]]) {
      current = await file.apply(current.version, edits);
      texts.push(current.text);
    }
    for (const text of texts.slice(0, -1).reverse()) {
      current = await file.undo(current.version);
      expect(await onDisk()).toBe(text);
    }
    await expect(file.undo(current.version)).rejects.toThrow('There is nothing to undo.');
    for (const text of texts.slice(1)) {
      current = await file.redo(current.version);
      expect(await onDisk()).toBe(text);
    }
    await expect(file.redo(current.version)).rejects.toThrow('There is nothing to redo.');
  });

  it('after another act leaves nothing to redo', async () => {
    let current = await file.apply((await file.read()).version, [reword('One.')]);
    current = await file.undo(current.version);
    current = await file.apply(current.version, [reword('Two.')]);
    await expect(file.redo(current.version)).rejects.toThrow(EditError);
  });

  it('does not undo in a file that another program has changed', async () => {
    await file.apply((await file.read()).version, [reword('One.')]);
    const theirs = (await onDisk()).replace('made up', 'theirs');
    await writeFile(join(folder, 'coding.yaml'), theirs);
    await expect(file.undo((await file.read()).version)).rejects.toThrow(ConflictError);
    expect(await onDisk()).toBe(theirs);
  });
});

it('a file that is gone, or no text, is said', async () => {
  await rm(join(folder, 'coding.yaml'));
  await expect(file.read()).rejects.toThrow('The coding does not exist.');
  await writeFile(join(folder, 'coding.yaml'), Buffer.from([0xff, 0xfe, 0x00]));
  await expect(file.read()).rejects.toThrow(EditError);
});
