import { parse, type Rule } from 'postcss';
import { frameStyles } from '../views/frame.styles.js';
import { tokens, type Token } from './pairs.js';

/** What the widgets’ own style sheet says of a token. */
export interface WidgetDefault {
  /** The widgets’ own name of it, behind which the publisher’s stands. */
  readonly name: string;
  /** Where the publisher is silent. */
  readonly value: string;
  /** In forced colours, whatever the publisher says. */
  readonly forced: string;
}

/** `var(--stance-ink, …)`: what the publisher says, else this. */
const read = /^var\(\s*--stance-([a-z-]+)\s*,(.*)\)$/s;

/** Read from the style sheet that the widgets wear, so that what is checked here is what is drawn there. */
export function widgetDefaults(css = frameStyles.cssText): Readonly<Record<Token, WidgetDefault>> {
  const defaults = new Map<string, { name: string; value: string }>();
  const forced = new Map<string, string>();
  parse(css).walkRules(':host', (rule) => {
    for (const { prop, value } of declarationsOf(rule)) {
      const parent = rule.parent;
      const isForced = parent?.type === 'atrule' && 'params' in parent && parent.params.includes('forced-colors');
      const [, name, fallback] = read.exec(value) ?? [];
      if (isForced) forced.set(prop, value);
      else if (name !== undefined) defaults.set(name, { name: prop, value: fallback!.trim() });
    }
  });
  return Object.fromEntries(
    tokens.map((token) => {
      const found = defaults.get(token);
      const system = found && forced.get(found.name);
      if (!found || system === undefined) throw new Error(`The style sheet of the frame says nothing of ${token}.`);
      return [token, { ...found, forced: system }];
    }),
  ) as Record<Token, WidgetDefault>;
}

function declarationsOf(rule: Rule): readonly { readonly prop: string; readonly value: string }[] {
  return rule.nodes.flatMap((node) => (node.type === 'decl' ? [node] : []));
}
