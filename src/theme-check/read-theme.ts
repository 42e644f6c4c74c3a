import { CssSyntaxError, parse, type AnyNode, type Declaration } from 'postcss';
import { problemAt, type FilePlace, type Problem } from '../authoring/problem.js';
import { scopeOf, type Scope } from './scope.js';

/** One declaration of a theme that may decide a colour, and where and when it holds. */
export interface Setting {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
  /** One selector; a rule with several gives as many settings. */
  readonly scope: Scope;
  /** The media queries around it; all must hold. */
  readonly media: readonly string[];
  readonly place: FilePlace;
}

/** A style sheet as far as it decides colours, in its order. */
export interface Theme {
  readonly file: string;
  readonly settings: readonly Setting[];
  /** What the text says that cannot be followed from here. */
  readonly notes: readonly Problem[];
}

/** What a theme may set that decides a colour; of parts their text and their ground. */
const deciding = /^(?:--.+|color-scheme|forced-color-adjust|color|background(?:-color|-image)?)$/;

/** Reads a style sheet; returns the one problem where it is none. */
export function readTheme(text: string, file: string): Theme | { readonly problem: Problem } {
  try {
    const root = parse(text);
    const settings: Setting[] = [];
    const notes: Problem[] = [];
    root.walkAtRules('import', (rule) => {
      const mend = 'Check that file too, or put its rules here.';
      notes.push(problemAt(placeOf(rule, text, file), `@import ${rule.params} was not read.`, mend));
    });
    root.walkDecls((declaration) => {
      const property = declaration.prop.startsWith('--') ? declaration.prop : declaration.prop.toLowerCase();
      if (!deciding.test(property)) return;
      const { selectors, media } = surroundings(declaration);
      for (const selector of selectors) {
        const scope = scopeOf(selector);
        // What a page sets of its own texts is no matter of ours.
        const isOurs = scope.part !== undefined || property.startsWith('--') || property === 'color-scheme';
        if (!isOurs) continue;
        const place = placeOf(declaration, text, file);
        settings.push({
          property,
          value: declaration.value,
          isImportant: declaration.important === true,
          scope,
          media,
          place,
        });
      }
    });
    return { file, settings, notes };
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const place = { file, line: error.line ?? 1, column: error.column ?? 1 };
    return { problem: problemAt(place, `This is not valid CSS: ${error.reason}.`, 'Close or complete it.') };
  }
}

/** The selectors of the rules around a declaration, each with what it is nested in, and the media queries. */
function surroundings(declaration: Declaration): { selectors: readonly string[]; media: readonly string[] } {
  let selectors: readonly string[] | undefined;
  const media: string[] = [];
  for (let node = declaration.parent as AnyNode | undefined; node; node = node.parent as AnyNode | undefined) {
    if (node.type === 'rule') {
      const outer = node.selectors;
      selectors = selectors ? outer.flatMap((each) => selectors!.map((inner) => nested(inner, each))) : outer;
    } else if (node.type === 'atrule' && node.name.toLowerCase() === 'media') {
      media.push(node.params);
    }
  }
  return { selectors: selectors ?? [], media };
}

function nested(inner: string, outer: string): string {
  return inner.includes('&') ? inner.replaceAll('&', () => outer) : `${outer} ${inner}`;
}

/** Columns count characters, not halves of them. */
function placeOf(node: AnyNode, text: string, file: string): FilePlace {
  const { line = 1, column = 1 } = node.source?.start ?? {};
  const before = (text.split(/\r\n|[\n\r\f]/)[line - 1] ?? '').slice(0, column - 1);
  return { file, line, column: Array.from(before).length + 1 };
}
