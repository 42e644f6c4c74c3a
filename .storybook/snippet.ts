/** Returns the markup that renders the same on a publisher's page, with `data` as a URL in `src`. */
export function snippetOf(tag: string, args: Readonly<Record<string, unknown>>): string {
  const attributes = Object.entries(args).flatMap(([property, value]) => {
    const name = property.replaceAll(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
    if (property === 'data') return value === undefined ? [] : ['src="dataset.json"'];
    if (value === true) return [name];
    return typeof value === 'string' && value !== '' ? [`${name}="${value.replaceAll('"', '&quot;')}"`] : [];
  });
  const long = attributes.length > 3;
  const separator = long ? '\n  ' : ' ';
  return `<${[tag, ...attributes].join(separator)}${long ? '\n' : ''}></${tag}>`;
}
