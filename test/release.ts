/** Options of tests that only `npm run test:release` runs: they are slow, and fail rarely. */
export const release = { tags: 'release' } as const;

/** Splits a list into every `step`-th entry, for `npm test`, and the rest, for `npm run test:release`. */
export function sample<T>(all: readonly T[], step: number): readonly [sampled: readonly T[], others: readonly T[]] {
  return [all.filter((_, index) => index % step === 0), all.filter((_, index) => index % step > 0)];
}
