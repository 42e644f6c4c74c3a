import { CssSyntaxError, parse, type AnyNode, type Declaration } from 'postcss';
import { problemAt, type FileLocation, type Problem } from '../authoring/problem.js';
import { scopeOf, type Scope } from './scope.js';

/** A declaration that may affect a colour, and where it applies. */
export interface Setting {
  readonly property: string;
  readonly value: string;
  readonly isImportant: boolean;
  /** One selector; a rule with several selectors gives several settings. */
  readonly scope: Scope;
  /** The media queries around it; all must match. */
  readonly media: readonly string[];
  readonly location: FileLocation;
}

/** The declarations of a style sheet that may affect colours, in source order. */
export interface Theme {
  readonly file: string;
  readonly settings: readonly Setting[];
  /** About rules that cannot be checked. */
  readonly notes: readonly Problem[];
}

/** Properties that may affect a colour; of parts the text and background colours. */
const relevantProperty = /^(?:--.+|color-scheme|forced-color-adjust|color|background(?:-color|-image)?)$/;

/** Parses a style sheet. Returns a problem if it is not valid CSS. */
export function readTheme(text: string, file: string): Theme | { readonly problem: Problem } {
  try {
    const root = parse(text);
    const settings: Setting[] = [];
    const notes: Problem[] = [];
    root.walkAtRules('import', (rule) => {
      const hint = 'Check that file too, or copy its rules into this file.';
      notes.push(problemAt(locationOf(rule, text, file), `@import ${rule.params} was not read.`, hint));
    });
    root.walkDecls((declaration) => {
      const property = declaration.prop.startsWith('--') ? declaration.prop : declaration.prop.toLowerCase();
      if (!relevantProperty.test(property)) return;
      const { selectors, media } = contextOf(declaration);
      for (const selector of selectors) {
        const scope = scopeOf(selector);
        // Other properties of the page do not affect the widgets.
        const isOurs = scope.part !== undefined || property.startsWith('--') || property === 'color-scheme';
        if (!isOurs) continue;
        const place = locationOf(declaration, text, file);
        settings.push({
          property,
          value: declaration.value,
          isImportant: declaration.important === true,
          scope,
          media,
          location: place,
        });
      }
    });
    return { file, settings, notes };
  } catch (error) {
    if (!(error instanceof CssSyntaxError)) throw error;
    const place = { file, line: error.line ?? 1, column: error.column ?? 1 };
    return { problem: problemAt(place, `Invalid CSS: ${error.reason}.`, 'Complete or close it.') };
  }
}

/** Returns the selectors of a declaration, including those of nested rules, and the media queries around it. */
function contextOf(declaration: Declaration): { selectors: readonly string[]; media: readonly string[] } {
  let selectors: readonly string[] | undefined;
  const media: string[] = [];
  for (let node = declaration.parent as AnyNode | undefined; node; node = node.parent as AnyNode | undefined) {
    if (node.type === 'rule') {
      const outer = node.selectors;
      selectors = selectors ? outer.flatMap((each) => selectors!.map((inner) => resolveNesting(inner, each))) : outer;
    } else if (node.type === 'atrule' && node.name.toLowerCase() === 'media') {
      media.push(node.params);
    }
  }
  return { selectors: selectors ?? [], media };
}

function resolveNesting(inner: string, outer: string): string {
  return inner.includes('&') ? inner.replaceAll('&', () => outer) : `${outer} ${inner}`;
}

/** PostCSS counts columns in UTF-16 units; problems count code points. */
function locationOf(node: AnyNode, text: string, file: string): FileLocation {
  const { line = 1, column = 1 } = node.source?.start ?? {};
  const before = (text.split(/\r\n|[\n\r\f]/)[line - 1] ?? '').slice(0, column - 1);
  return { file, line, column: Array.from(before).length + 1 };
}
