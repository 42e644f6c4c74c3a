/** A code block, with its file name if its first line has one: ```yaml coding.yaml */
export interface Block {
  readonly language: string;
  readonly file: string | undefined;
  readonly text: string;
  readonly line: number;
}

export interface Link {
  readonly target: string;
  readonly line: number;
}

/** The parts of a documentation page that tests use. */
export class MarkdownPage {
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
  /** The anchors of the headings, as code hosts make them. */
  readonly anchors: ReadonlySet<string>;
  /** Each line, empty if it is part of a code block. */
  private readonly prose: readonly string[];

  constructor(text: string) {
    const lines = text.split('\n');
    const prose: string[] = [];
    const blocks: Block[] = [];
    for (let at = 0; at < lines.length; at++) {
      const [, indent = '', fence, info = ''] = /^( *)(`{3,})(.*)$/.exec(lines[at]!) ?? [];
      prose.push(fence ? '' : lines[at]!);
      if (!fence) continue;
      const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
      if (end < 0) throw new Error(`The block that begins in line ${at + 1} does not end.`);
      const [language = '', file] = info.trim().split(' ');
      const inside = lines.slice(at + 1, end).map((line) => line.slice(indent.length));
      blocks.push({ language, file, text: `${inside.join('\n')}\n`, line: at + 1 });
      for (; at < end; at++) prose.push('');
    }
    this.prose = prose;
    this.blocks = blocks;
    this.links = prose.flatMap((line, index) =>
      [...line.replaceAll(/`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)].map(([, target]) => ({
        target: target!,
        line: index + 1,
      })),
    );
    this.anchors = new Set(prose.flatMap((line) => (/^#{1,6} /.test(line) ? [anchorOf(line)] : [])));
  }

  /** The inline code. */
  get inlineCode(): readonly string[] {
    return this.prose.flatMap((line) => [...line.matchAll(/`([^`]+)`/g)].map(([, code]) => code!));
  }

  /** The cells of the first table below a heading, without its head. */
  table(heading: string): readonly (readonly string[])[] {
    const from = this.prose.findIndex((line) => line.replace(/^#+ /, '') === heading && line.startsWith('#'));
    if (from < 0) throw new Error(`There is no heading “${heading}”.`);
    const under = this.prose.slice(from + 1);
    const to = under.findIndex((line) => line.startsWith('#'));
    const rows = under.slice(0, to < 0 ? undefined : to);
    const first = rows.findIndex((line) => line.startsWith('|'));
    if (first < 0) throw new Error(`There is no table under “${heading}”.`);
    const after = rows.findIndex((line, index) => index > first && !line.startsWith('|'));
    return rows.slice(first + 2, after < 0 ? undefined : after).map((line) =>
      line
        .replaceAll('\\|', '\u0000')
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll('\u0000', '|').trim()),
    );
  }
}

function anchorOf(heading: string): string {
  const text = heading.replace(/^#+ /, '').replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1');
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}
