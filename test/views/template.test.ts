import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { html, nothing, svg, verbatim, type Content } from '../../src/views/template.js';

const root = join(import.meta.dirname, '..', '..', 'src');

const files = ['views', 'elements'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [`${folder}/${name}`, readFileSync(join(root, folder, name), 'utf8')] as const),
);

const markupOf = (content: Content) => collectResultSync(render(content)).replaceAll(/<!--.*?-->|<\?>/g, '');

/** The templates of a file: the static text of each, with its expressions left out. */
function templatesIn(name: string, text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && /^(html|svg)$/.test(node.tag.text)) {
      const { template } = node;
      found.push(
        ts.isNoSubstitutionTemplateLiteral(template)
          ? template.text
          : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)].join('${}'),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  return found;
}

describe('the sources of elements and views', () => {
  it('turn no text into markup but through templates', () => {
    const sinks =
      /unsafe(HTML|SVG|MathML|Static)|static-html|innerHTML|outerHTML|insertAdjacentHTML|setHTML|parseFromString|createContextualFragment|document\.write/;
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter(([, text]) => sinks.test(text)).map(([name]) => name)).toEqual([]);
    expect(sinks.test("import { unsafeHTML } from 'lit/directives/unsafe-html.js'")).toBe(true);
  });

  it('use the templates that isolate text, which are made in one file', () => {
    const direct = files.filter(([, text]) => /import \{[^}]*\b(html|svg)\b[^}]*\} from 'lit'/.test(text));
    // The other two render an empty slot and a probe.
    expect(direct.map(([name]) => name).sort()).toEqual([
      'elements/define.ts',
      'elements/stance-element.ts',
      'views/template.ts',
    ]);
  });

  it('have no style attribute and no inline handler, which a strict content security policy blocks', () => {
    const templates = files.flatMap(([name, text]) =>
      templatesIn(name, text).map((template) => [name, template] as const),
    );
    expect(templates.length).toBeGreaterThan(100);
    const blocked = /\s(style|on\w+)\s*=/;
    expect(templates.filter(([, template]) => blocked.test(template))).toEqual([]);
    expect(blocked.test('<i style="color:red">')).toBe(true);
  });
});

describe('a text in a template', () => {
  it('cannot begin or end anything', () => {
    const text = `</p><img src=x onerror="alert('1')">&amp;`;
    const markup = markupOf(html`<p title="${text}">${text}</p>`);
    expect(markup).not.toMatch(/<img|<\/p>.*<\/p>/);
    expect(markup).toContain('&lt;/p&gt;&lt;img src=x onerror=&quot;');
  });

  it('is isolated where its direction controls could reorder what is around it, but not a verbatim one', () => {
    const open = '\u202eabc';
    const isolated = `\u2068${open}\u2069`;
    expect(markupOf(html`<p>${open} ${'plain'} ${'שלום'}</p>`)).toBe(`<p>${isolated} plain שלום</p>`);
    expect(markupOf(html`<p title="${open}">${['a', [open]]}</p>`)).toBe(`<p title="${isolated}">a${isolated}</p>`);
    expect(markupOf(svg`<text>${open}</text>`)).toBe(`<text>${isolated}</text>`);
    expect(markupOf(html`<mark>${verbatim(open)}</mark>`)).toBe(`<mark>${open}</mark>`);
  });

  it('is not isolated in an address, which would then lead elsewhere', () => {
    const address = 'https://example.org/\u202eabc';
    expect(markupOf(html`<a title="a" href="${address}">${'\u202e'}</a>`)).toBe(
      `<a title="a" href="${address}">\u2068\u202e\u2069</a>`,
    );
  });

  it('is nothing where there is nothing; false does not compile', () => {
    expect(markupOf(html`<p>${undefined}${nothing}${[]}${0}${''}</p>`)).toBe('<p>0</p>');
    // @ts-expect-error: Lit would print “false”.
    expect(markupOf(html`<p>${false}</p>`)).toBe('<p>false</p>');
  });
});
