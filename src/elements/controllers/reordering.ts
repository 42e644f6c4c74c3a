import type { ReactiveController, ReactiveControllerHost } from '@lit/reactive-element';

const duration = 350;
/** More than this would not be followed by the eye, and costs a frame. */
const mostMoving = 600;

/** Lets what changed its place in an update move there, by transforms only; not for readers who ask for reduced motion. */
export class Reordering implements ReactiveController {
  private before: ReadonlyMap<string, DOMRect> = new Map();

  constructor(
    host: ReactiveControllerHost,
    /** What is drawn now, by names that stay the same when things change their places. */
    private readonly movable: () => ReadonlyMap<string, Element>,
  ) {
    host.addController(this);
  }

  /** To be called before an update that moves things, while the names still are those of what is drawn. */
  remember(): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const movable = this.movable();
    if (movable.size > mostMoving) return;
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
