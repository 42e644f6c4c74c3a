import {
  CST,
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
import { inQuotes, problemAt, type FileLocation, type Findings } from '../problem.js';
import { TextFile } from '../text/text-positions.js';
import { splitYaml, type TextPart, type TextParts } from './yaml-parts.js';

/** A value of the coding with its location: a text, a list or an object. Every scalar is text, even `no` and `2021`. */
export type Tree =
  | { readonly kind: 'text'; readonly text: string; readonly location: FileLocation }
  /** Can be iterated once only: the items of a very long list are parsed on demand. */
  | { readonly kind: 'list'; readonly items: Iterable<Tree>; readonly location: FileLocation }
  | { readonly kind: 'object'; readonly fields: readonly TreeField[]; readonly location: FileLocation }
  /** Invalid, and reported as a problem already. */
  | { readonly kind: 'invalid'; readonly location: FileLocation };

export interface TreeField {
  readonly name: string;
  readonly location: FileLocation;
  readonly value: Tree;
  /** Between braces, the field before this one, whose value a comma may have ended by mistake. */
  readonly previous?: string | undefined;
  /** Between braces, a name without a colon. */
  readonly isBare?: boolean;
}

/** Deeper than any coding, and shallow enough for the parser's stack. */
const maxDepth = 100;

/**
 * Parses YAML. Reports all syntax errors and returns undefined if there are any, since what follows an error cannot be trusted. An alias
 * shares its value instead of copying it, so that a few lines cannot expand to gigabytes; an alias inside its own value is an error. In a very
 * long text the list `statements` is parsed in parts while it is iterated; syntax errors in a part are reported then, and the part is left out.
 */
export function readYaml(
  text: string,
  file: string,
  findings: Findings,
  { frame, statements }: TextParts = splitYaml(text),
): Tree | undefined {
  const textFile = new TextFile(file, text);
  const references: YamlReferences = { anchors: new Map(), aliasTargets: new WeakMap(), trees: new WeakMap() };
  const tree = parsePart(frame, textFile, references, findings);
  if (tree?.kind !== 'object' || !statements) return tree;
  function* items(): Generator<Tree> {
    for (const part of statements!) {
      const list = parsePart(part, textFile, references, findings);
      if (list?.kind === 'list') yield* list.items;
    }
  }
  const fields = tree.fields.map((field) =>
    field.name === 'statements'
      ? { ...field, value: { kind: 'list' as const, items: items(), location: field.value.location } }
      : field,
  );
  return { ...tree, fields };
}

type LocationAt = (offset: number) => FileLocation;

/** A node with an anchor, and the map from its offsets to locations: it may be in an earlier part than its alias. */
interface AnchoredNode {
  readonly node: Node;
  readonly locationAt: LocationAt;
}

/** The anchors so far, and what each alias refers to. */
interface YamlReferences {
  readonly anchors: Map<string, AnchoredNode>;
  readonly aliasTargets: WeakMap<Alias, AnchoredNode | undefined>;
  /** Of nodes with an anchor; undefined for one that is being converted, so an alias to it is inside its own value. */
  readonly trees: WeakMap<Node, Tree | undefined>;
}

function parsePart(
  { text, offsetOf }: TextPart,
  textFile: TextFile,
  { anchors, aliasTargets, trees }: YamlReferences,
  { problems, notes }: Findings,
): Tree | undefined {
  const locationAt: LocationAt = (offset) => textFile.locationAt(offsetOf(offset));
  if (nestsTooDeeply(text)) {
    problems.push(
      problemAt(
        locationAt(0),
        'Lists or brackets are nested too deeply for a coding.',
        'Check that this is the right file.',
      ),
    );
    return undefined;
  }
  // Duplicate fields are found below: the parser compares each with all others.
  const document = parseDocument(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'error',
  });
  for (const error of document.errors) problems.push(syntaxProblem(error, locationAt(error.pos[0])));
  for (const { pos } of document.warnings)
    problems.push(
      problemAt(
        locationAt(pos[0]),
        'A value cannot start with an exclamation mark.',
        'Put the value in quotation marks.',
      ),
    );
  if (document.errors.length > 0) return undefined;
  if (!document.contents) {
    problems.push(
      problemAt(
        locationAt(0),
        'The file is empty.',
        'Write the coding: title, lang, sources, articles, speakers, claims, statements.',
      ),
    );
    return undefined;
  }

  visit(document, {
    Node(_, node) {
      if (isAlias(node)) aliasTargets.set(node, anchors.get(node.source));
      else if (hasAnchor(node)) anchors.set(node.anchor, { node, locationAt });
    },
  });
  return treeOf(document.contents, locationAt);

  function treeOf(node: Node, locationAt: LocationAt): Tree {
    const target = isAlias(node) ? aliasTargets.get(node) : { node, locationAt };
    if (!target || (trees.has(target.node) && !trees.get(target.node))) {
      const location = locationAt(startOf(node));
      problems.push(
        problemAt(
          location,
          `There is no anchor &${isAlias(node) ? node.source : ''} before this alias.`,
          'Write the value itself, or add the anchor to the value you mean.',
        ),
      );
      return { kind: 'invalid', location };
    }
    const known = trees.get(target.node);
    if (known) return known;
    if (!hasAnchor(target.node)) return convert(target);
    trees.set(target.node, undefined);
    const tree = convert(target);
    trees.set(target.node, tree);
    return tree;
  }

  function convert({ node, locationAt }: AnchoredNode): Tree {
    const location = locationAt(startOf(node));
    if (isSeq<Node>(node)) return { kind: 'list', items: node.items.map((item) => treeOf(item, locationAt)), location };
    if (isMap<Node, Node | null>(node)) {
      let previous: string | undefined;
      const names = new Set<string>();
      const fields = node.items.map(({ key, value }): TreeField => {
        const field = fieldOf(key, value, locationAt);
        if (isScalar(key) && names.has(field.name))
          problems.push(
            problemAt(field.location, `Duplicate field ${inQuotes(field.name, 40)}.`, 'Delete one of the two.'),
          );
        if (isScalar(key)) names.add(field.name);
        if (!node.flow) return field;
        const isBare = value === null;
        const inBraces = { ...field, previous, isBare };
        if (!isBare) previous = field.name;
        return inBraces;
      });
      return { kind: 'object', fields, location };
    }
    if (!isScalar(node)) return { kind: 'text', text: '', location };
    if (node.comment !== undefined && node.comment !== null && /^\S/u.test(node.comment)) {
      const message = `The text after the number sign is read as a comment: “#${node.comment.slice(0, 40)}”.`;
      notes.push(problemAt(location, message, 'If it belongs to the value, put the whole value in quotation marks.'));
    }
    return { kind: 'text', text: textOf(node), location };
  }

  function fieldOf(key: Node, value: Node | null, locationAt: LocationAt): TreeField {
    const location = locationAt(startOf(key));
    const name = isScalar(key) ? textOf(key) : '';
    if (!isScalar(key))
      problems.push(
        problemAt(
          location,
          'The name before a colon must be plain text.',
          'Put values that start with [ or { in quotation marks.',
        ),
      );
    return { name, location, value: value ? treeOf(value, locationAt) : { kind: 'text', text: '', location } };
  }
}

