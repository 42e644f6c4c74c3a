import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { messagesFor } from '../../wording/messages-for.js';
import type { Messages } from '../../wording/messages.js';

/** The event of the window at which widgets check their language: one was added, or the page changed its own. */
export const languageEvent = 'stancekit.languages';

/** One for all widgets of a page; made when the first is connected, because there is none without a DOM. */
let observer: MutationObserver | undefined;

let observedElements = 0;

/** Raises the event from now on when `lang` or `dir` changes around the element. */
function observeLanguage(element: Element): void {
  observedElements++;
  observer ??= new MutationObserver(() => dispatchEvent(new Event(languageEvent)));
  // An observer of the document sees nothing of the shadow roots that the element is in.
  for (let node: Node | undefined = element; node; node = node instanceof ShadowRoot ? node.host : undefined) {
    node = node.getRootNode();
    observer.observe(node, { subtree: true, attributeFilter: ['lang', 'dir'] });
  }
}

/** To be called once for each observed element; without any, nothing is observed. */
function unobserveLanguage(): void {
  if (--observedElements === 0) observer?.disconnect();
}

/** Keeps an element in the language of its `lang` or of its nearest ancestor’s. */
export class LanguageController implements ReactiveController {
  messages: Messages = messagesFor('en');

  /** The direction of the messages; where they are English for want of the page’s language, the page’s own. */
  direction = 'ltr';

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostConnected(): void {
    observeLanguage(this.host);
    addEventListener(languageEvent, this.check);
    this.check();
  }

  hostDisconnected(): void {
    removeEventListener(languageEvent, this.check);
    unobserveLanguage();
  }

  /** Whether the messages run the other way than the page’s language, which has none. */
  get isForeign(): boolean {
    return this.direction !== this.messages.direction;
  }

  /** Reads language and direction anew; returns whether they are other ones than before. */
  update(): boolean {
    const lang = languageOf(this.host);
    const messages = messagesFor(lang);
    const isTranslated = messages.lang.split('-')[0] === lang.split('-')[0];
    const direction = isTranslated ? messages.direction : getComputedStyle(this.host).direction;
    const isChanged = messages !== this.messages || direction !== this.direction;
    [this.messages, this.direction] = [messages, direction];
    return isChanged;
  }

  private readonly check = (): void => {
    if (this.update()) this.host.requestUpdate();
  };
}

/** Returns the `lang` of the element or of its nearest ancestor, across shadow roots. */
function languageOf(element: Element): string {
  for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    const lang = node instanceof Element ? node.getAttribute('lang') : null;
    if (lang !== null) return lang;
  }
  return 'en';
}
