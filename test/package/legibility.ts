/** What a reader can see of a widget, measured in the page. */
export interface Legibility {
  /** What violates the limits: text of 9 to 32 px, line height of at least 0.9, opacity of at least 0.5, no transforms. */
  readonly faults: readonly string[];
  /** Every text with its inheritable properties, and how every shape is painted. */
  readonly looks: readonly string[];
  /** The width of the widget in CSS pixels; in a multi-column layout, that of its first fragment. */
  readonly width: number;
}

/**
 * Measures one widget, in computed styles. Spacing is returned in `em`, because the text size may follow the article's. Runs in the page, so
 * it uses nothing from outside itself.
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
    if (size < 9 || size > 32) faults.add(`${what} has a font size of ${style.fontSize}`);
    if (parseFloat(style.lineHeight) < 0.9 * size)
      faults.add(`${what} has a line height of ${style.lineHeight} at ${size}px`);
    if (opacityOf(element) < 0.5) faults.add(`${what} is nearly transparent`);
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
 * Returns whether the middle of an element's first line is visible: in the window, and not covered. Scrolls there first.
 */
export function isUncovered(element: Element): boolean {
  element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const range = document.createRange();
  range.selectNodeContents(element);
  const line = [...range.getClientRects()].find(({ width, height }) => width > 4 && height > 4);
  if (!line) return false;
  const root = element.getRootNode() as ShadowRoot;
  const hit = root.elementFromPoint((line.left + line.right) / 2, (line.top + line.bottom) / 2);
  return hit !== null && (element.contains(hit) || hit.contains(element));
}
