import type { Claim, Dataset, Speaker } from '../dataset/dataset.js';
import { shrunkDistance } from './source-pairs.js';
import { meanStance } from './disagreements.js';

export interface SimilarOrder {
  /** Every speaker, those with similar views near each other; by id where the order is not reliable. */
  readonly speakers: readonly Speaker[];
  /** Every claim, those that draw similar positions near each other; by id where the order is not reliable. */
  readonly claims: readonly Claim[];
  /** The share of speaker × claim cells without a position, 0…1. */
  readonly empty: number;
  /** Whether enough cells are filled (at most 60 % empty) for the order to say something, and few enough (`mostCompared`) to be compared. */
  readonly reliable: boolean;
}

/** Of more speakers or claims no order is worked out: the time grows with the cube of their number. */
export const maxCompared = 1500;

/** Above this share of empty cells the order hardly differs from chance; the builder keeps the editor's. */
export const maxEmptyShare = 0.6;

/**
 * The order "similar views": speakers and claims separately, by the Fiedler vector of the Laplacian of W = 1 − d, d being the
 * shrunk distance (`shrunkDistance`) over what two of them share, and W = 0 where they share nothing (spectral seriation;
 * Atkins, Boman & Hendrickson 1998, SIAM J. Comput. 28:297–310). The smallest id lies in the first half, ties go by id, parts that
 * share nothing stay separate runs, the larger first. The answer does not depend on the order of the dataset's lists.
 */
export function similarOrder(dataset: Dataset): SimilarOrder {
  const rows = byId(dataset.speakers);
  const columns = byId(dataset.claims);
  const matrix = meanMatrix(dataset, rows, columns);
  const cells = rows.length * columns.length;
  const filled = matrix.reduce((sum, row) => sum + row.filter((value) => !Number.isNaN(value)).length, 0);
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

function byId<T extends { readonly id: string }>(entities: readonly T[]): readonly T[] {
  return [...entities].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Means, −1…+1; NaN where nothing was said. */
type Row = Float64Array;

function meanMatrix(dataset: Dataset, rows: readonly Speaker[], columns: readonly Claim[]): readonly Row[] {
  const column = new Map(columns.map((claim, index) => [claim, index]));
  const said = new Map<Speaker, Dataset['statements'][number][][]>(rows.map((speaker) => [speaker, []]));
  for (const statement of dataset.statements)
    if (statement.speaker) (said.get(statement.speaker)![column.get(statement.claim)!] ??= []).push(statement);
  return rows.map((speaker) =>
    Float64Array.from(columns, (_, index) => {
      const statements = said.get(speaker)![index];
      return statements ? meanStance(statements) : NaN;
    }),
  );
}

/** The indices of the rows in similar order; the rows come by id. */
function seriate(rows: readonly Row[]): readonly number[] {
  const likeness = rows.map(() => new Float64Array(rows.length));
  rows.forEach((a, i) => {
    for (let j = i; j < rows.length; j++) likeness[i]![j] = likeness[j]![i] = likenessOf(a, rows[j]!);
  });
  return connectedParts(likeness)
    .sort((a, b) => b.length - a.length || a[0]! - b[0]!)
    .flatMap((part) => spectralOrder(part, likeness));
}

/** 1 − d over what both hold, 0 where they share nothing. */
function likenessOf(a: Row, b: Row): number {
  let [sum, shared] = [0, 0];
  for (let index = 0; index < a.length; index++) {
    const distance = Math.abs(a[index]! - b[index]!) / 2;
    if (Number.isNaN(distance)) continue;
    sum += distance;
    shared++;
  }
  return shared === 0 ? 0 : 1 - shrunkDistance(sum, shared);
}

/** The parts of the graph, each ascending, by their smallest index. */
function connectedParts(likeness: readonly Row[]): number[][] {
  const seen = new Set<number>();
  return likeness.flatMap((_, start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const part = [start];
    for (const index of part)
      likeness[index]!.forEach((weight, other) => {
        if (weight > 0 && !seen.has(other)) {
          seen.add(other);
          part.push(other);
        }
      });
    return [part.sort((a, b) => a - b)];
  });
}

function spectralOrder(part: readonly number[], likeness: readonly Row[]): readonly number[] {
  if (part.length < 3) return part;
  const vector = fiedlerVector(part.map((i) => part.map((j) => (i === j ? 0 : likeness[i]![j]!))));
  // Rounded, so that what is equal but for the last bits is a tie, and ties go by id.
  const rounded = vector.map((value) => Math.round(value * 1e6));
  const order = part.map((_, index) => index).sort((a, b) => rounded[a]! - rounded[b]! || a - b);
  const smallestFirst = order.indexOf(0) < order.length / 2;
  const oriented = smallestFirst ? order : order.sort((a, b) => rounded[b]! - rounded[a]! || a - b);
  return oriented.map((index) => part[index]!);
}

/**
 * The eigenvector of the second smallest eigenvalue of the Laplacian of a connected graph, unit length. By inverse iteration on
 * L + J/n (J all ones), whose null direction is gone, with a Cholesky factor; only + − × ÷ and √ are used, which every
 * machine rounds alike. O(n³) time once, O(n²) memory.
 */
function fiedlerVector(weights: readonly (readonly number[])[]): readonly number[] {
  const n = weights.length;
  const laplacian = weights.map((row, i) => {
    const degree = row.reduce((sum, weight) => sum + weight, 0);
    return Float64Array.from(row, (weight, j) => (i === j ? degree : -weight) + 1 / n);
  });
  const factor = cholesky(laplacian);
  // A fixed start that no regular pattern of views is likely to be orthogonal to.
  let vector = unit(Array.from({ length: n }, (_, i) => ((i + 1) * (i + 1) * Math.E) % 1));
  for (let round = 0; round < 500; round++) {
    const next = unit(solve(factor, vector));
    const change = Math.max(...next.map((value, i) => Math.abs(value - vector[i]!)));
    vector = next;
    if (change < 1e-10) break;
  }
  return vector;
}

/** The part orthogonal to all ones, at unit length. */
function unit(vector: readonly number[]): number[] {
  const average = vector.reduce((sum, value) => sum + value, 0) / vector.length;
  const centred = vector.map((value) => value - average);
  const length = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
  return centred.map((value) => value / length);
}

/** The lower triangular C with C·Cᵀ = A, for a positive definite A. */
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
