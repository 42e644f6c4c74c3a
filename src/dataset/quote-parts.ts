import type { Quote } from './dataset.js';

/** A piece of a quote as a reader sees it: the words themselves, or what the editor put between two fragments. */
export interface QuotePart {
  readonly kind: 'words' | 'joint';
  readonly text: string;
}

/** The chosen words of a quote in order, with what the editor put before each; the words alone where nothing is left out. */
export function quoteParts({ exact, start, fragments }: Quote): readonly QuotePart[] {
  if (!fragments || start === undefined) return [{ kind: 'words', text: exact }];
  const characters = Array.from(exact);
  return fragments.flatMap((fragment, index): QuotePart[] => {
    const text = characters.slice(fragment.start - start, fragment.end - start).join('');
    const joint = fragment.joint ?? (index > 0 ? ' […] ' : undefined);
    return [...(joint ? [{ kind: 'joint' as const, text: joint }] : []), { kind: 'words', text }];
  });
}

/** The quote in one string, as an editor would print it. */
export function quoteText(quote: Quote): string {
  return quoteParts(quote)
    .map(({ text }) => text)
    .join('');
}
