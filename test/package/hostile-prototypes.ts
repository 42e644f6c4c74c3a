/** A change to built-in objects that a page makes before our script runs. */
export interface HostilePrototype {
  readonly name: string;
  /** The inline script that makes it. */
  readonly script: string;
}

/** Wraps a method, as monitoring tools do. */
const wrapped = (owner: string, name: string) => `
  { const own = ${owner}.${name}; ${owner}.${name} = function () { return own.apply(this, arguments); }; }`;

/**
 * What real pages do: additions of libraries and the hooks of consent, analytics and test tools. Both widgets must be complete.
 */
export const mustRender: readonly HostilePrototype[] = [
  {
    name: 'enumerable additions to Array.prototype',
    script: `Array.prototype.last = function () { return this[this.length - 1]; }; Array.prototype.remove = function () { throw new Error('remove'); };`,
  },
  {
    name: 'enumerable additions to Object.prototype',
    script: `Object.prototype.each = function () { throw new Error('each'); }; Object.prototype.size = 7;`,
  },
  {
    name: 'additions to Object.prototype with the names of our data',
    script: `Object.assign(Object.prototype, { id: 'x', role: 'x', translation: 'x', contested: 'x', note: 'x', group: 'x', order: 'x', prefix: 'x', archive: 'x', length: 3 });`,
  },
  {
    name: 'additions to String, Function, Number and Element',
    script: `for (const { prototype } of [String, Function, Number, Element, Node, Event]) prototype.shout = prototype.observe = function () { throw new Error('shout'); };`,
  },
  {
    name: 'the Array methods of Prototype.js',
    script: `
      Array.from = function (iterable) { if (!iterable) return []; if ('toArray' in Object(iterable)) return iterable.toArray(); const list = []; if (iterable[Symbol.iterator]) for (const each of iterable) list.push(arguments[1] ? arguments[1](each, list.length) : each); else for (let at = 0; at < (iterable.length || 0); at++) list.push(arguments[1] ? arguments[1](iterable[at], at) : iterable[at]); return list; };
      Array.prototype.find = Array.prototype.detect = function (test, self) { for (let at = 0; at < this.length; at++) if (test.call(self, this[at], at)) return this[at]; };
      Array.prototype.filter = Array.prototype.select = function (test, self) { const list = []; for (let at = 0; at < this.length; at++) if (test.call(self, this[at], at)) list.push(this[at]); return list; };
      Array.prototype.map = Array.prototype.collect = function (by, self) { const list = []; for (let at = 0; at < this.length; at++) list.push(by.call(self, this[at], at)); return list; };
      Array.prototype.first = function () { return this[0]; }; Array.prototype.clear = function () { this.length = 0; return this; };
      Array.prototype.uniq = function () { return [...new Set(this)]; }; Array.prototype.toArray = function () { return this.slice(); };`,
  },
  {
    name: 'the toJSON of Prototype.js',
    script: `
      Array.prototype.toJSON = function () { return '[' + this.map((each) => JSON.stringify(each)).join(', ') + ']'; };
      String.prototype.toJSON = function () { return '"' + this + '"'; };`,
  },
  { name: 'Object.prototype.toJSON', script: `Object.prototype.toJSON = function () { return { replaced: true }; };` },
  {
    name: 'the bind of MooTools',
    script: `Function.prototype.bind = function (self, ...first) { const own = this; return function (...rest) { return own.apply(self, first.concat(rest)); }; };`,
  },
  {
    name: 'the flat and flatten of MooTools',
    script: `
      Array.prototype.flatten = function () { const list = []; for (const each of this) Array.isArray(each) ? list.push(...each.flatten()) : list.push(each); return list; };
      Array.prototype.contains = function (each) { return this.indexOf(each) !== -1; }; Array.prototype.include = Array.prototype.combine = function () { return this; };
      String.prototype.contains = function (part) { return this.indexOf(part) !== -1; };`,
  },
  {
    name: 'polyfills of closest, matches and remove',
    script: `
      { const own = Element.prototype.matches; Element.prototype.matches = Element.prototype.msMatchesSelector = function (selector) { return own.call(this, selector); }; }
      Element.prototype.closest = function (selector) { let at = this; do { if (at.matches(selector)) return at; at = at.parentElement; } while (at); return null; };
      Element.prototype.remove = CharacterData.prototype.remove = function () { if (this.parentNode) this.parentNode.removeChild(this); };`,
  },
  {
    name: 'a replaced append',
    script: `for (const { prototype } of [Element, Document, DocumentFragment]) prototype.append = function (...nodes) { for (const node of nodes) this.appendChild(node instanceof Node ? node : document.createTextNode(String(node))); };`,
  },
  {
    name: 'a Promise of a polyfill',
    script: `{ const Own = Promise; window.Promise = class Promise extends Own { done() {} }; }`,
  },
  {
    name: 'wrapped text and JSON',
    script:
      ['replace', 'split', 'trim'].map((name) => wrapped('String.prototype', name)).join('') +
      wrapped('JSON', 'parse') +
      wrapped('JSON', 'stringify'),
  },
  {
    name: 'wrapped listeners and insertions',
    script:
      ['addEventListener', 'removeEventListener', 'dispatchEvent']
        .map((name) => wrapped('EventTarget.prototype', name))
        .join('') +
      ['appendChild', 'insertBefore', 'cloneNode'].map((name) => wrapped('Node.prototype', name)).join('') +
      wrapped('Document.prototype', 'createElement'),
  },
  {
    name: 'wrapped events',
    script: `for (const name of ['Event', 'CustomEvent']) { const Own = window[name]; window[name] = function (type, init) { return Reflect.construct(Own, [type, init], new.target || Own); }; window[name].prototype = Own.prototype; }`,
  },
  {
    name: 'a fetch held back by a consent tool',
    script: `{ const own = window.fetch; let allow; const consent = new Promise((resolve) => (allow = resolve)); addEventListener('load', () => allow()); window.fetch = async (...call) => { await consent; return own(...call); }; }`,
  },
  {
    name: 'frames of animation that come late',
    script: `{ const own = window.requestAnimationFrame; window.requestAnimationFrame = (call) => own(() => own(() => own(call))); }`,
  },
  {
    name: 'globals with the names of our elements and terms',
    script: `var stancekit = 'taken', dataset = [], words = {}, lit = null, html = '', css = {}, d3 = { version: '3' }, story = 1;`,
  },
];

