import type { CodingEdit, CodingList } from '../../authoring/coding/edit/coding-edit.js';

const lists: readonly string[] = [
  'sources',
  'articles',
  'groups',
  'speakers',
  'claims',
  'statements',
] satisfies CodingList[];

/** A body of a request. `edits` is empty for undo and redo. */
export interface EditRequest {
  /** The version of the coding that the editor saw. */
  readonly version: string;
  readonly edits: readonly CodingEdit[];
}

/** Reads the body of a request; undefined if it is not of this shape. */
export function readEdits(body: string): EditRequest | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (!isObject(value) || typeof value['version'] !== 'string') return undefined;
  const { version, edits = [] } = value;
  return Array.isArray(edits) && edits.every(isEdit) ? { version, edits } : undefined;
}

function isEdit(value: unknown): value is CodingEdit {
  if (!isObject(value) || !lists.includes(value['list'] as string) || !isIndex(value['index'])) return false;
  switch (value['kind']) {
    case 'insert':
      return isItem(value['item']);
    case 'remove':
      return true;
    case 'move':
      return isIndex(value['to']);
    case 'set':
      return isName(value['field']) && ['string', 'undefined'].includes(typeof value['value']);
    default:
      return false;
  }
}

function isItem(value: unknown): boolean {
  return isObject(value) && Object.entries(value).every(([name, text]) => isName(name) && typeof text === 'string');
}

/** A field's name; `stancekit check` knows which there are. */
function isName(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z-]{1,40}$/u.test(value);
}

function isIndex(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
