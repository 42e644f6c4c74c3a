import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import vm from 'node:vm';
import { parseSync, Visitor } from 'vite';
import { describe, expect, it } from 'vitest';
import { arabic } from '../../src/wording/arabic.js';
import { english } from '../../src/wording/english.js';
import { french } from '../../src/wording/french.js';
import { german } from '../../src/wording/german.js';
import type { MessagesFactory } from '../../src/wording/language-registry.js';
import { spanish } from '../../src/wording/spanish.js';
import { allTexts } from '../wording/calls.js';

const dist = join(import.meta.dirname, '../../dist');

describe('every text of a built script is that of its source', () => {
  const sources = { ar: arabic, de: german, es: spanish, fr: french } as const;

  /** Runs the script of a language as a page does, in a global scope of its own, and returns what it registers. */
  function registeredBy(tag: string): MessagesFactory {
    const page = vm.createContext({ Intl });
    vm.runInContext(readFileSync(join(dist, 'languages', `${tag}.js`), 'utf8'), page);
    const languages = vm.runInContext("globalThis[Symbol.for('stancekit.languages')]", page) as Map<
      string,
      MessagesFactory
    >;
    expect([...languages.keys()]).toEqual([tag]);
    return languages.get(tag)!;
  }

  it.each(['ar', 'ar-EG', 'de', 'de-AT', 'es', 'es-MX', 'fr', 'fr-CA'])('in %s', (lang) => {
    const tag = lang.slice(0, 2) as keyof typeof sources;
    const texts = allTexts(registeredBy(tag)(lang));
    expect(texts.length).toBeGreaterThan(200);
    expect(texts).toEqual(allTexts(sources[tag](lang)));
  });

  it.each(['stancekit.js', 'stance-matrix.js', 'source-disagreement.js'])('in English, in %s', (file) => {
    const code = readFileSync(join(dist, file), 'utf8');
    const strings = new Set<string>();
    const { program } = parseSync(file, code);
    new Visitor({
      Literal: ({ value }) => typeof value === 'string' && strings.add(value),
      TemplateElement: ({ value }) => strings.add(value.cooked!),
      // As a tag it would see the escapes that the build adds.
      MemberExpression: ({ object, property }) => {
        if (property.type === 'Identifier' && property.name === 'raw') expect(object).toHaveProperty('name', 'String');
      },
    }).visit(program);
    expect([...strings].filter((text) => /\\u[0-9a-f]{4}/.test(text))).toEqual([]);
    const plain = Object.values(english('en')).filter((text) => typeof text === 'string');
    expect(plain.length).toBeGreaterThan(40);
    expect(plain.filter((text) => !strings.has(text))).toEqual([]);
  });
});
