/** Renders widgets in a page and records what they do there. `watchWidgets` runs in the page, so it uses nothing from outside itself. */

/** A widget to render: its tag, the attributes that the page sets, and its data. */
export interface WidgetCase {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly data: unknown;
  /** Texts that the widget must show exactly, by the name of their field. */
  readonly shows?: Readonly<Record<string, string>>;
}

export interface Observation {
  /** `li`, `li@class`, `svg:path@d`: everything that the shadow trees ever contained. */
  readonly names: readonly string[];
  /** What no widget may ever contain. */
  readonly forbidden: readonly string[];
  /** For each widget, the fields of `shows` that were visible. */
  readonly shown: readonly (readonly string[])[];
  /** For each widget, what it finally shows. */
  readonly ends: readonly ('rendered' | 'message' | 'blank')[];
}

export interface Watch {
  /** Renders the widgets, points at, focuses and prints them, and presses what `press` says. */
  render(cases: readonly WidgetCase[], press: Press): Promise<Observation>;
}

export type Press = 'nothing' | 'what opens' | 'everything';

declare global {
  interface Window {
    watch: Watch;
  }
}

export function watchWidgets(): void {
  const never = new Set(
    'script style iframe frame img image picture video audio source link object embed applet base meta form input textarea template'.split(
      ' ',
    ),
  );
  const addresses = new Set('href src srcset action formaction data poster background ping xlink:href'.split(' '));
  /** Pressing these leaves the page, or downloads or copies something. */
  const leavesPage = /^(JSON|CSV|Copy link)$/;
  const frame = () => new Promise((done) => requestAnimationFrame(done));

  const isWeb = (address: string) => {
    try {
      return /^https?:$/.test(new URL(address, location.href).protocol);
    } catch {
      return false;
    }
  };

  window.watch = {
    async render(cases, press) {
      const names = new Set<string>();
      const forbidden = new Set<string>();

      const lookAtAttribute = (name: string, { name: attribute, value }: Attr) => {
        names.add(`${name}@${attribute}`);
        if (/^on/i.test(attribute)) forbidden.add(`${name}@${attribute}=${value}`);
        if (addresses.has(attribute) && !isWeb(value)) forbidden.add(`${name}@${attribute}=${value}`);
        if (attribute === 'style' && /url|expression|import|image/i.test(value))
          forbidden.add(`${name}@style=${value}`);
      };
      const look = (node: Node): void => {
        if (node instanceof Element) {
          const isHtml = node.namespaceURI === 'http://www.w3.org/1999/xhtml';
          const name = isHtml ? node.localName : `${node.namespaceURI!.replace(/.*\//, '')}:${node.localName}`;
          names.add(name);
          if (never.has(node.localName.toLowerCase())) forbidden.add(name);
          for (const attribute of node.attributes) lookAtAttribute(name, attribute);
          if (node.shadowRoot) node.shadowRoot.childNodes.forEach(look);
        }
        node.childNodes.forEach(look);
      };
      // Including what is added and removed within one task.
      const take = (records: readonly MutationRecord[]) => {
        for (const { addedNodes, target, attributeName } of records) {
          addedNodes.forEach(look);
          const attribute = attributeName && (target as Element).getAttributeNode(attributeName);
          if (attribute) look(target);
        }
      };
      const observer = new MutationObserver(take);

      const widgets = cases.map(({ tag, attributes, data }) => {
        const widget = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) widget.setAttribute(name, value);
        if (data !== undefined) Object.assign(widget, { data });
        const root = widget.shadowRoot;
        if (root) observer.observe(root, { subtree: true, childList: true, attributes: true });
        return widget;
      });
      const places = widgets.map((widget) => {
        const place = document.createElement('div');
        // Without layout off screen this takes a fraction of the time.
        place.style.contentVisibility = 'auto';
        place.append(widget);
        return place;
      });
      document.body.append(...places);
      for (const { shadowRoot } of widgets)
        observer.observe(shadowRoot!, { subtree: true, childList: true, attributes: true });

      const roots = widgets.map(({ shadowRoot }) => shadowRoot!);
      const end = (root: ShadowRoot) =>
        root.querySelector('[role=alert]') ? 'message' : root.querySelector('h2') ? 'rendered' : 'blank';
      for (let frames = 0; frames < 100 && roots.some((root) => end(root) === 'blank'); frames++) await frame();

      const shown = cases.map(() => new Set<string>());
      const read = () => {
        roots.forEach((root, index) => {
          const open = Object.entries(cases[index]!.shows ?? {}).filter(([field]) => !shown[index]!.has(field));
          if (open.length === 0) return;
          const text = root.textContent;
          for (const [field, expected] of open) if (text.includes(expected)) shown[index]!.add(field);
        });
      };
      const settle = async () => {
        await frame();
        take(observer.takeRecords());
        read();
      };
      await settle();

      for (const control of roots.flatMap((root) => [
        ...root.querySelectorAll<HTMLElement>('button, a, summary, [tabindex]'),
      ])) {
        for (const type of ['pointerover', 'pointerenter', 'mouseover'])
          control.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }));
        control.focus();
        for (const key of ['ArrowDown', 'ArrowRight', 'End', 'Home'])
          control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
      await settle();

      const print = async () => {
        for (const type of ['beforeprint', 'afterprint']) {
          dispatchEvent(new Event(type));
          await settle();
        }
      };
      await print();

      // One control of each widget at a time, because pressing changes the controls.
      const pressAll = async (what: string) => {
        const inWidget = (root: ShadowRoot) => [...root.querySelectorAll<HTMLElement>(what)];
        for (let turn = 0; turn < 60 && roots.some((root) => turn < inWidget(root).length); turn++) {
          for (const root of roots) {
            const control = inWidget(root)[turn];
            if (control && !leavesPage.test(control.textContent.trim())) control.click();
          }
          await settle();
        }
      };
      if (press !== 'nothing') await pressAll('summary, [data-select]:not([aria-current], [aria-expanded=true])');
      if (press === 'everything') {
        await pressAll('summary, button');
        await print();
      }
      roots.forEach(look);
      observer.disconnect();
      const ends = roots.map(end);
      for (const place of places) place.remove();
      return { names: [...names], forbidden: [...forbidden], shown: shown.map((each) => [...each]), ends };
    },
  };
}
