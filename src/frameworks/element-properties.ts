import type { LitElement } from 'lit';
import '../define.js';

/** The elements by their tags. */
export type Elements = Pick<HTMLElementTagNameMap, 'stance-matrix' | 'source-disagreement'>;

export type Tag = keyof Elements;

type PropertyName<Name extends Tag> = Exclude<keyof Elements[Name], keyof LitElement | 'adoptedCallback'> & string;

/** What may be set of an element, by the names of its properties: read off its class, so that none is forgotten. */
export type Properties<Name extends Tag> = Partial<Pick<Elements[Name], PropertyName<Name>>>;

type Kebab<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : '';

/** The same by the names of its attributes; `data` is a property only, and stays one. The first part keeps the doc comments. */
export type Attributes<Name extends Tag> = Partial<
  Pick<Elements[Name], Extract<PropertyName<Name>, Lowercase<string>>>
> & {
  [Property in Exclude<PropertyName<Name>, Lowercase<string>> as Kebab<Property>]?: Elements[Name][Property];
};

/** The events that both elements fire. */
export type Events = Pick<HTMLElementEventMap, Extract<keyof HTMLElementEventMap, `stance-${string}`>>;

/** Listeners as templates name them: `onstance-select`. */
export type Listeners = { [Name in keyof Events as `on${Name}`]?: (event: Events[Name]) => void };
