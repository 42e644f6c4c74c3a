import { minifyTemplateLiterals } from 'rollup-plugin-minify-template-literals';
import { defineConfig, type Plugin } from 'vite';
import { integrity } from './build/integrity.js';
import { languageScripts } from './build/language-scripts.js';
import { editorSupport, jsonSchemas } from './build/package-assets.js';
import packageJson from './package.json' with { type: 'json' };

/** What the minifier of style sheets leaves: white space inside functions, and zeros before a point. */
const tightSheets: Plugin = {
  name: 'tight-sheets',
  enforce: 'pre',
  transform(code, id) {
    if (!id.includes('/src/')) return null;
    const tight = (sheet: string) => sheet.replaceAll(/(?<=[(,])\s+|\s+(?=\))|(?<![\w.])0(?=\.\d)/g, '');
    return { code: code.replaceAll(/\bcss`[^`]*`/g, tight), map: null };
  },
};

/** White space in templates and style sheets is for us, not for the reader's line. */
const smallTemplates: Plugin = { ...(minifyTemplateLiterals({ include: 'src/**' }) as Plugin), enforce: 'pre' };

/** What the script leaves out of Lit, by file: text as it stands there, and what stands in its place. */
const cutFromLit: Readonly<Record<string, readonly (readonly [text: string, instead: string])[]>> = {
  'reactive-element.js': [
    // No global is left on the page.
    ['(a.reactiveElementVersions??=[]).push("2.1.2")', '0'],
    [',p=a.reactiveElementPolyfillSupport', ''],
    ['p?.({ReactiveElement:y}),', ''],
    // Decorators.
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
    [',void 0!==t.l&&(this.l=[...t.l])', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    // Properties that are written back to attributes, or are neither text nor Boolean.
    [
      '_$ET(t,s){const i=this.constructor.elementProperties.get(t),e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}}',
      '',
    ],
    ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),', ''],
    [',!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t)', ''],
    [
      'toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},',
      '',
    ],
    [
      'let i=t;switch(s){case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i',
      'return s===Boolean?null!==t:t',
    ],
    [',c=a.trustedTypes,l=c?c.emptyScript:""', ''],
    [
      'const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null',
      'this[e]=u.fromAttribute(s,i.getPropertyOptions(e).type)',
    ],
    ['if(void 0!==e&&this._$Em!==e){', 'if(e){'],
    ['this._$Em=null,', ''],
    // Properties with defaults that attributes come back to, with a comparison of their own, or with accessors of a class above.
    ['b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}', 'b={}'],
    [
      'if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)',
      'if(Object.is(this[t],s))return;this.C(t,s)',
    ],
    [
      '{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s))',
      '){(this._$AL.has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)',
    ],
    [
      'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
      '',
    ],
    [',this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)', ''],
    [
      'const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}',
      'return{get(){return this[s]},set(e){const r=this[s];this[s]=e,this.requestUpdate(t,r)},configurable:!0,enumerable:!0}',
    ],
    [
      'const t=this.properties,s=[...r(t),...o(t)];for(const i of s)this.createProperty(i,t[i])',
      'const t=this.properties;for(const i of r(t))this.createProperty(i,t[i])',
    ],
    [
      'return!1===i?void 0:"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0',
      'return!1===i?void 0:i??t.toLowerCase()',
    ],
    // Controllers that come when the element is in the page already.
    [
      '(this._$EO??=new Set).add(t),void 0!==this.renderRoot&&this.isConnected&&t.hostConnected?.()',
      '(this._$EO??=[]).push(t)',
    ],
    // What nobody here overrides or calls.
    ['removeController(t){this._$EO?.delete(t)}', ''],
    [
      't=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()',
      't=!0,this.willUpdate(s),this.update(s)',
    ],
    ['shouldUpdate(t){return!0}', ''],
    ['this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),', 'this.hasUpdated=!0,'],
    ['firstUpdated(t){}', ''],
    // `StanceElement` puts the style sheets into its shadow root itself.
    ['return s(t,this.constructor.elementStyles),t', 'return t'],
    ['import{getCompatibleStyle as t,adoptStyles as s}from"./css-tag.js";', ''],
    [
      'static finalizeStyles(s){const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i}',
      '',
    ],
    ['this.elementStyles=this.finalizeStyles(this.styles)', 'this.elementStyles=this.styles'],
    [
      'export{CSSResult,css,supportsAdoptingStyleSheets,unsafeCSS}from"./css-tag.js";',
      'export const css=(strings,...values)=>({cssText:strings.reduce((text,part,index)=>text+values[index-1].cssText+part)});',
    ],
    [',s as adoptStyles', ''],
    [',t as getCompatibleStyle', ''],
  ],
};

/** Makes the Lit inside the script our own. Fails where a new Lit no longer has what is replaced. */
const ownLit: Plugin = {
  name: 'own-lit',
  enforce: 'pre',
  transform(code, id) {
    const [, name = ''] = /node_modules\/@lit\/.*\/([\w-]+\.js)$/.exec(id) ?? [];
    let changed = code;
    for (const [text, instead] of cutFromLit[name] ?? []) {
      if (!changed.includes(text)) throw new Error(`${id} has changed: “${text}” is not in it.`);
      changed = changed.replace(text, () => instead);
    }
    return changed === code ? null : { code: changed, map: null };
  },
};

/**
 * Runs first in the script: where both elements are defined already, or custom elements are missing, the rest does not run. A page that
 * has broken built-in objects may break the script as well; `try` keeps the error in the console and the fallback visible.
 */
const guard =
  "if(!globalThis.customElements||customElements.get('stance-matrix')&&customElements.get('source-disagreement'))return;";

/**
 * Nearly all of the script runs for the first render. Compiling it at once, while it arrives, takes less time on the page's main thread
 * than function by function (https://v8.dev/blog/explicit-compile-hints).
 */
const compileHint = '//# allFunctionsCalledOnLoad';

const shared = { target: 'es2022', sourcemap: true } as const;

/** The frameworks whose templates and types learn of the elements through an entry of their own. */
const frameworks = ['react', 'preact', 'vue', 'svelte'];

/** `--mode package`: the npm package, one ESM file per module, dependencies left as imports. `--mode script`: one file for a script tag. */
const builds = {
  package: {
    ...shared,
    minify: false,
    lib: {
      entry: {
        index: 'src/index.ts',
        define: 'src/define.ts',
        'dataset/index': 'src/dataset/index.ts',
        'cli/bin': 'src/cli/bin.ts',
        ...Object.fromEntries(frameworks.map((name) => [`frameworks/${name}`, `src/frameworks/${name}.ts`])),
      },
      formats: ['es' as const],
    },
    rolldownOptions: {
      external: [/^node:/, ...Object.keys(packageJson.dependencies).map((name) => new RegExp(`^${name}($|/)`))],
      output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
    },
  },
  script: {
    ...shared,
    emptyOutDir: false,
    minify: 'terser' as const,
    terserOptions: { ecma: 2020 as const, format: { comments: false } },
    lib: { entry: 'src/define.ts', name: 'stancekit', formats: ['iife' as const], fileName: () => 'stancekit.js' },
    rolldownOptions: {
      output: { banner: 'try{', intro: guard, footer: '}catch(e){console.error(e)}', postBanner: compileHint },
    },
  },
};

export default defineConfig(({ mode }) => {
  if (mode === 'package') return { plugins: [jsonSchemas, editorSupport], build: builds.package };
  if (mode === 'script')
    return { plugins: [tightSheets, smallTemplates, ownLit, integrity, languageScripts], build: builds.script };
  // Storybook reads this file too, in modes of its own.
  return {};
});
