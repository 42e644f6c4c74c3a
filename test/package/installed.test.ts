// @module-tag release
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { commandNames } from '../../src/cli/arguments.js';
import { fileEndings, formats, widgets, type Format } from '../../src/publishing/formats.js';
import { root, run } from './packed.js';
import { seeds } from './test-site.js';

// What a newcomer gets from `npm install`: without our lockfile, with the newest dependencies that `package.json` allows. This is the one
// test that needs a registry.
let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'stancekit-installed-'));
  writeFileSync(join(project, 'package.json'), '{"private":true}');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', inject('tarball')], { cwd: project });
  cpSync(join(root, 'seeds'), join(project, 'seeds'), { recursive: true });
  rmSync(join(project, 'seeds', 'dataset.json'));
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

const used = new Set<string>();

/** Runs a command that must succeed, and returns its output. */
function stancekit(command: string, ...args: string[]): { stdout: string; stderr: string } {
  used.add(command);
  const { code, stdout, stderr } = run(project, join(project, 'node_modules', '.bin', 'stancekit'), command, ...args);
  expect(code, stderr).toBe(0);
  return { stdout, stderr };
}

const script = ['--script', '/js/stancekit.js', '--script-file', 'node_modules/stancekit/dist/stancekit.js'];

describe('the package, installed by npm without a lockfile', () => {
  it('has one copy of each of its dependencies', () => {
    const { packages } = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, unknown>;
    };
    const names = Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, ''));
    const own = Object.keys(packageJson.dependencies).toSorted();
    expect(names.filter((name) => own.includes(name)).toSorted()).toEqual(own);
  });

  it('checks and builds the seeds', () => {
    expect(stancekit('check', 'seeds/coding.yaml').stderr).toContain('No problems: 3 sources');
    stancekit('build', 'seeds/coding.yaml', '-o', 'dataset.json');
    expect(readFileSync(join(project, 'dataset.json'), 'utf8')).toBe(seeds.toString());
    stancekit('build', 'seeds/coding.yaml', '--split', '-o', 'split.json');
  });

  it('starts a story', () => {
    const article = ['--outlet', 'Deutsche Welle', '--article', 'seeds/articles/deutsche-welle.txt'];
    stancekit('init', 'iran', '--title', 'Iran', '--lang', 'en', ...article, '--yes');
    expect(stancekit('check', 'iran/coding.yaml').stderr).toContain('No problems: 1 source, 1 article');
  });

  describe.each(widgets)('renders the %s', (widget) => {
    it.each(formats)('as %s', (format) => {
      const more: Partial<Record<Format, readonly string[]>> = {
        iframe: script,
        dsd: script,
        oembed: ['--url', 'https://example.org/frame.html'],
      };
      const output = `story.${widget}${fileEndings[format]}`;
      stancekit(
        ...(['render', 'dataset.json', '--widget', widget, '--as', format, '-o', output] as const),
        ...(more[format] ?? []),
      );
      expect(readFileSync(join(project, output)).length).toBeGreaterThan(300);
    });

    it('as the snippet to paste', () => {
      expect(stancekit('embed', 'split.json', '--widget', widget, '--src', '/split.json', ...script).stdout).toContain(
        'integrity="sha384-',
      );
    });
  });

  const themes = readdirSync(join(root, 'themes'));

  it.each(themes)('finds no problems in the theme %s', (theme) => {
    expect(stancekit('theme-check', join('node_modules', 'stancekit', 'themes', theme)).stderr).toContain(
      'No problems',
    );
  });

  it('has no other command', () => {
    expect([...used].sort()).toEqual(commandNames.toSorted());
  });
});
