import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './packed.js';
import { TestSite } from './test-site.js';

// The scripts for a script tag: one with both elements, and one for each.
const scripts = [
  { file: 'stancekit.js', elements: ['stance-matrix', 'source-disagreement'], maxSize: 50_000 },
  { file: 'stance-matrix.js', elements: ['stance-matrix'], maxSize: 40_000 },
  { file: 'source-disagreement.js', elements: ['source-disagreement'], maxSize: 38_000 },
] as const;

const bytesOf = (file: string) => readFileSync(join(root, 'dist', file));
const integrityOf = (file: string) => bytesOf(`${file}.integrity`).toString();

const site = new TestSite();
beforeAll(async () => {
  await site.open();
  for (const { file } of scripts) site.serve(`/${file}`, bytesOf(file), { 'content-type': 'text/javascript' });
});
afterAll(() => site.close());

const widgets = ['stance-matrix', 'source-disagreement'] as const;
const both = widgets.map((name) => `<${name} src="/seeds.json"><p>${name} in words.</p></${name}>`).join('');
const tagsOf = (files: readonly string[]) =>
  files.map((file) => `<script nonce="abc" src="/${file}"></script>`).join('');

describe.each(scripts)('$file', ({ file, elements, maxSize }) => {
  it('imports nothing and needs no eval', () => {
    const code = bytesOf(file).toString();
    expect(code).not.toMatch(/\bimport\s*[({'"]|\bfrom\s*["']|\beval\(|new Function\b/);
    expect(code).not.toMatch(/lit\.dev\/msg\/dev-mode|dev-mode/);
  });

  it('says the same in a page of any encoding', () => {
    expect(bytesOf(file).some((byte) => byte > 127)).toBe(false);
  });

  it('stays small', () => {
    expect(gzipSync(bytesOf(file), { level: 9 }).length).toBeLessThanOrEqual(maxSize);
  });

  it('has its hash next to it', () => {
    expect(integrityOf(file)).toBe(`sha384-${createHash('sha384').update(bytesOf(file)).digest('base64')}\n`);
  });

  it('defines and renders its elements, and leaves the fallback of another', async () => {
    const tag = `<script src="/${file}" integrity="${integrityOf(file).trim()}" crossorigin="anonymous"></script>`;
    const visit = await site.visit(tag + both);
    for (const name of elements) await visit.rendered(name);
    for (const name of widgets.filter((name) => !elements.some((element) => element === name)))
      expect(await visit.page.getByText(`${name} in words.`).isVisible()).toBe(true);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

describe('scripts that meet on a page', () => {
  const [kit, matrix, chart] = scripts.map(({ file }) => file) as [string, string, string];
  const combinations = [
    [matrix, chart],
    [chart, matrix],
    [matrix, kit],
    [kit, chart],
    [chart, kit, matrix],
    [matrix, chart, matrix, chart],
  ].map((files) => ({ files, names: files.join(', ') }));

  it.each(combinations)('render both widgets, each defined once: $names', async ({ files }) => {
    const visit = await site.visit(tagsOf(files) + both);
    for (const name of widgets) await visit.rendered(name);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('do so under a strict policy that allows one Trusted Types policy', async () => {
    const policy = `default-src 'none'; script-src 'nonce-abc'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types stancekit`;
    const visit = await site.visit(tagsOf([matrix]) + both, { headers: { 'content-security-policy': policy } });
    await visit.rendered('stance-matrix');
    expect(visit.errors).toEqual([]);
    expect(await visit.violations()).toEqual([]);
    await visit.close();
    const meeting = await site.visit(tagsOf([matrix, chart]) + both, {
      headers: { 'content-security-policy': policy },
    });
    await meeting.rendered('stance-matrix');
    // The second script may not create the policy again: then its fallback stays.
    const second = meeting.page.locator('source-disagreement').locator('h2, [role=alert]');
    const fallback = meeting.page.getByText('source-disagreement in words.');
    await expect.poll(() => second.or(fallback).filter({ visible: true }).count()).toBeGreaterThan(0);
    expect(meeting.errors).toEqual([]);
    await meeting.close();
  });
});
