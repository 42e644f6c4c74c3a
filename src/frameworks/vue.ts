/** Registers both elements and tells Vue's templates of them. */
import type { HTMLAttributes, PublicProps } from 'vue';
import '../define.js';
import type { Events, Properties, Tag } from './element-properties.js';

type Camel<Text extends string> = Text extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Camel<Rest>}`
  : Capitalize<Text>;

type Listeners = { [Name in keyof Events as `on${Camel<Name>}`]?: (event: Events[Name]) => void };

/** As templates see a component. */
type Component<Name extends Tag> = new () => { $props: HTMLAttributes & PublicProps & Properties<Name> & Listeners };

declare module 'vue' {
  interface GlobalComponents {
    'stance-matrix': Component<'stance-matrix'>;
    'source-disagreement': Component<'source-disagreement'>;
  }
}
