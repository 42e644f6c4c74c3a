import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { formats } from '../../src/publishing/formats.js';
import { storyJson } from '../dataset/small-story.js';
import { call, storyFolder } from '../authoring/story-folder.js';
import { attributeOf, elementsOf, byTag } from './rendering.js';

const files = {
  'story.json': JSON.stringify(
    storyJson([
      ['daily', 'ann', 'tax', 'support'],
      ['post', 'bob', 'tax', 'oppose'],
      ['post', '', 'tax', 'oppose'],
    ]),
  ),
  'script.js': 'let x;\n',
};

const headings = {
  ar: 'أين تختلف التغطية',
  de: 'Wo sich die Berichterstattung unterscheidet',
  en: 'Where the coverage differs',
  es: 'Dónde difiere la cobertura',
  fr: 'Où la couverture diffère',
};

const disagreement = ['render', 'story.json', '--widget', 'disagreement', '--as'];

describe('stancekit render --lang', () => {
  test.each(Object.entries(headings))('%s renders in that language', async (tag, heading) => {
    const folder = await storyFolder(files);
    const { exit, stdout, stderr } = await call(folder, [...disagreement, 'html', '--lang', tag]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain(`<figure lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(stdout).toContain(heading);
    const foreign = Object.values(headings).filter((other) => other !== heading && stdout.includes(other));
    expect(foreign).toEqual([]);
  });

  const translated = formats.filter((format) => !['png', 'csv', 'json-ld', 'oembed'].includes(format));

  test.each(translated)('applies to %s too', async (format) => {
    const folder = await storyFolder(files);
    const more =
      format === 'iframe' || format === 'dsd' ? ['--script', '/stancekit.js', '--script-file', 'script.js'] : [];
    const { exit, stdout } = await call(folder, [...disagreement, format, '--lang', 'de-CH', ...more]);
    expect(exit).toBe(0);
    expect(stdout).toContain(headings.de);
    expect(stdout).toContain('lang="de-CH"');
    expect(stdout).not.toContain(headings.en);
  });
});

describe('the language script', () => {
  const page = (lang: string, ...more: readonly string[]) => [
    ...[
      '--widget',
      'disagreement',
      '--lang',
      lang,
      '--src',
      '/story.json',
      '--script',
      'https://cdn.example/v1/s.js?x',
    ],
    ...more,
  ];
  const withFiles = { ...files, 'languages/de.js': 'let de;\n' };
  const sriHash = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;
  const ways = ['embed', 'iframe', 'dsd'] as const;

  /** URL and SRI hash of each external script, and the policy, if there is one. */
  async function scriptsIn(way: (typeof ways)[number], ...argv: readonly string[]) {
    const folder = await storyFolder(withFiles);
    const { exit, stdout, stderr } = await call(folder, [
      ...(way === 'embed' ? [way] : ['render', '--as', way]),
      'story.json',
      ...argv,
    ]);
    expect(exit, stderr).toBe(0);
    const elements = elementsOf(stdout);
    const scripts = byTag(elements, 'script').filter((each) => attributeOf(each, 'src') !== undefined);
    const [policy] = elements.flatMap((each) =>
      attributeOf(each, 'http-equiv') ? [/script-src (.*?) 'sha256/.exec(attributeOf(each, 'content')!)![1]] : [],
    );
    return {
      scripts: scripts.map((each) => [attributeOf(each, 'src'), attributeOf(each, 'integrity')]),
      policy,
      stderr,
    };
  }

  test.each(ways)('comes before the script, with its own SRI hash: %s', async (way) => {
    const { scripts, policy } = await scriptsIn(way, ...page('de-CH', '--script-file', 'script.js'));
    expect(scripts).toEqual([
      ['https://cdn.example/v1/languages/de.js', sriHash('let de;\n')],
      ['https://cdn.example/v1/s.js?x', sriHash('let x;\n')],
    ]);
    expect(policy).toBe(way === 'iframe' ? 'https://cdn.example' : undefined);
  });

  test.each(ways)('can be at another address: %s', async (way) => {
    const { scripts, policy } = await scriptsIn(way, ...page('it', '--language-script', '/it.js'));
    expect(scripts.map(([address]) => address)).toEqual(['/it.js', 'https://cdn.example/v1/s.js?x']);
    expect(policy).toBe(way === 'iframe' ? "https://cdn.example 'self'" : undefined);
  });

  test.each(['en', 'EN-gb', 'it'])('is not added for %s, for which there is no file', async (lang) => {
    for (const way of ways) {
      const { scripts } = await scriptsIn(way, ...page(lang, '--script-file', 'script.js'));
      expect(scripts).toEqual([['https://cdn.example/v1/s.js?x', sriHash('let x;\n')]]);
    }
  });

  test('is named in a note where its SRI hash is unknown', async () => {
    const { scripts, stderr } = await scriptsIn('embed', ...page('fr', '--script-file', 'script.js'));
    expect(scripts[0]).toEqual(['https://cdn.example/v1/languages/fr.js', undefined]);
    expect(stderr).toMatch(
      /The language script https:\/\/cdn\.example\/v1\/languages\/fr\.js has no SRI hash\. {2}hint: Put the folder languages/,
    );
  });
});
