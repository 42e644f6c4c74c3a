import type { Quote } from './dataset.js';

/** A piece of a quote as a reader sees it: the words themselves, or what the editor put between two fragments. */
export interface QuotePart {
  readonly kind: 'words' | 'joint';
  readonly text: string;
}

/** The chosen words of a quote in order, with the editor's `[…]` or insertion between fragments; one part where nothing is left out. */
export function quoteParts({ exact, start, fragments }: Quote): readonly QuotePart[] {
  if (!fragments || start === undefined) return [{ kind: 'words', text: exact }];
  const characters = Array.from(exact);
  return fragments.flatMap((fragment, index): QuotePart[] => {
    const text = characters.slice(fragment.start - start, fragment.end - start).join('');
    return [
      ...(index === 0 ? [] : [{ kind: 'joint' as const, text: fragment.joint ?? '[…]' }]),
      { kind: 'words', text },
    ];
  });
}

/** The quote in one string, as an editor would print it. */
export function quoteText(quote: Quote): string {
  return quoteParts(quote)
    .map(({ kind, text }) => (kind === 'joint' ? ` ${text} ` : text))
    .join('');
}
