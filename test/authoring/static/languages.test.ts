import { describe, expect, test } from 'vitest';
import { formats } from '../../../src/authoring/static/formats.js';
import { storyJson } from '../../dataset/small-story.js';
import { call, storyFolder } from '../story-folder.js';

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
  ar: 'أين تفترق التقارير',
  de: 'Wo die Berichte auseinandergehen',
  en: 'Where the reports part ways',
  es: 'Dónde difieren las informaciones',
  fr: 'Où les comptes rendus divergent',
};

const disagreement = ['render', 'story.json', '--widget', 'disagreement', '--as'];

describe('stancekit render --lang', () => {
  test.each(Object.entries(headings))('%s draws in its words', async (tag, heading) => {
    const folder = await storyFolder(files);
    const { exit, stdout, stderr } = await call(folder, [...disagreement, 'html', '--lang', tag]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(stdout).toContain(`<figure lang="${tag}" dir="${tag === 'ar' ? 'rtl' : 'ltr'}">`);
    expect(stdout).toContain(heading);
    const foreign = Object.values(headings).filter((other) => other !== heading && stdout.includes(other));
    expect(foreign).toEqual([]);
  });

  const worded = formats.filter((format) => !['png', 'csv', 'json-ld', 'oembed'].includes(format));

  test.each(worded)('draws in it as %s too', async (format) => {
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
