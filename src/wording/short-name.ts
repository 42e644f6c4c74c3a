interface Named {
  readonly name: string;
  readonly short?: string | undefined;
}

/** Returns the name of a source or speaker where there is little room. */
export function shortName({ name, short = name }: Named): string {
  return short;
}
