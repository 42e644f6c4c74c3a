import type { TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import '../src/define.js';

export type Tag = 'stance-matrix' | 'source-disagreement';

type Properties = Readonly<Record<string, unknown>>;

/** Sets properties of an element; those that are no longer named, or undefined, are as the element came with them. */
class SetProperties extends Directive {
  private readonly before: Record<string, unknown> = {};

  override render(properties: Properties): Properties {
    return properties;
  }

  override update({ element }: ElementPart, [properties]: [Properties]): void {
    const widget = element as unknown as Record<string, unknown>;
    for (const name of Object.keys({ ...this.before, ...properties })) {
      if (!(name in this.before)) this.before[name] = widget[name];
      const value = properties[name] ?? this.before[name];
      if (value !== widget[name]) widget[name] = value;
    }
    if (!properties['lang']) element.removeAttribute('lang');
  }
}

const setProperties = directive(SetProperties);

/** A widget with these properties, and its fallback between the tags; drawn again, it is the same element with the new ones. */
export function draw(tag: Tag, properties: object, fallback?: TemplateResult): TemplateResult {
  const name = unsafeStatic(tag);
  return html`<${name} ${setProperties(properties as Properties)}>${fallback}</${name}>`;
}
