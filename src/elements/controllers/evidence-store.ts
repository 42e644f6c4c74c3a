import type { ReactiveControllerHost } from '@lit/reactive-element';
import type { Claim, Dataset } from '../../dataset/dataset.js';
import { evidenceFile, evidenceOn } from '../../dataset/split-evidence.js';
import { fetchEvidence } from '../load-dataset.js';

/** How the words on a claim are to be had. */
export type EvidenceState = 'there' | 'loading' | 'failed';

/** Fetches the evidence of a split dataset, a file a claim, when it is opened. */
export class EvidenceFiles {
  private readonly failed = new WeakSet<Claim>();
  private readonly asked = new WeakSet<Claim>();
  /** Counts the files that were taken. */
  taken = 0;

  constructor(private readonly host: ReactiveControllerHost) {}

  stateOf(dataset: Dataset, claim: Claim | undefined): EvidenceState {
    if (!claim || !evidenceFile(dataset, claim) || evidenceOn(dataset, claim)) return 'there';
    return this.failed.has(claim) ? 'failed' : 'loading';
  }

  /** Asks once; of what failed, when the reader wants it again. */
  ask(dataset: Dataset, claim: Claim | undefined, address: string, again = false): void {
    if (!claim || this.stateOf(dataset, claim) === 'there' || (this.asked.has(claim) && !again)) return;
    this.asked.add(claim);
    this.failed.delete(claim);
    fetchEvidence(dataset, claim, address)
      .then(
        () => this.taken++,
        () => this.failed.add(claim),
      )
      .finally(() => this.host.requestUpdate());
  }
}
