import { ascending, count, max, mean, rollup, sum } from 'd3-array';
import type { Claim, Dataset, Speaker } from '../dataset/dataset.js';
import { meanStance } from './disagreements.js';
import { shrunkDistance } from './source-pairs.js';

export interface SimilarOrder {
  /** Every speaker, those with similar views near each other; by id if the order is not reliable. */
  readonly speakers: readonly Speaker[];
  /** Every claim, those with similar positions near each other; by id if the order is not reliable. */
  readonly claims: readonly Claim[];
  /** The share of speaker × claim cells without a position, 0…1. */
  readonly empty: number;
  /** Whether the order means something (at most `maxEmptyShare` of the cells are empty) and was computed (at most `maxCompared`). */
  readonly reliable: boolean;
}

/** With more speakers or more claims, no order is computed: the time grows with the cube of their number. */
export const maxCompared = 1500;

/** Above this share of empty cells the order hardly differs from chance, and the builder keeps the editor's. */
export const maxEmptyShare = 0.6;

/**
 * Returns the order "similar views" by spectral seriation (Atkins, Boman & Hendrickson 1998, SIAM J. Comput. 28:297–310), of speakers and
 * of claims separately: by the Fiedler vector of the Laplacian of W = 1 − d, where d is the shrunk distance (`shrunkDistance`) over what
 * two of them share, and W = 0 if they share nothing. The smallest id is in the first half, ties are ordered by id, and parts that share
 * nothing are separate runs, the largest first. The result does not depend on the order of the dataset's lists.
 */
export function similarOrder(dataset: Dataset): SimilarOrder {
  const rows = byId(dataset.speakers);
  const columns = byId(dataset.claims);
  const matrix = meanMatrix(dataset, rows, columns);
  const cells = rows.length * columns.length;
  const filled = sum(matrix, (row) => count(row));
  const empty = cells === 0 ? 1 : 1 - filled / cells;
  if (empty > maxEmptyShare || Math.max(rows.length, columns.length) > maxCompared)
    return { speakers: rows, claims: columns, empty, reliable: false };
  const transposed = columns.map((_, column) => Float64Array.from(matrix, (row) => row[column]!));
  return {
    speakers: seriate(matrix).map((index) => rows[index]!),
    claims: seriate(transposed).map((index) => columns[index]!),
    empty,
    reliable: true,
  };
}

function byId<T extends { readonly id: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => ascending(a.id, b.id));
}

/** Mean stances, −1…+1; NaN without a statement. */
type Row = Float64Array;

function meanMatrix(dataset: Dataset, rows: readonly Speaker[], columns: readonly Claim[]): readonly Row[] {
  const means = rollup(
    dataset.statements,
    meanStance,
    ({ speaker }) => speaker?.id,
    ({ claim }) => claim.id,
  );
  return rows.map((speaker) => {
    const byClaim = means.get(speaker.id);
    return Float64Array.from(columns, (claim) => byClaim?.get(claim.id) ?? NaN);
  });
}

/** Returns the indices of the rows, which are ordered by id, in similar order. */
function seriate(rows: readonly Row[]): readonly number[] {
  const weights = rows.map(() => new Float64Array(rows.length));
  rows.forEach((a, i) => {
    for (let j = i; j < rows.length; j++) weights[i]![j] = weights[j]![i] = weightOf(a, rows[j]!);
  });
  return connectedParts(weights)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .flatMap((part) => spectralOrder(part, weights));
}

/** Returns 1 − d over the cells that are filled in both rows, 0 if there are none. */
function weightOf(a: Row, b: Row): number {
  let [total, shared] = [0, 0];
  for (let index = 0; index < a.length; index++) {
    const distance = Math.abs(a[index]! - b[index]!) / 2;
    if (Number.isNaN(distance)) continue;
    total += distance;
    shared++;
  }
  return shared === 0 ? 0 : 1 - shrunkDistance(total, shared);
}

/** Returns the connected components of the graph, each in ascending order, by their smallest index. */
function connectedParts(weights: readonly Row[]): number[][] {
  const seen = new Set<number>();
  return weights.flatMap((_, start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const part = [start];
    for (const index of part)
      weights[index]!.forEach((weight, other) => {
        if (weight > 0 && !seen.has(other)) {
          seen.add(other);
          part.push(other);
        }
      });
    return [part.sort(ascending)];
  });
}

function spectralOrder(part: readonly number[], weights: readonly Row[]): readonly number[] {
  if (part.length < 3) return part;
  const vector = fiedlerVector(part.map((i) => part.map((j) => (i === j ? 0 : weights[i]![j]!))));
  // Rounded, so that values that differ only by rounding errors are ties, which are ordered by id.
  const rounded = vector.map((value) => Math.round(value * 1e6));
  const order = part.map((_, index) => index).sort((a, b) => rounded[a]! - rounded[b]! || a - b);
  const smallestFirst = order.indexOf(0) < order.length / 2;
  const oriented = smallestFirst ? order : order.sort((a, b) => rounded[b]! - rounded[a]! || a - b);
  return oriented.map((index) => part[index]!);
}

/**
 * Returns the Fiedler vector of a connected graph: the eigenvector of the second smallest eigenvalue of its Laplacian L, at unit length.
 * Inverse iteration on L + J/n (J all ones), which is positive definite, with a Cholesky factor. Uses only + − × ÷ and √, which every
 * machine rounds in the same way. O(n³) time, O(n²) memory.
 */
function fiedlerVector(weights: readonly (readonly number[])[]): readonly number[] {
  const n = weights.length;
  const laplacian = weights.map((row, i) => {
    const degree = sum(row);
    return Float64Array.from(row, (weight, j) => (i === j ? degree : -weight) + 1 / n);
  });
  const factor = cholesky(laplacian);
  // A fixed starting vector that is unlikely to be orthogonal to the result, even for regular patterns of views.
  let vector = unit(Array.from({ length: n }, (_, i) => ((i + 1) * (i + 1) * Math.E) % 1));
  for (let round = 0; round < 500; round++) {
    const next = unit(solve(factor, vector));
    const change = max(next, (value, i) => Math.abs(value - vector[i]!))!;
    vector = next;
    if (change < 1e-10) break;
  }
  return vector;
}

/** Returns the part of the vector that is orthogonal to all ones, at unit length. */
function unit(vector: readonly number[]): number[] {
  const average = mean(vector)!;
  const centred = vector.map((value) => value - average);
  const length = Math.sqrt(sum(centred, (value) => value * value));
  return centred.map((value) => value / length);
}

/** Returns the lower triangular C with C·Cᵀ = A, for a positive definite A. */
function cholesky(a: readonly Float64Array[]): readonly Float64Array[] {
  const c = a.map((row) => new Float64Array(row.length));
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= c[i]![k]! * c[j]![k]!;
      c[i]![j] = i === j ? Math.sqrt(sum) : sum / c[j]![j]!;
    }
  return c;
}

/** Returns the x with C·Cᵀ·x = right. */
function solve(c: readonly Float64Array[], right: readonly number[]): number[] {
  const x = [...right];
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= c[i]![k]! * x[k]!;
    x[i]! /= c[i]![i]!;
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i]! -= c[k]![i]! * x[k]!;
    x[i]! /= c[i]![i]!;
  }
  return x;
}
