import { cdp } from 'vitest/browser';

// Reads a page aloud as a screen reader does from top to bottom, as text. What there is to read comes from Chromium’s own accessibility
// tree, the one that it hands to screen readers, so names, hidden parts and shadow roots are as the browser sees them; only the phrases
// are ours. They follow Orca 43, without its position in tables (“row 3 column 5”) and its “leaving list”.

/** What the DevTools protocol says of a node, as far as it is read. */
interface AccessibilityNode {
  readonly nodeId: string;
  readonly backendDOMNodeId?: number;
  readonly ignored: boolean;
  readonly childIds?: readonly string[];
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

/** Roles whose name is all that is read of them, with what they are called. */
const controls: Readonly<Record<string, string>> = {
  button: 'button',
  checkbox: 'check box',
  combobox: 'combo box',
  DisclosureTriangle: 'button',
  link: 'link',
  radio: 'radio button',
  searchbox: 'search box',
  textbox: 'text box',
};

/** Roles that are named, with their name if they have one, before what is in them. */
const announced: Readonly<Record<string, string>> = {
  alert: 'alert',
  blockquote: 'block quote',
  dialog: 'dialog',
  image: 'image',
  separator: 'separator',
  splitter: 'separator',
  status: 'status',
};

/** Roles that are named only with a name of their own. */
const announcedByName: Readonly<Record<string, string>> = { group: 'group', figure: 'figure' };

/** Roles that are named after what is in them. */
const announcedAfter: Readonly<Record<string, string>> = { columnheader: 'column header', rowheader: 'row header' };

const states: readonly (readonly [property: string, value: unknown, phrase: string])[] = [
  ['expanded', true, 'expanded'],
  ['expanded', false, 'collapsed'],
  ['pressed', 'true', 'pressed'],
  ['pressed', 'false', 'not pressed'],
  ['checked', 'true', 'checked'],
  ['checked', 'false', 'not checked'],
  ['selected', true, 'selected'],
  ['disabled', true, 'unavailable'],
];

/**
 * Returns what is read of the page’s `main`, line by line. In braces is what is not part of reading from top to bottom: the heading of
 * a cell’s column, and the description of what has the focus.
 */
export async function spoken(): Promise<string> {
  const devtools = cdp();
  const { frameTree } = await devtools.send('Page.getFrameTree');
  const frame = frameTree.childFrames?.find(({ frame }) => frame.url === location.href)?.frame;
  const tree = await devtools.send('Accessibility.getFullAXTree', frame ? { frameId: frame.id } : {});
  const nodes = tree.nodes as readonly AccessibilityNode[];
  const reading = new Reading(nodes, await currentOf(nodes));
  reading.read(nodes.find(({ role }) => role?.value === 'main')!);
  return `${reading.lines.join('\n')}\n`;
}

/** Returns the controls that are `aria-current`, which the accessibility tree of the protocol leaves out. */
async function currentOf(nodes: readonly AccessibilityNode[]): Promise<ReadonlySet<AccessibilityNode>> {
  const current = new Set<AccessibilityNode>();
  for (const node of nodes) {
    if (node.ignored || !node.role || !controls[node.role.value]) continue;
    const { node: element } = await cdp().send('DOM.describeNode', { backendNodeId: node.backendDOMNodeId! });
    // A list of names and values by turns.
    const attributes = element.attributes ?? [];
    if (attributes[attributes.indexOf('aria-current') + 1] === 'true') current.add(node);
  }
  return current;
}

/** Returns how many words are spoken, without those in braces. */
export function wordCount(text: string): number {
  return text.replace(/\{.*?\}/g, ' ').match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

class Reading {
  readonly lines: string[] = [];
  private readonly nodes: ReadonlyMap<string, AccessibilityNode>;
  /** The headings of the columns of the table that is read, from the second on. */
  private columns: string[] = [];
  /** Text that goes on in the next inline node. */
  private text = '';

  constructor(
    nodes: readonly AccessibilityNode[],
    private readonly current: ReadonlySet<AccessibilityNode>,
  ) {
    this.nodes = new Map(nodes.map((node) => [node.nodeId, node]));
  }

  read(node: AccessibilityNode): void {
    const role = node.ignored ? '' : (node.role?.value ?? '');
    const name = node.name?.value ?? '';
    if (role === 'StaticText') this.addText(name);
    else if (role === 'mark') {
      this.addText('highlight start');
      this.readChildren(node);
      this.addText('highlight end');
    } else if (node.ignored) this.readChildren(node);
    else {
      this.endText();
      this.readObject(node, role, name);
      this.endText();
    }
  }

  private readObject(node: AccessibilityNode, role: string, name: string): void {
    const control = controls[role];
    if (control) this.say(name, this.property(node, 'pressed') ? 'toggle button' : control, ...this.statesOf(node));
    else if (role === 'list') this.say(name, `list with ${this.children(node).length} items`);
    else if (role === 'table') this.readTable(node, name);
    else if (role === 'row') this.readRow(node);
    else if (announced[role]) this.say(name, announced[role]);
    else if (announcedByName[role] && name) this.say(name, announcedByName[role]);
    if (node.description?.value) this.say(`{${node.description.value}}`);
    if (control || role === 'row') return;
    const before = this.lines.length;
    this.readChildren(node);
    this.endText();
    const after = role === 'heading' ? `heading level ${String(this.property(node, 'level'))}` : announcedAfter[role];
    if (after && this.lines.length > before) this.lines.push(`${this.lines.pop()!}, ${after}`);
  }

  private readTable(table: AccessibilityNode, name: string): void {
    const rows = this.descendants(table, 'row');
    const heads = this.descendants(rows[0]!, 'columnheader');
    this.columns = heads.map((head) => this.textOf(head));
    this.say(name, `table with ${rows.length} rows ${heads.length} columns`);
  }

  private readRow(row: AccessibilityNode): void {
    for (const [index, cell] of this.children(row).entries()) {
      const before = this.lines.length;
      this.read(cell);
      if (cell.role?.value === 'cell' && this.lines.length > before)
        this.lines[before] = `{${this.columns[index] ?? ''}} ${this.lines[before]!}`;
    }
  }

  private readChildren(node: AccessibilityNode): void {
    for (const id of node.childIds ?? []) {
      const child = this.nodes.get(id);
      if (child && child.role?.value !== 'InlineTextBox') this.read(child);
    }
  }

  /** Chromium leaves out the spaces between inline elements. */
  private addText(text: string): void {
    this.text += /^[,.;:!?)]/.test(text) ? text : ` ${text}`;
  }

  private endText(): void {
    const text = this.text.replace(/\s+/g, ' ').trim();
    this.text = '';
    if (text) this.say(text);
  }

  private say(...phrases: readonly string[]): void {
    this.lines.push(phrases.filter(Boolean).join(', '));
  }

  private statesOf(node: AccessibilityNode): readonly string[] {
    const named = states.filter(([property, value]) => this.property(node, property) === value);
    return [...named.map(([, , phrase]) => phrase), ...(this.current.has(node) ? ['current'] : [])];
  }

  private property(node: AccessibilityNode, property: string): unknown {
    return node.properties?.find(({ name }) => name === property)?.value.value;
  }

  /** Returns the children that are not ignored, or else their children. */
  private children(node: AccessibilityNode): readonly AccessibilityNode[] {
    return (node.childIds ?? []).flatMap((id) => {
      const child = this.nodes.get(id);
      return !child ? [] : child.ignored ? this.children(child) : [child];
    });
  }

  private descendants(node: AccessibilityNode, role: string): readonly AccessibilityNode[] {
    return this.children(node).flatMap((child) =>
      child.role?.value === role ? [child] : this.descendants(child, role),
    );
  }

  /** Returns the texts of a heading without those of its pictures. */
  private textOf(node: AccessibilityNode): string {
    if (node.role?.value === 'StaticText') return node.name?.value ?? '';
    const children = this.children(node).filter(({ role }) => role?.value !== 'image');
    return children.map((child) => this.textOf(child)).join(' ');
  }
}
