import type { Messages } from './messages.js';

/** Letters that run from right to left, and the invisible signs that order a text anew. */
const turning = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;
const embedding = /[\u202a\u202b\u202d\u202e]/;
const isolate = /[\u2066-\u2068]/;

/**
 * Sentences in which no name moves the words around it: where a name could, it stands between FSI and PDI (UAX #9). Its own letters
 * stay as they were written.
 */
export function withIsolatedNames(messages: Messages): Messages {
  type Say = (...parts: readonly unknown[]) => unknown;
  const sentences = Object.entries(messages).map(([name, say]: [string, unknown]) => [
    name,
    typeof say !== 'function'
      ? say
      : (...parts: unknown[]) => {
          // Most sentences hold no such sign, and to look at each of their parts would cost more than to say them.
          const said = (say as Say)(...parts);
          return turning.test(said as string) ? (say as Say)(...parts.map(apart)) : said;
        },
  ]);
  return Object.fromEntries(sentences) as Messages;
}

function apart(part: unknown): unknown {
  if (typeof part === 'string') return turning.test(part) ? isolated(part) : part;
  if (Array.isArray(part)) return part.map(apart);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, apart(value)]));
}

/** The text, closed where it orders anew what follows it, or ends what was begun before it. */
export function isolateBidi(text: string): string {
  return turning.test(text) && !isClosed(text) ? isolated(text) : text;
}

function isClosed(text: string): boolean {
  const open: string[] = [];
  for (const sign of text) {
    if (isolate.test(sign) || embedding.test(sign)) open.push(sign);
    else if (sign === '\u202c' && embedding.test(open.at(-1) ?? '')) open.pop();
    else if (sign === '\u2069') {
      while (open.length > 0 && !isolate.test(open.at(-1)!)) open.pop();
      if (open.pop() === undefined) return false;
    }
  }
  return open.length === 0;
}

function isolated(text: string): string {
  let open = 0;
  let tooMany = 0;
  for (const sign of text) {
    if (isolate.test(sign)) open++;
    else if (sign === '\u2069' && open > 0) open--;
    else if (sign === '\u2069') tooMany++;
  }
  return `\u2068${'\u2066'.repeat(tooMany)}${text}${'\u2069'.repeat(open + 1)}`;
}
