import { parse, type Rule } from 'postcss';
import { frameStyles } from '../views/frame.styles.js';
import { tokens, type Token } from './pairs.js';

/** The default of a token in the widgets' own style sheet. */
export interface WidgetDefault {
  /** The internal custom property that reads the publisher's property. */
  readonly name: string;
  /** If the publisher sets nothing. */
  readonly value: string;
  /** In forced colours, whatever the publisher sets. */
  readonly forced: string;
}

/** Matches `var(--stance-ink, …)`: the publisher's property, with a default. */
const publisherProperty = /^var\(\s*--stance-([a-z-]+)\s*,(.*)\)$/s;

/** Reads the defaults from the style sheet of the widgets, so that the check uses what the widgets render. */
export function widgetDefaults(css = frameStyles.cssText): Readonly<Record<Token, WidgetDefault>> {
  const defaults = new Map<string, { name: string; value: string }>();
  const forced = new Map<string, string>();
  parse(css).walkRules(':host', (rule) => {
    for (const { prop, value } of declarationsOf(rule)) {
      const parent = rule.parent;
      const isForced = parent?.type === 'atrule' && 'params' in parent && parent.params.includes('forced-colors');
      const [, name, fallback] = publisherProperty.exec(value) ?? [];
      if (isForced) forced.set(prop, value);
      else if (name !== undefined) defaults.set(name, { name: prop, value: fallback!.trim() });
    }
  });
  return Object.fromEntries(
    tokens.map((token) => {
      const found = defaults.get(token);
      const system = found && forced.get(found.name);
      if (!found || system === undefined) throw new Error(`The style sheet of the frame has no default for ${token}.`);
      return [token, { ...found, forced: system }];
    }),
  ) as Record<Token, WidgetDefault>;
}

function declarationsOf(rule: Rule): readonly { readonly prop: string; readonly value: string }[] {
  return rule.nodes.flatMap((node) => (node.type === 'decl' ? [node] : []));
}
