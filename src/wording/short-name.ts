interface Named {
  readonly name: string;
  readonly short?: string | undefined;
}

/** What a source or a speaker is called where there is little room. */
export function shortName({ name, short = name }: Named): string {
  return short;
}
