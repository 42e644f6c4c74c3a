/** Opening and closing marks. */
export type Marks = readonly [open: string, close: string];

/** Each pair excludes its own marks inside, so that no text costs more than its length. */
const pairs = /„([^„“]*)“|“([^“”]*)”|«([^«»]*)»|"([^"]*)"/g;

/** A claim in the quotation marks of a language, without its full stop; quotations within get the inner marks. */
export function quotation(claim: string, [open, close]: Marks, [innerOpen, innerClose]: Marks): string {
  const within = withoutFullStop(claim).replace(pairs, (_, ...found: unknown[]) => {
    const words = found.slice(0, 4).find((each) => each !== undefined) as string;
    return innerOpen + words.trim() + innerClose;
  });
  return open + within + close;
}

/** A claim without its full stop, also where it was set apart by then (`names-apart.ts`). */
export function withoutFullStop(claim: string): string {
  return claim.replace(/\.(\u2069*)$/, '$1');
}

/** With a full stop, unless it has an end of its own. */
export function sentence(text: string): string {
  return /[.!?…؟۔]\u2069*$/.test(text) ? text : `${text}.`;
}

/** The parts that there are. */
export function joinPresent(separator: string, ...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(separator);
}
