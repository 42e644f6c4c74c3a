import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds. */
const duration = 350;
/** The eye does not follow more, and they would cost a frame. */
const maxMoving = 600;

/** Moves what an update has put elsewhere to its new position, by transforms only; not for readers who prefer reduced motion. */
export class Reordering implements ReactiveController {
  private before: ReadonlyMap<string, DOMRect> = new Map();

  constructor(
    host: ReactiveControllerHost,
    /** Returns the elements that can move by names that stay the same when they do. */
    private readonly movable: () => ReadonlyMap<string, Element>,
  ) {
    host.addController(this);
  }

  /** To be called before an update that moves things, while the names still fit what is rendered. */
  remember(): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const movable = this.movable();
    if (movable.size > maxMoving) return;
    this.before = new Map([...movable].map(([name, element]) => [name, element.getBoundingClientRect()]));
  }

  hostUpdated(): void {
    const { before } = this;
    if (before.size === 0) return;
    this.before = new Map();
    const moves = [...this.movable()].flatMap(([name, element]) => {
      const from = before.get(name);
      const to = element.getBoundingClientRect();
      const [x, y] = from ? [from.x - to.x, from.y - to.y] : [0, 0];
      return x || y ? [[element, x, y] as const] : [];
    });
    for (const [element, x, y] of moves)
      element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
        duration,
        easing: 'ease',
      });
  }
}
