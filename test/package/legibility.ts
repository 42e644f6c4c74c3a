/** What a reader can see of a drawn widget, measured in the page. */
export interface Legibility {
  /** What breaks the promise in numbers: text of 9 to 32 px, lines of at least 0.9 times that, nothing faded out. */
  readonly faults: readonly string[];
  /** Every text with the properties that it could have inherited, and how every shape is painted. */
  readonly looks: readonly string[];
  /** The width of the drawing in CSS pixels; in columns that of the first. */
  readonly width: number;
}

/**
 * Measures one widget. Runs in the page, so it uses nothing from outside itself; sizes are those of the computed style, and of a length in
 * `em` only the factor is kept, because the size of the text may follow the article's.
 */
export function legibilityOf(host: Element): Legibility {
  const inherited = [
    'color',
    'cursor',
    'direction',
    'font-style',
    'font-variant',
    'font-weight',
    'font-stretch',
    'hyphens',
    'line-break',
    'text-indent',
    'text-shadow',
    'text-transform',
    'visibility',
    'white-space',
    'word-break',
    'writing-mode',
    '-webkit-text-fill-color',
    '-webkit-text-stroke-width',
  ];
  const painted = ['fill', 'fill-opacity', 'stroke', 'stroke-opacity', 'stroke-width', 'visibility'];
  const root = host.shadowRoot!;
  const faults = new Set<string>();
  const looks = new Set<string>();

  const opacityOf = (element: Element | null): number => {
    if (!element) return 1;
    const above = element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
    return Number(getComputedStyle(element).opacity) * opacityOf(above);
  };

  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    // How much of a table is out of view depends on the width, which is compared on its own.
    const text = node
      .textContent!.trim()
      .replace(/\s+/g, ' ')
      .replaceAll(/\d+ more (speaker|claim)s?/g, '# more $1s');
    const element = node.parentElement;
    const range = document.createRange();
    range.selectNodeContents(node);
    if (text === '' || !element || element.localName === 'style' || range.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    if (style.visibility !== 'visible') continue;
    const what = `“${text.slice(0, 30)}”`;
    const size = parseFloat(style.fontSize);
    if (size < 9 || size > 32) faults.add(`${what} is ${style.fontSize} large`);
    if (parseFloat(style.lineHeight) < 0.9 * size) faults.add(`${what} has lines of ${style.lineHeight} at ${size}px`);
    if (opacityOf(element) < 0.5) faults.add(`${what} is faded out`);
    const spacing = ['letter-spacing', 'word-spacing'].map(
      (name) => `${name}: ${Math.round(((parseFloat(style.getPropertyValue(name)) || 0) / size) * 100) / 100}em`,
    );
    looks.add([text, ...inherited.map((name) => `${name}: ${style.getPropertyValue(name)}`), ...spacing].join('; '));
  }
  for (const shape of root.querySelectorAll('rect, circle, path, line, polygon, ellipse, use')) {
    if (shape.getBoundingClientRect().width === 0 && shape.getBoundingClientRect().height === 0) continue;
    const style = getComputedStyle(shape);
    looks.add([shape.localName, ...painted.map((name) => `${name}: ${style.getPropertyValue(name)}`)].join('; '));
  }
  const frame = root.querySelector('[part~="frame"]')!;
  for (const element of root.querySelectorAll('*'))
    if (element instanceof HTMLElement && getComputedStyle(element).transform !== 'none')
      faults.add(`<${element.localName}> is transformed`);
  return { faults: [...faults], looks: [...looks].sort(), width: frame.getClientRects()[0]?.width ?? 0 };
}

/**
 * Whether a reader who looks at the middle of an element's first line sees that element, and not what lies over it or that it lies outside
 * of the window. Scrolls there first.
 */
export function isSeen(element: Element): boolean {
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const range = document.createRange();
  range.selectNodeContents(element);
  const line = [...range.getClientRects()].find(({ width, height }) => width > 4 && height > 4);
  if (!line) return false;
  const root = element.getRootNode() as ShadowRoot;
  const hit = root.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
  return hit !== null && (element.contains(hit) || hit.contains(element));
}
