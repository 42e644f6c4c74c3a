import type { ReactiveController, ReactiveControllerHost } from 'lit';

const duration = 350;
/** More than this would not be followed by the eye, and costs a frame. */
const mostMoving = 600;

/**
 * Lets what changed its place in an update move there, by transforms only; not for readers who ask for reduced motion.
 * What is keyed keeps its element, and so is recognised.
 */
export class Reordering implements ReactiveController {
  private before: ReadonlyMap<Element, DOMRect> = new Map();

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    private readonly selector: string,
  ) {
    host.addController(this);
  }

  /** To be called before an update that moves things. */
  remember(): void {
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const movable = [...(this.host.shadowRoot?.querySelectorAll(this.selector) ?? [])];
    if (movable.length > mostMoving) return;
    this.before = new Map(movable.map((element) => [element, element.getBoundingClientRect()]));
  }

  hostUpdated(): void {
    const { before } = this;
    if (before.size === 0) return;
    this.before = new Map();
    const moves = [...before].flatMap(([element, from]) => {
      if (!element.isConnected) return [];
      const to = element.getBoundingClientRect();
      const [x, y] = [from.x - to.x, from.y - to.y];
      return x || y ? [[element, x, y] as const] : [];
    });
    for (const [element, x, y] of moves)
      element.animate([{ transform: `translate(${x}px, ${y}px)` }, { transform: 'none' }], {
        duration,
        easing: 'ease',
      });
  }
}