/**
 * What breaks built-in objects, or removes what the widgets need. They may fail, but never with an uncaught error or a blank box: they show
 * the chart, a message, or the fallback.
 */
export const mustNotBeBlank: readonly HostilePrototype[] = [
  { name: 'Object.prototype.then', script: `Object.prototype.then = function () {};` },
  {
    name: 'a Map of the page’s own',
    script: `var Map = function Map(element) { this.element = element; this.zoom = 3; };`,
  },
  { name: 'a Set of the page’s own', script: `function Set(name, value) { this[name] = value; }` },
  { name: 'a URL of the page’s own', script: `var URL = 'https://example.org/';` },
  {
    name: 'JSON of 2007',
    script: `JSON.parse = (text) => (0, eval)('(' + text + ')'); JSON.stringify = (value) => String(value);`,
  },
  {
    name: 'the old flatMap and flat of a library',
    script: `Array.prototype.flat = function () { return this; }; Array.prototype.flatMap = function (by) { return this.map(by); };`,
  },
  {
    name: 'Array.from of an old polyfill, which knows no iterators',
    script: `Array.from = function (list, by) { const out = []; for (let at = 0; at < (list.length >>> 0); at++) out.push(by ? by(list[at], at) : list[at]); return out; };`,
  },
  {
    name: 'an iterator of arrays that is a shim',
    script: `Array.prototype[Symbol.iterator] = function () { let at = 0; return { next: () => (at < this.length ? { value: this[at++], done: false } : { value: undefined, done: true }) }; };`,
  },
  {
    name: 'a replace that takes no function',
    script: `{ const own = String.prototype.replace; String.prototype.replace = function (pattern, by) { return own.call(this, pattern, String(by)); }; }`,
  },
  {
    name: 'a remove with another meaning',
    script: `Element.prototype.remove = function (name) { this.removeAttribute(name); };`,
  },
  { name: 'a closest with another meaning', script: `Element.prototype.closest = function () { return []; };` },
  {
    name: 'a bind that forgets arguments',
    script: `Function.prototype.bind = function (self) { const own = this; return () => own.call(self); };`,
  },
  {
    name: 'a Promise that is old',
    script: `{ const Own = Promise; window.Promise = function (run) { return new Own(run); }; window.Promise.prototype = Own.prototype; for (const name of ['resolve', 'reject', 'all', 'race']) window.Promise[name] = Own[name].bind(Own); }`,
  },
  { name: 'no fetch', script: `delete window.fetch; Object.defineProperty(window, 'fetch', { value: undefined });` },
  { name: 'a fetch that refuses', script: `window.fetch = () => Promise.reject(new Error('no consent'));` },
  { name: 'a fetch that throws', script: `window.fetch = () => { throw new Error('blocked'); };` },
  { name: 'a fetch that answers nothing useful', script: `window.fetch = () => Promise.resolve(undefined);` },
  { name: 'no ResizeObserver', script: `delete window.ResizeObserver;` },
  { name: 'an undefined ResizeObserver', script: `window.ResizeObserver = undefined;` },
  { name: 'no Intl.DateTimeFormat', script: `Intl.DateTimeFormat = undefined;` },
  { name: 'a Symbol without iterators', script: `var Symbol = function (name) { return '@@' + name; };` },
];
