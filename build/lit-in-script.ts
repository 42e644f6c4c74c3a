import type { Plugin } from 'vite';

interface Edit {
  readonly find: RegExp;
  readonly replace: string;
}

/** By the end of a file’s path. Variable names are Lit’s, from its minified files. */
const edits: Readonly<Record<string, readonly Edit[]>> = {
  'lit-html/lit-html.js': [
    {
      find: /(\w+)\?\1\.createPolicy\("lit-html",\{createHTML:\w+=>\w+\}\):void 0/,
      replace: '(()=>{try{return $1?.createPolicy("stancekit",{createHTML:t=>t})}catch{}})()',
    },
    { find: /\w+\.litHtmlPolyfillSupport/, replace: 'void 0' },
    { find: /\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, replace: '0' },
  ],
  'lit-element/lit-element.js': [
    { find: /\w+\.litElementHydrateSupport/, replace: '(void 0)' },
    { find: /\w+\.litElementPolyfillSupport/, replace: 'void 0' },
    { find: /\(\w+\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, replace: '0' },
  ],
  'reactive-element/reactive-element.js': [
    { find: /\w+\.reactiveElementPolyfillSupport/, replace: 'void 0' },
    { find: /\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, replace: '0' },
    {
      find: /Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/,
      replace: 'const litMetadata=Symbol(),litPropertyMetadata=new WeakMap;',
    },
    { find: /this\[Symbol\.metadata\]/, replace: 'this[litMetadata]' },
  ],
};

/** What must not be left in the script. */
const forbidden =
  /litHtmlVersions|litElementVersions|reactiveElementVersions|PolyfillSupport|HydrateSupport|Symbol\.metadata|createPolicy\("lit-html"/;

/**
 * Fits Lit to a page that is not ours, in the script alone; the npm package uses Lit as it is. Lit creates its Trusted Types policy
 * unguarded and under its own name, which a page would have to allow for everybody’s Lit: here the policy is `stancekit`, and one that is
 * refused leaves the fallback in place instead of ending the script. Lit also leaves version lists, a metadata symbol and hooks for
 * polyfills on the page, where the page’s own Lit would meet them: here they stay inside. Fails where a new version of Lit no longer has
 * what is replaced.
 */
export const litInScript: Plugin = {
  name: 'lit-in-script',
  enforce: 'pre',
  transform(code, id) {
    const [, wanted] = Object.entries(edits).find(([path]) => id.endsWith(path)) ?? [];
    if (!wanted) return null;
    let edited = code;
    for (const { find, replace } of wanted) {
      if (!find.test(edited)) this.error(`${id} has changed: ${String(find)} is not in it.`);
      edited = edited.replace(find, replace);
    }
    return { code: edited, map: null };
  },
  generateBundle(_, bundle) {
    for (const script of Object.values(bundle)) {
      const left = script.type === 'chunk' && forbidden.exec(script.code);
      if (left) this.error(`${script.fileName} still has “${left[0]}” of Lit.`);
    }
  },
};
