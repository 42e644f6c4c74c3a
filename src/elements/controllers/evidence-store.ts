import type { ReactiveControllerHost } from 'lit';
import type { Claim, Dataset } from '../../dataset/dataset.js';
import { noEvidence, type Evidence } from '../../dataset/split-evidence.js';
import { hasEvidence, type EvidenceState } from '../../layout/evidence.js';
import { fetchEvidence } from '../load-dataset.js';

/** The evidence of a split dataset: one file per claim, fetched when the claim is opened. */
export class EvidenceStore {
  /** What is loaded so far; another object after each file. */
  evidence: Evidence = noEvidence;

  private dataset: Dataset | undefined;

  /** By claim id, of those whose evidence was requested and is not there. */
  private readonly states = new Map<string, EvidenceState>();

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Returns whether the quotes on a claim are there; requests their file once where they are not. */
  open(dataset: Dataset, claim: Claim | undefined, address: string): EvidenceState {
    if (dataset !== this.dataset) {
      this.dataset = dataset;
      this.evidence = noEvidence;
      this.states.clear();
    }
    if (!claim || hasEvidence(dataset, claim, this.evidence)) return 'there';
    if (!this.states.has(claim.id)) this.load(dataset, claim, address);
    return this.states.get(claim.id)!;
  }

  /** Requests again what has failed. */
  retry(): void {
    this.states.clear();
    this.host.requestUpdate();
  }

  private load(dataset: Dataset, claim: Claim, address: string): void {
    this.states.set(claim.id, 'loading');
    fetchEvidence(dataset, claim, address)
      .then(
        (content) => {
          if (dataset === this.dataset) this.evidence = new Map([...this.evidence, [claim.id, content]]);
        },
        () => {
          if (dataset === this.dataset) this.states.set(claim.id, 'failed');
        },
      )
      .finally(() => this.host.requestUpdate());
  }
}
