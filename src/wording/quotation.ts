export type QuotationMarks = readonly [open: string, close: string];

/** No mark may occur between a pair of its kind, so that matching takes linear time for any text. */
const quotedPassages = /„([^„“]*)“|“([^“”]*)”|«([^«»]*)»|"([^"]*)"/g;

/** Returns a claim in quotation marks, without its full stop; passages that it quotes itself get the inner marks. */
export function quotation(
  claim: string,
  [open, close]: QuotationMarks,
  [innerOpen, innerClose]: QuotationMarks,
): string {
  const text = withoutFullStop(claim).replace(quotedPassages, (_, ...groups: unknown[]) => {
    const passage = groups.slice(0, 4).find((group) => group !== undefined) as string;
    return innerOpen + passage.trim() + innerClose;
  });
  return open + text + close;
}

/**
 * Returns a claim without its full stop, which may be followed by the end of an isolate (`bidi.ts`). The last of several dots, and the
 * dot of a letter, as in “the U.S.”, belong to the word.
 */
export function withoutFullStop(claim: string): string {
  return claim.replace(/(?<!\.|(?<!\p{L})\p{L})\.(\u2069*)$/u, '$1');
}

/** Returns the text with a full stop, unless it ends with a punctuation mark of its own. */
export function sentence(text: string): string {
  return /[.!?…؟۔]\u2069*$/.test(text) ? text : `${text}.`;
}

/** Joins the parts that are neither empty nor absent. */
export function joinPresent(separator: string, ...parts: readonly (string | false | undefined)[]): string {
  return parts.filter(Boolean).join(separator);
}
