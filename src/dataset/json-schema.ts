import type { Rule, Shape } from './shape.js';

/** A JSON Schema (draft 2020-12) that says of a shape what JSON Schema can say. Members the shape does not know stay allowed. */
export function jsonSchemaOf(shape: Shape<unknown>, title: string): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...schemaOf(shape.rule) };
}

function schemaOf(rule: Rule): object {
  switch (rule.is) {
    case 'text': {
      const { pattern, format } = rule.form ?? {};
      return { type: 'string', ...(pattern && { pattern: pattern.source }), ...(format && { format }) };
    }
    case 'choice':
      return { enum: rule.of };
    case 'constant':
      return { const: rule.value };
    case 'count':
      return { type: 'integer', minimum: 0 };
    case 'list':
      return { type: 'array', items: schemaOf(rule.of.rule) };
    case 'pair':
      return { type: 'array', items: schemaOf(rule.of.rule), minItems: 2, maxItems: 2 };
    case 'record': {
      const members = Object.entries(rule.members).map(([name, { shape }]) => [name, schemaOf(shape.rule)] as const);
      return { type: 'object', required: rule.required, properties: Object.fromEntries(members) };
    }
  }
}
