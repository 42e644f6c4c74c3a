import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TestSite, script, seeds, type Visit } from './test-site.js';

// P6, P7, P13, P14: the page that embeds the widgets is unchanged. one-file.test.ts counts names; this file compares every value.
const site = new TestSite();
beforeAll(() => site.open());
afterAll(() => site.close());

const both =
  '<stance-matrix id="m" src="/seeds.json"><p>The fallback.</p></stance-matrix><source-disagreement id="d" src="/seeds.json"></source-disagreement>';

/**
 * Records every global, every property of every object and prototype reachable from a global, and the page's markup, styles, scroll
 * position and focus; `differences()` names what has changed.
 */
const record = `
  (() => {
    const seen = new Map();
    const properties = (object) => new Map(Reflect.ownKeys(object).map((name) => [name, Object.getOwnPropertyDescriptor(object, name)]));
    const keep = (path, object) => {
      if ((typeof object !== 'object' && typeof object !== 'function') || object === null || seen.has(object)) return;
      seen.set(object, { path, properties: properties(object) });
    };
    keep('window', window);
    for (const [name, { value }] of properties(window)) {
      // The test's own records.
      if (['stanceEvents', 'violations'].includes(name)) continue;
      keep(String(name), value);
      if (typeof value === 'function') keep(String(name) + '.prototype', value.prototype);
    }
    const others = { document, navigator, history, location, performance, console, customElements, async: Object.getPrototypeOf(async () => {}), generator: Object.getPrototypeOf(function* () {}) };
    for (const [name, object] of Object.entries(others)) keep(name, object);
    const look = () => ({
      markup: document.documentElement.outerHTML.replace(/<script src=[^>]*><.script>/, ''), title: document.title, address: location.href, entries: history.length,
      sheets: document.styleSheets.length, adopted: document.adoptedStyleSheets.length, fonts: document.fonts.size,
      focus: document.activeElement.localName, scroll: scrollY, selection: String(getSelection()), name: window.name,
      cookie: document.cookie, designMode: document.designMode, animations: document.getAnimations().length,
      neighbour: JSON.stringify([...getComputedStyle(neighbour)].map((each) => getComputedStyle(neighbour).getPropertyValue(each))),
    });
    const before = look();
    const same = (one, other) => one && other && ['value', 'get', 'set', 'writable', 'enumerable', 'configurable'].every((each) => Object.is(one[each], other[each]));
    window.differences = () => {
      const found = [];
      for (const [object, { path, properties: was }] of seen) {
        const now = properties(object);
        for (const name of new Set([...was.keys(), ...now.keys()]))
          if (name !== 'differences' && !same(was.get(name), now.get(name))) found.push(path + '.' + String(name));
      }
      const after = look();
      for (const name of Object.keys(before)) if (before[name] !== after[name]) found.push(name + ': ' + after[name].slice?.(0, 300));
      return found;
    };
  })()`;

/** Records each call of an API that an embedded widget should not use. */
const watch = `
  window.calls = [];
  const note = (object, name, what = name) => {
    const original = object?.[name];
    if (typeof original === 'function') object[name] = function (...args) { calls.push(what); return Reflect.apply(original, this, args); };
  };
  const noteAccess = (object, name) => {
    const { get, set } = Object.getOwnPropertyDescriptor(object, name);
    Object.defineProperty(object, name, {
      configurable: true,
      get() { calls.push(name); return get.call(this); },
      ...(set && { set(value) { calls.push(name); set.call(this, value); } }),
    });
  };
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) noteAccess(window, name);
  noteAccess(Document.prototype, 'cookie');
  noteAccess(window, 'name');
  for (const name of ['getItem', 'setItem']) note(Storage.prototype, name);
  for (const name of ['open', 'deleteDatabase']) note(IDBFactory.prototype, name, 'indexedDB.' + name);
  for (const name of ['write', 'writeln', 'open', 'execCommand']) note(Document.prototype, name, 'document.' + name);
  for (const name of ['sendBeacon', 'registerProtocolHandler', 'vibrate']) note(Navigator.prototype, name);
  note(window, 'postMessage'); note(window, 'open', 'window.open');
  for (const name of ['alert', 'confirm', 'prompt', 'print']) note(window, name);
  for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'BroadcastChannel', 'XMLHttpRequest', 'RTCPeerConnection', 'Notification', 'Function']) {
    const Original = window[name];
    if (Original) window[name] = new Proxy(Original, {
      construct: (target, args) => (calls.push(name), Reflect.construct(target, args)),
      apply: (target, self, args) => (calls.push(name), Reflect.apply(target, self, args)),
    });
  }
  for (const name of ['setTimeout', 'setInterval']) {
    const original = window[name];
    window[name] = (act, ...rest) => { if (typeof act !== 'function') calls.push(name + ' of a string'); return original(act, ...rest); };
  }
  for (const name of ['log', 'warn', 'error', 'info', 'debug']) note(console, name, 'console.' + name);
  window.listening = [];
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function (type, ...rest) {
    if (this === undefined || this === window || this === document || this === document.body || this === document.documentElement) listening.push(type);
    return add.call(this, type, ...rest);
  };
  window.defined = [];
  const define = CustomElementRegistry.prototype.define;
  CustomElementRegistry.prototype.define = function (name, ...rest) { defined.push(name); return define.call(this, name, ...rest); };`;

