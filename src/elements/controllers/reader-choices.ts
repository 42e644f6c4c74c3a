import type { ReactiveControllerHost } from 'lit';
import type { FilterActions } from '../../views/filters.js';
import { Permalink } from './permalink.js';

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly permalink: boolean;
}

/** What an element lets its reader choose, by the names of its properties; all are strings. */
interface Choices {
  /** Those in a permalink. */
  readonly linked: readonly string[];
  /** Those that filter what is shown. */
  readonly filters: readonly string[];
  /** Returns what a reader sees after setting this property. */
  readonly describe: (property: string) => string;
}

/** Sets what a reader chose on the element, writes it to the page’s address where the page wants that, and announces it. */
export class ReaderChoices {
  /** The text of the live region. */
  announcement = '';

  readonly actions: FilterActions = {
    choose: (property, value) => this.set({ [property]: value }),
    showAll: () => this.set(Object.fromEntries(this.choices().filters.map((property) => [property, '']))),
  };

  private link: Permalink | undefined;

  constructor(
    private readonly host: Host,
    private readonly choices: () => Choices,
  ) {}

  get isLinkCopied(): boolean {
    return this.link?.isCopied ?? false;
  }

  readonly copyLink = (): void => void this.link?.copy();

  /** Restores what the address says; to be called before the first update. */
  restore(): void {
    if (!this.host.permalink) return;
    this.link = new Permalink(this.host, this.choices().linked);
    this.link.restore();
  }

  remember(): void {
    this.link?.write();
  }

  announce(text: string): void {
    this.announcement = text;
    this.host.requestUpdate();
  }

  private set(values: Readonly<Record<string, string>>): void {
    Object.assign(this.host, values);
    this.remember();
    const [property = ''] = Object.keys(values);
    void this.host.updateComplete.then(() => this.announce(this.choices().describe(property)));
  }
}
