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
  private requested: ReadonlySet<string> = new Set();
  private failed: ReadonlySet<string> = new Set();

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Returns whether the quotes on a claim are there; requests their file once where they are not. */
  open(dataset: Dataset, claim: Claim | undefined, address: string): EvidenceState {
    if (dataset !== this.dataset) this.reset(dataset);
    if (!claim || hasEvidence(dataset, claim, this.evidence)) return 'there';
    if (!this.requested.has(claim.id)) this.load(dataset, claim, address);
    return this.failed.has(claim.id) ? 'failed' : 'loading';
  }

  /** Requests again what has failed. */
  retry(): void {
    this.requested = this.failed = new Set();
    this.host.requestUpdate();
  }

  private reset(dataset: Dataset): void {
    this.dataset = dataset;
    this.evidence = noEvidence;
    this.requested = this.failed = new Set();
  }

  private load(dataset: Dataset, claim: Claim, address: string): void {
    this.requested = new Set([...this.requested, claim.id]);
    fetchEvidence(dataset, claim, address)
      .then(
        (content) => {
          if (dataset === this.dataset) this.evidence = new Map([...this.evidence, [claim.id, content]]);
        },
        () => {
          if (dataset === this.dataset) this.failed = new Set([...this.failed, claim.id]);
        },
      )
      .finally(() => this.host.requestUpdate());
  }
}
