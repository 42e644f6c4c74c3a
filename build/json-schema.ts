import type { Rule, Shape } from '../src/dataset/shape.js';

/** Returns a JSON Schema (draft 2020-12) with all of a shape that JSON Schema can express. Unknown properties stay allowed. */
export function jsonSchemaOf(shape: Shape<unknown>, title: string): object {
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', title, ...schemaOf(shape.rule) };
}

function schemaOf(rule: Rule): object {
  switch (rule.kind) {
    case 'text': {
      const { pattern, schemaFormat: format } = rule.format ?? {};
      return { type: 'string', ...(pattern && { pattern: pattern.source }), ...(format && { format }) };
    }
    case 'choice':
      return { enum: rule.options };
    case 'count':
      return rule.only === undefined ? { type: 'integer', minimum: 0 } : { const: rule.only };
    case 'list': {
      const size = rule.size && { minItems: 2, ...(rule.size === 'exactly two' && { maxItems: 2 }) };
      return { type: 'array', items: schemaOf(rule.items.rule), ...size };
    }
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(rule.values.rule) };
    case 'object': {
      const { fields } = rule;
      return {
        type: 'object',
        required: fields.filter(({ required }) => required).map(({ name }) => name),
        properties: Object.fromEntries(fields.map(({ name, rule }) => [name, schemaOf(rule)])),
      };
    }
  }
}
