import type { Rule, Shape } from '../src/dataset/shape.js';

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
    case 'count':
      return rule.only === undefined ? { type: 'integer', minimum: 0 } : { const: rule.only };
    case 'list': {
      const size = rule.two && { minItems: 2, ...(rule.two === 'exactly' && { maxItems: 2 }) };
      return { type: 'array', items: schemaOf(rule.of.rule), ...size };
    }
    case 'map':
      return { type: 'object', additionalProperties: schemaOf(rule.of.rule) };
    case 'record': {
      const { members } = rule;
      return {
        type: 'object',
        required: members.filter(({ required }) => required).map(({ name }) => name),
        properties: Object.fromEntries(members.map(({ name, rule }) => [name, schemaOf(rule)])),
      };
    }
  }
}
