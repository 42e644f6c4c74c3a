import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows when the page is printed. On paper nothing can be opened, so everything folded is unfolded for it. */
export class PrintController implements ReactiveController {
  isPrinting = false;

  /** What is unfolded for paper only. */
  private unfolded: readonly HTMLDetailsElement[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & { readonly renderRoot: ParentNode },
    /** Renders at once: the browser prints what is there when the event’s listeners return. */
    private readonly renderNow: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.onPrint);
    addEventListener('afterprint', this.onPrint);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.onPrint);
    removeEventListener('afterprint', this.onPrint);
  }

  private readonly onPrint = ({ type }: Event): void => {
    this.isPrinting = type === 'beforeprint';
    this.host.requestUpdate();
    this.renderNow();
    if (this.isPrinting)
      this.unfolded = [...this.host.renderRoot.querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of this.unfolded) details.open = this.isPrinting;
  };
}
