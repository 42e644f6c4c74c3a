/** Raises the column of that cell, and no other; the row is raised by CSS. */
export function raiseColumn(root: ParentNode, cell: HTMLTableCellElement | null): void {
  const column = cell && cell.cellIndex > 0 ? cell.cellIndex : undefined;
  root.querySelector('colgroup.hot')?.classList.remove('hot');
  if (column !== undefined) root.querySelectorAll('colgroup')[column]?.classList.add('hot');
}

/** The first words behind a mark, below it, for those who see; the mark's name says the rest. All is read before anything is written. */
export function showPreview(root: ParentNode, mark: HTMLElement | null | undefined, words: string | undefined): void {
  const scroller = mark?.closest('.scroller');
  let preview = root.querySelector<HTMLElement>('.preview');
  if (!scroller || !mark || !words) {
    preview?.remove();
    return;
  }
  const [at, around] = [mark.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const { scrollLeft, scrollTop, clientWidth } = scroller;
  const isInRightHalf = at.left + at.right > around.left + around.right;
  const x = isInRightHalf ? at.right - around.left : at.left - around.left;
  if (!preview) {
    preview = document.createElement('div');
    preview.className = 'preview';
    preview.setAttribute('part', 'preview');
    preview.setAttribute('aria-hidden', 'true');
    preview.dir = 'auto';
    scroller.append(preview);
  }
  preview.textContent = words;
  // Through the CSSOM, which a strict content security policy allows.
  preview.style.left = isInRightHalf ? 'auto' : `${x + scrollLeft}px`;
  preview.style.right = isInRightHalf ? `${clientWidth - x - scrollLeft}px` : 'auto';
  preview.style.top = `${at.bottom - around.top + scrollTop + 2}px`;
}