function hasAnchor(node: Node): node is Node & { readonly anchor: string } {
  return 'anchor' in node && typeof node.anchor === 'string';
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** In the failsafe schema every scalar is text or null. */
function textOf({ value }: Scalar): string {
  return typeof value === 'string' ? value : '';
}

function nestsTooDeeply(text: string): boolean {
  let brackets = 0;
  let column = 0;
  /** Of the first tokens of the lists and objects around this place: a deeper one starts further to the right. */
  const columns: number[] = [];
  // The lexer is not recursive, and returns a text, such as a quote of several lines, as one token.
  for (const token of new Lexer().lex(text)) {
    if (token === CST.FLOW_END) brackets = 0;
    // These tokens are not part of the text.
    if (token === CST.DOCUMENT || token === CST.FLOW_END || token === CST.SCALAR) continue;
    if (token === '[' || token === '{') brackets++;
    else if (token === ']' || token === '}') brackets = Math.max(0, brackets - 1);
    else if (brackets === 0 && token.trim() !== '') {
      while (columns.length > 0 && columns.at(-1)! >= column) columns.pop();
      columns.push(column);
    }
    if (brackets + columns.length > maxDepth) return true;
    const lineBreak = token.lastIndexOf('\n');
    column = lineBreak < 0 ? column + token.length : token.length - lineBreak - 1;
  }
  return false;
}

/** [message, hint] by the error code of the parser. */
const syntaxErrors: Readonly<Partial<Record<YAMLError['code'], readonly [string, string]>>> = {
  BAD_ALIAS: [
    'A value that starts with * is an alias, and this one is not valid.',
    'Put the value in quotation marks.',
  ],
  BAD_DQ_ESCAPE: [
    'Invalid backslash escape in double quotation marks.',
    'Use single quotation marks around the value, or write two backslashes.',
  ],
  BAD_INDENT: [
    'The indentation of this line does not match the lines around it.',
    'Indent the lines of an item equally, with spaces, and close all brackets.',
  ],
  BAD_SCALAR_START: ['A value cannot start with this character.', 'Put the value in quotation marks.'],
  BLOCK_AS_IMPLICIT_KEY: ['The value contains a colon followed by a space.', 'Put the value in quotation marks.'],
  MULTILINE_IMPLICIT_KEY: [
    'A colon is missing, or a value continues on the next line without indentation.',
    'Write name: value, and indent continuation lines.',
  ],
  MISSING_CHAR: [
    'A quotation mark or bracket is not closed, or a comma or colon is missing.',
    'Close quotation marks and brackets; double a quotation mark inside a quoted value.',
  ],
  MULTIPLE_DOCS: ['A line with three hyphens starts a second document; a coding is a single one.', 'Delete the line.'],
  TAB_AS_INDENT: ['The line is indented with a tab.', 'Indent with spaces.'],
  UNEXPECTED_TOKEN: [
    'Unexpected text at this place.',
    'Put the whole value in quotation marks, and check the indentation.',
  ],
  KEY_OVER_1024_CHARS: [
    'The name before this colon is too long.',
    'If the colon belongs to a value, put the value in quotation marks.',
  ],
};

function syntaxProblem({ code, message }: YAMLError, location: FileLocation) {
  const [problem, hint] = syntaxErrors[code] ?? [
    `Invalid YAML: ${message}.`,
    'Check quotation marks, brackets and indentation.',
  ];
  return problemAt(location, problem, hint);
}
