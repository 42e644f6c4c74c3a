import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  parseDocument,
  visit,
  type Alias,
  type Node,
  type Scalar,
  type YAMLError,
} from 'yaml';
import { problemAt, type FilePlace, type Findings } from '../problem.js';
import { NamedText } from '../text/text-positions.js';
import { inParts, type TextPart, type TextParts } from './yaml-parts.js';

/** A value of the coding with its place: a text, a list, or a record of named members. Everything plain is a text: `no` is a word. */
export type Tree =
  | { readonly is: 'text'; readonly text: string; readonly at: FilePlace }
  /** To be gone through once: the items of a very long list are read on the way. */
  | { readonly is: 'list'; readonly items: Iterable<Tree>; readonly at: FilePlace }
  | { readonly is: 'record'; readonly members: readonly TreeMember[]; readonly at: FilePlace }
  /** A fault that was reported already. */
  | { readonly is: 'faulty'; readonly at: FilePlace };

export interface TreeMember {
  readonly name: string;
  readonly at: FilePlace;
  readonly value: Tree;
}

/** Deeper than any coding; the parser would otherwise run out of stack. */
const deepest = 100;

/**
 * Reads YAML. Syntax faults are all reported, and then there is no tree: what stands after one cannot be trusted. An alias stands for
 * its value without being copied, so that a few lines cannot grow into gigabytes; an alias within its own value is a fault.
 * Of a very long text the list `statements` is read part by part while its items are gone through; faults within it are
 * reported then, and the part with the fault is left out.
 */
export function readYaml(
  text: string,
  file: string,
  findings: Findings,
  { frame, statements }: TextParts = inParts(text),
): Tree | undefined {
  const named = new NamedText(file, text);
  const marks: Marks = { anchors: new Map(), meant: new WeakMap() };
  const tree = treeOfPart(frame, named, marks, findings);
  if (tree?.is !== 'record' || !statements) return tree;
  function* items(): Generator<Tree> {
    for (const part of statements!) {
      const list = treeOfPart(part, named, marks, findings);
      if (list?.is === 'list') yield* list.items;
    }
  }
  const members = tree.members.map((member) =>
    member.name === 'statements'
      ? { ...member, value: { is: 'list' as const, items: items(), at: member.value.at } }
      : member,
  );
  return { ...tree, members };
}

/** A value with the way from its offsets to their places: it may stand in an earlier part. */
interface Marked {
  readonly node: Node;
  readonly at: (offset: number) => FilePlace;
}

/** What is marked for repetition, and what each alias means. */
interface Marks {
  readonly anchors: Map<string, Marked>;
  readonly meant: WeakMap<Alias, Marked | undefined>;
}

function treeOfPart(
  { text, offsetOf }: TextPart,
  named: NamedText,
  marks: Marks,
  { problems, notes }: Findings,
): Tree | undefined {
  const at = (offset: number): FilePlace => named.at(offsetOf(offset));
  if (nestsTooDeeply(text)) {
    problems.push(
      problemAt(
        at(0),
        'The file nests lists or brackets too deeply to be a coding.',
        'Check that this is the right file.',
      ),
    );
    return undefined;
  }
  const document = parseDocument(text, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
  for (const error of document.errors) problems.push(syntaxProblem(error, text, at(error.pos[0])));
  for (const { pos } of document.warnings)
    problems.push(
      problemAt(at(pos[0]), 'A value may not begin with an exclamation mark.', 'Put the value in quotation marks.'),
    );
  if (document.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return undefined;
  if (!document.contents) {
    problems.push(
      problemAt(
        at(0),
        'The file is empty.',
        'Write the coding: title, lang, sources, articles, speakers, claims, statements.',
      ),
    );
    return undefined;
  }

  const { anchors, meant } = marks;
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) meant.set(node, anchors.get(node.source));
      else if ('anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, { node, at });
    },
  });
  const trees = new Map<Node, Tree | undefined>();
  return treeOf(document.contents, at);

  function treeOf(node: Node, at: Marked['at']): Tree {
    const place = at(node.range?.[0] ?? 0);
    const target = isAlias(node) ? meant.get(node) : { node, at };
    if (!target || (trees.has(target.node) && !trees.get(target.node))) {
      problems.push(
        problemAt(
          place,
          `There is no value marked &${isAlias(node) ? node.source : ''} before this place.`,
          'Write the value itself, or mark the value that you mean.',
        ),
      );
      return { is: 'faulty', at: place };
    }
    let tree = trees.get(target.node);
    if (!tree) {
      trees.set(target.node, undefined);
      tree = treeAt(target);
      trees.set(target.node, tree);
    }
    return tree;
  }

  function treeAt({ node, at }: Marked): Tree {
    const place = at(node.range?.[0] ?? 0);
    if (isSeq<Node>(node)) return { is: 'list', items: node.items.map((item) => treeOf(item, at)), at: place };
    if (isMap<Node, Node | null>(node))
      return { is: 'record', members: node.items.map(({ key, value }) => memberOf(key, value, at)), at: place };
    if (!isScalar(node)) return { is: 'text', text: '', at: place };
    if (node.comment !== undefined && node.comment !== null && /^\S/u.test(node.comment)) {
      const message = `What follows the number sign is taken for a remark: “#${node.comment.slice(0, 40)}”.`;
      notes.push(problemAt(place, message, 'If it belongs to the value, put the whole value in quotation marks.'));
    }
    return { is: 'text', text: textOf(node), at: place };
  }

  function memberOf(key: Node, value: Node | null, at: Marked['at']): TreeMember {
    const place = at(key.range?.[0] ?? 0);
    const name = isScalar(key) ? textOf(key) : '';
    if (!isScalar(key))
      problems.push(
        problemAt(
          place,
          'A name before a colon must be plain words.',
          'Put values that begin with [ or { in quotation marks.',
        ),
      );
    return { name, at: place, value: value ? treeOf(value, at) : { is: 'text', text: '', at: place } };
  }
}

