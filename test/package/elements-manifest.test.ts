import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import type { ClassField, CustomElementDeclaration, Package } from 'custom-elements-manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storyJson, type Said } from '../dataset/small-story.js';
import { TestSite, seeds } from './test-site.js';
import { root, run } from './packed.js';

// The manifest is made from comments, which can become outdated: here it is compared with the elements.
const text = readFileSync(join(root, 'dist', 'custom-elements.json'), 'utf8');
const manifest = JSON.parse(text) as Package;
const elements = manifest.modules.flatMap(({ declarations = [] }) => declarations as CustomElementDeclaration[]);
const tags = ['source-disagreement', 'stance-matrix'] as const;

function element(tag: string): CustomElementDeclaration {
  return elements.find(({ tagName }) => tagName === tag)!;
}

function sorted(names: Iterable<string | undefined>): (string | undefined)[] {
  return [...new Set(names)].sort();
}

describe('the custom-elements manifest', () => {
  it('matches its schema', () => {
    const schema = createRequire(import.meta.url)('custom-elements-manifest') as object;
    const ajv = new Ajv({ strict: false });
    expect(ajv.validate(schema, manifest), ajv.errorsText()).toBe(true);
  });

  it('names the two elements, their classes, and where they are registered', () => {
    expect(elements.map(({ name, tagName }) => [name, tagName])).toEqual([
      ['SourceDisagreement', 'source-disagreement'],
      ['StanceMatrix', 'stance-matrix'],
    ]);
    const exported = manifest.modules.flatMap(({ path, exports = [] }) =>
      exports.map(({ kind, name, declaration }) => [path, kind, name, declaration.name]),
    );
    expect(exported).toContainEqual(['dist/index.js', 'js', 'StanceMatrix', 'StanceMatrix']);
    expect(exported).toContainEqual(['dist/define.js', 'custom-element-definition', 'stance-matrix', 'StanceMatrix']);
  });

  it('names modules of the package, by their paths in it', () => {
    const paths = [...text.matchAll(/"(?:path|module)": "([^"]+)"/g)].map(([, path]) => path!);
    expect(sorted(paths)).toEqual([
      'dist/define.js',
      'dist/define/source-disagreement.js',
      'dist/define/stance-matrix.js',
      'dist/elements/source-disagreement.js',
      'dist/elements/stance-matrix.js',
      'dist/index.js',
    ]);
    for (const { path, exports = [] } of manifest.modules) {
      const code = readFileSync(join(root, path), 'utf8');
      // `define.js` imports the modules that define one element each.
      for (const { name, declaration } of exports)
        expect(code.includes(declaration.name) || code.includes(name)).toBe(true);
    }
  });

  it.each(tags)('describes everything of %s, with types that mean something outside TypeScript', (tag) => {
    const { attributes, members, events, slots, cssParts, cssProperties, cssStates } = element(tag);
    const all = [attributes, members, events, slots, cssParts, cssProperties, cssStates].flatMap((each) => each ?? []);
    expect(all.filter(({ description }) => !description)).toEqual([]);
    for (const { type } of [...attributes!, ...(members as ClassField[])])
      expect(type?.text).toMatch(/^(string|boolean|unknown|undefined|'[a-z]+'|\s\|\s)+$/);
    expect(members!.filter(({ privacy }) => privacy === 'private' || privacy === 'protected')).toEqual([]);
    expect(text).not.toContain('inheritedFrom');
  });

  it('gives the events the classes that the package exports', () => {
    for (const { events = [] } of elements) {
      const names = events.map(({ type }) => type.text).join(', ');
      const program = `import { ${names} } from 'stancekit'; console.log([${names}].map((Event) => new Event({}).type).join());`;
      const { stdout } = run(root, process.execPath, '--input-type=module', '-e', program);
      expect(stdout.trim().split(',')).toEqual(events.map(({ name }) => name));
    }
  });
});

