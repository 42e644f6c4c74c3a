// @module-tag release
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { frameworks, projectOf, viteBuild } from './framework-apps.js';
import { TestSite, seeds, type Visit } from './test-site.js';
import { root, run, Tarball } from './packed.js';

// docs/frameworks.md: its code blocks are the files of these projects.
const site = new TestSite();
let tarball: Tarball;

beforeAll(async () => {
  tarball = new Tarball();
  await site.open();
}, 120_000);

afterAll(async () => {
  await site.close();
  tarball.remove();
});

/** Opens a built page and records its console messages and errors. */
async function open(project: string, fill = ''): Promise<Visit> {
  const out = join(project, 'out');
  const html = readFileSync(join(out, 'index.html'), 'utf8').replace('<main>', () => `<main>${fill}`);
  for (const file of readdirSync(join(out, 'assets')))
    site.serve(`/assets/${file}`, readFileSync(join(out, 'assets', file)), {
      'content-type': 'text/javascript',
    });
  return site.visit(html, {
    setUp: `window.messages = []; for (const level of ['warn', 'error']) console[level] = (...texts) => messages.push(texts.join(' '));`,
  });
}

const opened = (visit: Visit) => visit.page.getByText(/^Statements opened:/).innerText();

/** Returns the warnings and errors of the framework. */
const complaints = async ({ page }: Visit) =>
  (await page.evaluate<string[]>('messages')).filter((text) => !text.startsWith('Lit is in dev mode.'));

/** Opens the quotes of a mark as a reader does. */
async function press({ page }: Visit): Promise<void> {
  await page.locator('stance-matrix').locator('td button:not([aria-current])').first().click();
}

describe.each(Object.keys(frameworks))('%s', (name) => {
  const { checker, wrong, server } = frameworks[name]!;
  let project: string;

  beforeAll(() => {
    project = projectOf(tarball, name);
    viteBuild(project, '--outDir', 'out');
  });

  it('passes the data, changes an attribute, receives events, and can unmount and mount again', async () => {
    const visit = await open(project);
    const { page } = visit;
    const voices = () => page.locator('stance-matrix').getByRole('rowheader').allInnerTexts();
    for (const round of ['first', 'second']) {
      await page.evaluate(`globalThis.stop = app.start(document.querySelector('main'), ${seeds.toString()})`);
      await visit.rendered();
      expect(await page.locator('stance-matrix >> h2').innerText(), round).toContain('Iran and al-Qaida');
      expect(await page.locator('stance-matrix >> [part=footer]').count()).toBe(0);
      expect(await opened(visit)).toBe('Statements opened: 0');

      const before = await voices();
      await page.getByRole('button', { name: 'By name' }).first().click();
      await expect.poll(voices).not.toEqual(before);

      await press(visit);
      await expect.poll(() => opened(visit)).toMatch(/: [1-9]/);
      await page.evaluate('stop()');
      expect(await page.locator('stance-matrix').count()).toBe(0);
    }
    expect(await complaints(visit)).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('compiles in strict TypeScript, which reports every mistake', () => {
    const [program, ...options] = checker;
    const { stdout } = run(project, process.execPath, join(root, 'node_modules', program!), ...options);
    const reported = [...stdout.matchAll(/^(?:\d+ ERROR "([\w.]+)" (\d+):|([\w./]+)\((\d+),)/gm)].map(
      ([, file, line, otherFile, otherLine]) => `${file ?? otherFile}:${line ?? otherLine}`,
    );
    const [file, lines] = wrong ?? ['', []];
    const mistakes = lines.flatMap((line, index) => (/^<s\w+-/.test(line) ? [`${file}:${index + 1}`] : []));
    expect([...new Set(reported)], stdout).toEqual(mistakes);
  }, 120_000);

  if (!server) return;
  it('is rendered on a server with its fallback, and hydrated', async () => {
    viteBuild(project, '--ssr', 'server.js', '--outDir', 'served');
    const command = ['render', join(root, 'seeds/dataset.json'), '--widget', 'matrix', '--as', 'html'];
    const table = run(project, process.execPath, 'node_modules/stancekit/dist/cli/bin.js', ...command).stdout;
    const isReact = name === 'react';
    const props = isReact ? { src: '/seeds.json', table } : { dataset: JSON.parse(seeds.toString()) as object };
    writeFileSync(join(project, 'props.json'), JSON.stringify(props));
    const served = run(
      project,
      process.execPath,
      '--input-type=module',
      '-e',
      `import { readFileSync } from 'node:fs';
       import { render } from './served/server.js';
       process.stdout.write(await render(JSON.parse(readFileSync('props.json', 'utf8'))));`,
    );
    expect(served.stderr).toBe('');

    const bare = await site.visit(served.stdout);
    const fallback = bare.page.locator('stance-matrix').getByText(isReact ? 'Mike Pompeo' : 'in words');
    expect(await fallback.first().isVisible()).toBe(true);
    await bare.close();

    const visit = await open(project, served.stdout);
    await visit.page.evaluate(`app.hydrate(document.querySelector('main'), ${JSON.stringify(props)})`);
    await visit.rendered('stance-matrix >> [part=frame]');
    expect(await visit.page.locator('stance-matrix >> [part=footer]').count()).toBe(0);
    await press(visit);
    await expect.poll(() => opened(visit)).toMatch(/: [1-9]/);
    expect(await complaints(visit)).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});
