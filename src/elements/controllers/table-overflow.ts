/** A table up to this much higher than the limit is shown whole: scrolling would save too little. */
const maxExcess = 1.4;

/** How many rows and columns are out of view. */
export type OutOfView = readonly [rows: number, columns: number];

/** Lets a table scroll inside its box only where it is much higher than the limit that the style sheet sets. */
export function decideHeight(scroller: HTMLElement): void {
  const { style } = scroller;
  // Through the CSSOM, which a strict content security policy allows.
  style.maxBlockSize = '';
  if (scroller.scrollHeight < scroller.clientHeight * maxExcess) style.maxBlockSize = 'none';
}

/** Returns the part of the table that shows cells: beside the names, which may be on the right, and below the claims. */
function cellsInView(scroller: Element): Readonly<Record<'left' | 'right' | 'top' | 'bottom', number>> {
  const { left, right, bottom } = scroller.getBoundingClientRect();
  const corner = scroller.querySelector('.corner')!.getBoundingClientRect();
  const isMirrored = corner.left > left + 1;
  return {
    left: isMirrored ? left : corner.right,
    right: isMirrored ? corner.left : right,
    top: corner.bottom,
    bottom,
  };
}

/** Scrolls the table, and not the page, until a mark is in view. */
export function showInTable(scroller: Element, mark: Element): void {
  const view = cellsInView(scroller);
  const { left, right, top, bottom } = mark.getBoundingClientRect();
  const nearest = (start: number, end: number, from: number, to: number) =>
    start < from ? start - from : Math.max(0, end - to);
  scroller.scrollBy({
    left: nearest(left, right, view.left, view.right),
    top: nearest(top, bottom, view.top, view.bottom),
    behavior: 'instant',
  });
}

/** Returns what is out of view; undefined where the whole table is visible. */
export function outOfViewIn(scroller: Element): OutOfView | undefined {
  const view = cellsInView(scroller);
  const count = (selector: string, start: 'left' | 'top', end: 'right' | 'bottom') =>
    [...scroller.querySelectorAll(selector)].filter((each) => {
      const box = each.getBoundingClientRect();
      const middle = (box[start] + box[end]) / 2;
      return middle < view[start] || middle > view[end];
    }).length;
  const rows = count('.speaker', 'top', 'bottom');
  const columns = count('thead button', 'left', 'right');
  return rows + columns > 0 ? [rows, columns] : undefined;
}
