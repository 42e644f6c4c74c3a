import { isDeepStrictEqual } from 'node:util';
import { parseDocument, type Node } from 'yaml';
import type { CodingEdit } from './coding-edit.js';
import { CodingText } from './coding-text.js';
import { EditError } from './edit-error.js';
import { applySplice, type Splice } from './splice.js';

/**
 * Returns where and how the text of a coding changes by an edit. Everything else stays byte for byte: comments, order, blank lines and the
 * way each value is written. Throws an `EditError` if the text is not valid YAML, has no such item, or writes it in a way that can only be
 * edited by hand, such as with an anchor.
 */
export function editCoding(text: string, edit: CodingEdit): Splice {
  const before = parse(text);
  const splice = spliceOf(new CodingText(text, before.contents), edit);
  // Whatever the text looks like, the coding must then say exactly what was asked for.
  const after = parse(applySplice(text, splice));
  if (!isDeepStrictEqual(valuesOf(after), edited(valuesOf(before), edit))) throw new EditError(byHand);
  return splice;
}

const byHand = 'This place of the coding can only be edited in the file itself.';

function parse(text: string) {
  const document = parseDocument<Node>(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  if (document.errors.length > 0) throw new EditError('The coding is not valid YAML. Correct it in the file first.');
  return document;
}

function spliceOf(coding: CodingText, edit: CodingEdit): Splice {
  const { list, index } = edit;
  switch (edit.kind) {
    case 'insert':
      return coding.insert(list, index, edit.item);
    case 'remove':
      return coding.remove(list, index);
    case 'move':
      return coding.move(list, index, edit.to);
    case 'set':
      return edit.value === undefined
        ? coding.removeField(list, index, edit.field)
        : coding.setField(list, index, edit.field, edit.value);
  }
}

type Values = Record<string, unknown>;

function valuesOf(document: ReturnType<typeof parse>): Values {
  try {
    return document.toJS() as Values;
  } catch {
    // Aliases inside their own value, or far too many.
    throw new EditError(byHand);
  }
}

/** Returns what a coding with these values says after the edit. */
function edited(before: Values, edit: CodingEdit): Values {
  const items = [...((before[edit.list] ?? []) as readonly Values[])];
  const { index } = edit;
  if (edit.kind === 'insert') items.splice(index, 0, { ...edit.item });
  else {
    const [item] = items.splice(index, 1);
    if (edit.kind === 'move') items.splice(edit.to, 0, item!);
    if (edit.kind === 'set') {
      const { field, value } = edit;
      const others = Object.entries(item!).filter(([name]) => name !== field);
      items.splice(index, 0, Object.fromEntries(value === undefined ? others : [...others, [field, value]]));
    }
  }
  return { ...before, [edit.list]: items };
}
