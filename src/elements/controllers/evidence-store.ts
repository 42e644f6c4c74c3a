import type { ReactiveControllerHost } from 'lit';
import type { Claim, Dataset } from '../../dataset/dataset.js';
import { evidenceFile, evidenceOn } from '../../dataset/split-evidence.js';
import type { EvidenceState } from '../../layout/evidence.js';
import { fetchEvidence } from '../load-dataset.js';

/** Fetches the evidence of a split dataset, one file per claim, when the claim is opened. */
export class EvidenceStore {
  private readonly failed = new WeakSet<Claim>();
  private readonly asked = new WeakSet<Claim>();
  /** Counts the files that were loaded. */
  loaded = 0;

  constructor(private readonly host: ReactiveControllerHost) {}

  stateOf(dataset: Dataset, claim: Claim | undefined): EvidenceState {
    if (!claim || !evidenceFile(dataset, claim) || evidenceOn(dataset, claim)) return 'there';
    return this.failed.has(claim) ? 'failed' : 'loading';
  }

  /** Requests a file once; after a failure when the reader tries again. */
  request(dataset: Dataset, claim: Claim | undefined, address: string, again = false): void {
    if (!claim || this.stateOf(dataset, claim) === 'there' || (this.asked.has(claim) && !again)) return;
    this.asked.add(claim);
    this.failed.delete(claim);
    fetchEvidence(dataset, claim, address)
      .then(
        () => this.loaded++,
        () => this.failed.add(claim),
      )
      .finally(() => this.host.requestUpdate());
  }
}
