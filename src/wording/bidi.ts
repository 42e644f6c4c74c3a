import type { Messages } from './messages.js';

/** Right-to-left letters, and the invisible characters that control the direction of text. */
const affectsDirection = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc]/;
const startsEmbedding = /[\u202a\u202b\u202d\u202e]/;
const startsIsolate = /[\u2066-\u2068]/;
const popEmbedding = '\u202c';
const leftToRightIsolate = '\u2066';
const firstStrongIsolate = '\u2068';
const popIsolate = '\u2069';

/**
 * Returns messages in which no name can reorder the text around it: a name that could is wrapped in a first strong isolate (FSI … PDI,
 * UAX #9). The name itself is not changed.
 */
export function withIsolatedNames(messages: Messages): Messages {
  type Message = (...parts: readonly unknown[]) => unknown;
  const wrapped = Object.entries(messages).map(([name, message]: [string, unknown]) => [
    name,
    typeof message !== 'function'
      ? message
      : (...parts: unknown[]) => {
          // Testing the result once costs less than testing every part, and few messages need isolates.
          const text = (message as Message)(...parts);
          return affectsDirection.test(text as string) ? (message as Message)(...parts.map(isolateAll)) : text;
        },
  ]);
  return Object.fromEntries(wrapped) as Messages;
}

/** Returns a copy in which every text that affects direction is isolated. */
function isolateAll(part: unknown): unknown {
  if (typeof part === 'string') return affectsDirection.test(part) ? isolate(part) : part;
  if (Array.isArray(part)) return part.map(isolateAll);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, isolateAll(value)]));
}

/** Returns the text so that it cannot reorder what follows it or close an isolate that began before it. */
export function isolateBidi(text: string): string {
  return affectsDirection.test(text) && !isBalanced(text) ? isolate(text) : text;
}

/** Returns whether the text closes every embedding and isolate that it opens, and no other. */
function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const character of text) {
    if (startsIsolate.test(character) || startsEmbedding.test(character)) open.push(character);
    else if (character === popEmbedding && startsEmbedding.test(open.at(-1) ?? '')) open.pop();
    else if (character === popIsolate) {
      while (open.length > 0 && !startsIsolate.test(open.at(-1)!)) open.pop();
      if (open.pop() === undefined) return false;
    }
  }
  return open.length === 0;
}

/** Returns the text in an isolate, with what it takes to balance its own isolates. */
function isolate(text: string): string {
  let open = 0;
  let unmatched = 0;
  for (const character of text) {
    if (startsIsolate.test(character)) open++;
    else if (character === popIsolate && open > 0) open--;
    else if (character === popIsolate) unmatched++;
  }
  return firstStrongIsolate + leftToRightIsolate.repeat(unmatched) + text + popIsolate.repeat(open + 1);
}