/** Uses the widgets as a reader does, without leaving the page or downloading files. */
async function use({ page }: Visit): Promise<void> {
  const matrix = page.locator('#m');
  const mark = matrix.locator('[data-select="parsi/evidence"]');
  await mark.hover();
  await mark.click();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  await matrix.getByRole('button', { name: 'Name', exact: true }).click();
  const chart = page.locator('#d');
  await chart.getByRole('button', { name: '“Iran gives al-Qaida sanctuary”' }).click();
  await chart.getByRole('button', { name: 'People quoted' }).click();
  await page.evaluate(`dispatchEvent(new Event('beforeprint')), dispatchEvent(new Event('afterprint'))`);
}

describe('a page with widgets on it', () => {
  it('is unchanged outside the widgets: nothing added, changed or removed', async () => {
    const visit = await site.visit(`<p id="neighbour">A paragraph.</p>${both}`, {
      // In a window with fifty entries the history cannot grow.
      ownWindow: true,
    });
    await visit.page.evaluate(record);
    await visit.page.addScriptTag({ url: '/stancekit.js' });
    await visit.rendered('#m');
    await visit.rendered('#d');
    expect(await visit.page.evaluate('differences()')).toEqual([]);
    await use(visit);
    // The focus is where the reader put it.
    await visit.page.evaluate('document.activeElement.blur(), scrollTo(0, 0)');
    expect(await visit.page.evaluate('differences()')).toEqual([]);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('sees no use of storage, messages, windows, workers, code from strings, the console or other elements', async () => {
    const visit = await site.visit(
      `${both}<stance-matrix id="bad" src="/nowhere.json"></stance-matrix><script src="/stancekit.js"></script>`,
      { setUp: watch },
    );
    const requested: string[] = [];
    visit.page.on('request', (request) => requested.push(request.url()));
    await visit.rendered('#m');
    await visit.rendered('#d');
    await visit.errorText('#bad');
    await use(visit);
    expect(await visit.page.evaluate('calls')).toEqual([]);
    expect(await visit.page.evaluate('defined')).toEqual(['stance-matrix', 'source-disagreement']);
    const listening = new Set(await visit.page.evaluate<readonly string[]>('listening'));
    const harmless = 'beforeprint afterprint DOMContentLoaded scroll resize stancekit.languages'.split(' ');
    const theTests = 'stance-load stance-error stance-select securitypolicyviolation'.split(' ');
    expect([...listening].filter((type) => ![...harmless, ...theTests].includes(type))).toEqual([]);
    expect(requested.filter((url) => !/\/(seeds|nowhere)\.json$|favicon/.test(url))).toEqual([]);
    expect(await visit.page.context().cookies()).toEqual([]);
    await visit.close();
  });
});

describe('an object that the page passes as data', () => {
  it('is not changed, may be deeply frozen, and may be set before the script runs', async () => {
    const visit = await site.visit(`
      <stance-matrix id="m"></stance-matrix><source-disagreement id="d"></source-disagreement>
      <script>
        const freeze = (value) => { if (typeof value === 'object' && value) { Object.values(value).forEach(freeze); Object.freeze(value); } return value; };
        window.text = ${JSON.stringify(seeds.toString()).replaceAll('<', '\\u003c')};
        window.frozen = freeze(JSON.parse(text));
        window.loose = JSON.parse(text);
        m.data = frozen;
        d.data = loose;
      </script>
      <script src="/stancekit.js"></script>`);
    await visit.rendered('#m');
    await visit.rendered('#d');
    const isSame = `JSON.stringify(loose) === JSON.stringify(JSON.parse(text)) && !Object.isFrozen(loose) && !Object.isFrozen(loose.statements[0])`;
    expect(await visit.page.evaluate(isSame)).toBe(true);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});

describe('copies of the script', () => {
  it('as module, classic and deferred script, and one loaded later: the first is used, nothing breaks', async () => {
    site.serve('/copy.js', script, { 'content-type': 'text/javascript' });
    const visit = await site.visit(`
      <script type="module" src="/copy.js?module"></script><script defer src="/copy.js?deferred"></script>
      <script src="/stancekit.js"></script>
      <script>window.first = [customElements.get('stance-matrix'), customElements.get('source-disagreement')];</script>${both}
      <script>addEventListener('load', () => document.head.append(Object.assign(document.createElement('script'), { src: '/copy.js?late', onload: () => (window.isLate = true) })))</script>`);
    await visit.page.waitForFunction('window.isLate');
    await visit.rendered('#m');
    await visit.rendered('#d');
    const isSame = `first[0] === customElements.get('stance-matrix') && first[1] === customElements.get('source-disagreement') && m.constructor === first[0]`;
    expect(await visit.page.evaluate(isSame)).toBe(true);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });
});
