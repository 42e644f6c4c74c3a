import type { Source } from '../../dataset/dataset.js';

/** Most characters of a name that is used whole; a longer one without `short` is shortened. */
const maxLength = 18;

/**
 * Returns the label of each source's mark: its short name, or its name where that is not long; else a shortening that no other source
 * is called. The short name is the editor's, so it is never cut.
 */
export function sourceLabels(sources: readonly Source[]): ReadonlyMap<Source, string> {
  const used = new Set(sources.flatMap(({ name, short = name }) => [name, short]));
  return new Map(
    sources.map((source, index) => {
      const { name, short } = source;
      // Invisible characters, such as those that control the direction, take no space.
      const { length } = name.replace(/\p{Cf}/gu, '');
      const label = short ?? (length > maxLength ? shortened(name, used) : name);
      used.add(label);
      return [source, isRepeated(source, sources) ? `${label} ${index + 1}` : label];
    }),
  );
}

/** Two sources may have one name; their marks still differ. */
function isRepeated({ name, short = name }: Source, sources: readonly Source[]): boolean {
  return sources.filter((other) => (other.short ?? other.name) === short).length > 1;
}

/** Returns the first words of a name, as many as fit; more of its characters as long as another source is called that. */
function shortened(name: string, used: ReadonlySet<string>): string {
  const characters = Array.from(name);
  const words = name.slice(0, maxLength).lastIndexOf(' ');
  for (let length = words > 0 ? words : maxLength; length < characters.length; length++) {
    const label = `${characters.slice(0, length).join('').trimEnd()}…`;
    if (!used.has(label)) return label;
  }
  return name;
}
