import type { Claim, Dataset, Statement } from '../dataset/dataset.js';
import { evidenceFile, type Evidence } from '../dataset/split-evidence.js';
import { quoteLink } from '../dataset/quote-link.js';
import { quoteParts, type QuotePart } from '../dataset/quote-parts.js';

/** How the quotes on a claim can be had: they are there, their file is on its way, or it could not be loaded. */
export type EvidenceState = 'there' | 'loading' | 'failed';

/** A statement with its quote in parts and the address of its position in the article. */
export interface PlacedEvidence {
  readonly statement: Statement;
  readonly parts: readonly QuotePart[];
  /** Undefined where the article has no address. */
  readonly link: string | undefined;
}

export function placeEvidence(statement: Statement): PlacedEvidence {
  return { statement, parts: quoteParts(statement.quote), link: quoteLink(statement) };
}

/** Returns whether the quotes on a claim are there; without a claim nothing is missing. */
export function hasEvidence(dataset: Dataset, claim: Claim | undefined, evidence: Evidence): boolean {
  return !claim || !evidenceFile(dataset, claim) || evidence.has(claim.id);
}
