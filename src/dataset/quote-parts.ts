import type { Quote } from './dataset.js';

/** A part of a quote as a reader sees it: words of the article, or what the editor put between two fragments. */
export interface QuotePart {
  readonly kind: 'words' | 'joint';
  readonly text: string;
}

/** Returns the fragments of a quote in order, each after what the editor put before it; one part if nothing is left out. */
export function quoteParts({ exact, start, fragments }: Quote): readonly QuotePart[] {
  if (!fragments || start === undefined) return [{ kind: 'words', text: exact }];
  const characters = Array.from(exact);
  return fragments.flatMap((fragment, index): QuotePart[] => {
    const text = characters.slice(fragment.start - start, fragment.end - start).join('');
    const joint = fragment.joint ?? (index > 0 ? ' […] ' : undefined);
    return [...(joint ? [{ kind: 'joint' as const, text: joint }] : []), { kind: 'words', text }];
  });
}

/** Returns the parts of a quote as one text. */
export function quoteText(quote: Quote): string {
  return quoteParts(quote)
    .map(({ text }) => text)
    .join('');
}