/** In the schema in use every scalar is a text, or nothing. */
function textOf({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

function nestsTooDeeply(text: string): boolean {
  let flow = 0;
  let dashes = 0;
  // The lexer goes through the text without recursion; brackets inside values are no lexemes of their own.
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '[' || lexeme === '{') flow++;
    else if (lexeme === ']' || lexeme === '}') flow--;
    if (lexeme === '-' || lexeme === '?' || lexeme === ':') dashes++;
    else if (lexeme.trim() !== '') dashes = 0;
    if (flow > deepest || dashes > deepest) return true;
  }
  return false;
}

/** [what is wrong, how to mend it] by the parser's code. */
const syntaxFaults: Readonly<Partial<Record<YAMLError['code'], readonly [string, string]>>> = {
  BAD_ALIAS: [
    'A value that begins with * refers to a marked value, and here there is none.',
    'Put the value in quotation marks.',
  ],
  BAD_DQ_ESCAPE: [
    'A backslash in double quotation marks has a special meaning.',
    'Use single quotation marks around the value, or write two backslashes.',
  ],
  BAD_INDENT: [
    'This line is not indented as its neighbours are.',
    'Indent the lines of one entry alike, with spaces; close brackets that were opened.',
  ],
  BAD_SCALAR_START: ['A value may not begin with this character.', 'Put the value in quotation marks.'],
  BLOCK_AS_IMPLICIT_KEY: ['A colon followed by a space stands within a value.', 'Put the value in quotation marks.'],
  MULTILINE_IMPLICIT_KEY: [
    'A colon is missing, or a value goes on in the next line without being indented.',
    'Write name: value, and indent the lines that go on.',
  ],
  MISSING_CHAR: [
    'Something that was opened is not closed, or a comma or colon is missing.',
    'Close quotation marks and brackets; write a quotation mark within the value twice.',
  ],
  MULTIPLE_DOCS: ['A line of three hyphens begins a second document; a coding is one.', 'Delete the line.'],
  TAB_AS_INDENT: ['The line is indented with a tab.', 'Indent with spaces.'],
  UNEXPECTED_TOKEN: [
    'This does not fit what stands before it.',
    'Put the whole value in quotation marks, and check the indentation.',
  ],
  KEY_OVER_1024_CHARS: [
    'A name before a colon is far too long.',
    'Put the value in quotation marks: it holds a colon.',
  ],
};

function syntaxProblem({ code, message, pos }: YAMLError, text: string, place: FilePlace) {
  if (code === 'DUPLICATE_KEY') {
    const [name = ''] = text.slice(pos[0]).split(':', 1);
    return problemAt(place, `“${name.trim()}” stands twice in one entry.`, 'Delete one of the two.');
  }
  const [what, mend] = syntaxFaults[code] ?? [
    `The file breaks the rules of YAML here (${message}).`,
    'Check quotation marks, brackets and indentation.',
  ];
  return problemAt(place, what, mend);
}
