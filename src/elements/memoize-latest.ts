/**
 * Returns a function that remembers its last result and returns the very same object while its arguments are the same. What is rendered from
 * an unchanged object need not be rendered again.
 */
export function memoizeLatest<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | undefined;
  return (...args) => {
    const isSame = last?.args.every((arg, index) => arg === args[index]);
    return (last = isSame && last ? last : { args, result: compute(...args) }).result;
  };
}