describe('in a browser', () => {
  const site = new TestSite();

  beforeAll(() => site.open());
  afterAll(() => site.close());

  const script = '<script src="/stancekit.js"></script>';

  it.each(tags)('%s has the attributes and the properties with their defaults', async (tag) => {
    const { attributes = [], members = [] } = element(tag);
    const visit = await site.visit(script);
    const observed = await visit.page.evaluate(
      (name) => (customElements.get(name) as unknown as { observedAttributes: string[] }).observedAttributes,
      tag,
    );
    // Every HTML element has `lang`; ours read it too.
    expect(sorted([...observed, 'lang'])).toEqual(sorted(attributes.map(({ name }) => name)));
    const defaults = (members as ClassField[]).map((member) => [member.name, member.default]);
    const differing = await visit.page.evaluate(
      ([name, texts]) => {
        const fresh = document.createElement(name) as unknown as Record<string, unknown>;
        return texts.filter(([property, value]) => !(property! in fresh) || fresh[property!] !== (0, eval)(value!));
      },
      [tag, defaults] as const,
    );
    expect(differing).toEqual([]);
    await visit.close();
  });

  const { statements, ...rest } = JSON.parse(seeds.toString()) as {
    statements: { stance: string }[];
    claims: { id: string }[];
  };
  const ofAllSides = statements.map((each, index) => ({
    ...each,
    stance: ['support', 'oppose', 'neutral'][index % 3],
  }));

  it.each([
    [
      'stance-matrix',
      [
        '<stance-matrix src="/seeds.json"></stance-matrix>',
        '<stance-matrix src="/seeds.json" layout="list"></stance-matrix>',
        '<stance-matrix src="/sides.json"></stance-matrix>',
        '<stance-matrix src="/large.json"></stance-matrix>',
        '<stance-matrix src="/nowhere.json"></stance-matrix>',
      ],
    ],
    [
      'source-disagreement',
      [
        '<source-disagreement src="/seeds.json" view="positions"></source-disagreement>',
        '<source-disagreement src="/seeds.json" view="counts"></source-disagreement>',
        '<source-disagreement src="/seeds.json" view="pairs"></source-disagreement>',
        '<source-disagreement src="/sides.json"></source-disagreement>',
        '<source-disagreement src="/nowhere.json"></source-disagreement>',
      ],
    ],
  ] as const)('%s renders the parts, and reads the custom properties', async (tag, stories) => {
    const large = Array.from({ length: 1600 }, (_, index): Said => [
      'daily',
      `speaker-${index % 40}`,
      `claim-${Math.floor(index / 40)}`,
      'support',
    ]);
    site.serve('/large.json', JSON.stringify(storyJson(large)));
    site.serve('/sides.json', JSON.stringify({ ...rest, statements: ofAllSides }));
    const visit = await site.visit(`${script}${stories.join('')}`);
    const { page } = visit;
    await page.waitForFunction(
      (count) => (globalThis as unknown as { stanceEvents: unknown[] }).stanceEvents.length >= count,
      stories.length,
    );
    if (tag === 'stance-matrix') {
      await page.locator(`${tag} >> [part~=mark]`).first().hover();
      await page.locator(`${tag} >> [part~=preview]`).first().waitFor();
    }
    // Only one claim of the chart is open at a time.
    const parts = await page.locator(tag).evaluateAll(
      async (nodes, claims) => {
        const found: string[] = [];
        const look = ({ shadowRoot }: Element) => {
          for (const { part } of shadowRoot!.querySelectorAll('[part]')) found.push(...part);
        };
        for (const node of nodes as unknown as (Element & { selected?: string; updateComplete: Promise<boolean> })[]) {
          await node.updateComplete;
          look(node);
          for (const claim of node.localName === 'source-disagreement' ? claims : []) {
            node.selected = claim;
            await node.updateComplete;
            look(node);
          }
        }
        return found;
      },
      rest.claims.map(({ id }) => id),
    );
    expect(sorted(parts)).toEqual(sorted(element(tag).cssParts!.map(({ name }) => name)));

    const read = await page
      .locator(tag)
      .first()
      .evaluate((node) => {
        const root = node.shadowRoot!;
        const sheets = [...root.adoptedStyleSheets, ...root.styleSheets];
        const css = sheets.flatMap(({ cssRules }) => [...cssRules].map(({ cssText }) => cssText)).join('\n');
        return [...css.matchAll(/var\(\s*(--(?!_)[\w-]+)/g)].map(([, name]) => name!);
      });
    expect(sorted(read)).toEqual(sorted(element(tag).cssProperties!.map(({ name }) => name)));
    await visit.close();
  });

  it.each(tags)('%s can be in each of the states', async (tag) => {
    site.handle('/never.json', () => undefined);
    site.serve('/empty.json', JSON.stringify({ ...rest, statements: [], variants: [] }));
    const sources = { loading: '/never.json', error: '/nowhere.json', empty: '/empty.json' };
    expect(sorted(element(tag).cssStates!.map(({ name }) => name))).toEqual(sorted(Object.keys(sources)));
    const visit = await site.visit(
      `${script}<${tag} id="ready" src="/seeds.json"></${tag}>` +
        Object.entries(sources)
          .map(([state, src]) => `<${tag} id="${state}" src="${src}"></${tag}>`)
          .join(''),
    );
    await visit.rendered(tag);
    for (const state of Object.keys(sources)) await visit.page.locator(`#${state}:state(${state})`).waitFor();
    for (const state of Object.keys(sources)) expect(await visit.page.locator(`:state(${state})`).count()).toBe(1);
    await visit.close();
  });
});
