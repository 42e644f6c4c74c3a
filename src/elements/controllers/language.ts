/** The event of the window at which widgets look at their language anew: one was added, or the page changed its own. */
export const languageEvent = 'stancekit.languages';

/** One for all widgets; made at first use, for there is none without a DOM. */
let observer: MutationObserver | undefined;

let followed = 0;

/** From now on a change of `lang` or `dir` around the element raises the event. */
export function followLanguage(element: Element): void {
  followed++;
  observer ??= new MutationObserver(() => dispatchEvent(new Event(languageEvent)));
  // Of a shadow root in which the element stands, the document shows nothing.
  for (let at: Node | undefined = element; at; at = at instanceof ShadowRoot ? at.host : undefined) {
    at = at.getRootNode();
    observer.observe(at, { subtree: true, attributeFilter: ['lang', 'dir'] });
  }
}

/** To be called once for each element followed; without any, nothing is observed. */
export function forgetLanguage(): void {
  if (!--followed) observer?.disconnect();
}
