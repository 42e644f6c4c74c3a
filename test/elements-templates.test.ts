import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { attribute, html } from '../src/views/html.js';

const folder = join(import.meta.dirname, '..', 'src', 'elements');
const files = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);

/** What is put into a template inside a tag, outside quotation marks. */
function bareValues(name: string, text: string): readonly string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(html|svg)$/.test(node.tag.getText(file))) {
      if (ts.isTemplateExpression(node.template)) found.push(...bareIn(node.template, file));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function bareIn({ head, templateSpans }: ts.TemplateExpression, file: ts.SourceFile): readonly string[] {
  let isInTag = false;
  let quote = '';
  const read = (text: string) => {
    for (const sign of text) {
      if (quote) quote = sign === quote ? '' : quote;
      else if (isInTag && (sign === '"' || sign === "'")) quote = sign;
      else if (sign === '<') isInTag = true;
      else if (sign === '>') isInTag = false;
    }
  };
  read(head.text);
  return templateSpans.flatMap(({ expression, literal }) => {
    const isBare = isInTag && !quote;
    read(literal.text);
    return isBare ? [expression.getText(file)] : [];
  });
}

/** What makes attributes: the one function that does, and those that hand on what it made. */
const makers = /^(attribute|columnIndex|inColumn)\(/;

describe('the templates of the widgets', () => {
  it('put values into tags only inside quotation marks, or as attributes made for it', () => {
    const wrong = files.flatMap(([name, text]) =>
      bareValues(name, text)
        .filter((value) => !makers.test(value) && !/^\w+ && '[a-z-]+'$/.test(value))
        .filter((value) => !makers.test(new RegExp(`const ${value} = (.*)`).exec(text)?.[1] ?? ''))
        .map((value) => `${name}: ${value}`),
    );
    expect(wrong).toEqual([]);
  });

  it('would be seen doing otherwise', () => {
    expect(bareValues('some.ts', 'html`<a href=${address}>${text}</a>`')).toEqual(['address']);
    expect(bareValues('some.ts', 'html`<a href="${address}" ${more}>${text}</a>`')).toEqual(['more']);
  });

  it('become markup in one file and a drawing in one other', () => {
    const sinks =
      /innerHTML|outerHTML|insertAdjacentHTML|setHTML|parseFromString|createContextualFragment|document\.write/;
    expect(files.filter(([, text]) => sinks.test(text)).map(([name]) => name)).toEqual(['surface.ts']);
    const makers = files.filter(([, text]) => text.includes('new Markup(')).map(([name]) => name);
    expect(makers).toEqual(['html.ts', 'surface.ts']);
  });
});

describe('a text in a template', () => {
  it('cannot begin or end anything', () => {
    const text = `</p><img src=x onerror="alert('1')">&amp;`;
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(
      '<p title="&lt;/p&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;">' +
        '&lt;/p&gt;&lt;img src=x onerror=&quot;alert(&#39;1&#39;)&quot;&gt;&amp;amp;</p>',
    );
    expect(attribute('lang', '"><script>')?.markup).toBe(' lang="&quot;&gt;&lt;script&gt;"');
  });

  it('is nothing where there is nothing, and cannot pass for markup', () => {
    expect(html`${undefined}${false}${[]}${0}${''}`.markup).toBe('0');
    expect(html`<p ${attribute('lang', undefined)}></p>`.markup).toBe('<p ></p>');
    const forged = JSON.parse('{"markup":"<b>"}') as never;
    expect(html`${forged}`.markup).toBe('');
  });
});
