import type { TemplateResult } from 'lit';
import { Directive, directive, type ElementPart } from 'lit/directive.js';
import { html, unsafeStatic } from 'lit/static-html.js';
import '../src/define.js';

export type Tag = 'stance-matrix' | 'source-disagreement';

type Properties = Readonly<Record<string, unknown>>;

/** Sets properties of an element, and restores the defaults of those that are no longer given or undefined. */
class SetProperties extends Directive {
  private readonly defaults: Record<string, unknown> = {};

  override render(properties: Properties): Properties {
    return properties;
  }

  override update({ element }: ElementPart, [properties]: [Properties]): void {
    const widget = element as unknown as Record<string, unknown>;
    for (const name of Object.keys({ ...this.defaults, ...properties })) {
      if (!(name in this.defaults)) this.defaults[name] = widget[name];
      const value = properties[name] ?? this.defaults[name];
      if (value !== widget[name]) widget[name] = value;
    }
    if (!properties['lang']) element.removeAttribute('lang');
  }
}

const setProperties = directive(SetProperties);

/** Renders a widget with these properties and its fallback content. Rendered again, the same element gets the new properties. */
export function renderElement(tag: Tag, properties: object, fallback?: TemplateResult): TemplateResult {
  const name = unsafeStatic(tag);
  return html`<${name} ${setProperties(properties as Properties)}>${fallback}</${name}>`;
}

/** Renders both widgets with the same properties, as an article would show them. */
export function renderBoth(properties: object): TemplateResult {
  return html`${renderElement('stance-matrix', properties)} ${renderElement('source-disagreement', properties)}`;
}
