import type { Dataset } from '../dataset/dataset.js';
import type { Failure } from '../wording/messages.js';

/** What a reader selected, as ids: a speaker or an outlet, a claim, or both; and the ids of the statements behind it. */
export interface StanceSelection {
  readonly speaker?: string;
  readonly claim?: string;
  readonly source?: string;
  readonly statements: readonly string[];
}

export interface StanceFailure {
  readonly code: Failure['code'];
  /** In the reader's language. */
  readonly message: string;
  /** For editors, in English; empty where the data never arrived. */
  readonly problems: readonly { readonly path: string; readonly message: string }[];
}

class StanceEvent<Detail> extends CustomEvent<Detail> {
  constructor(type: string, detail: Detail) {
    super(type, { detail, bubbles: true, composed: true });
  }
}

/** A dataset was read and will be drawn. */
export class StanceLoadEvent extends StanceEvent<{ readonly dataset: Dataset }> {
  constructor(dataset: Dataset) {
    super('stance-load', { dataset });
  }
}

/** The data could not be shown; once a failure. */
export class StanceErrorEvent extends StanceEvent<StanceFailure> {
  constructor(failure: StanceFailure) {
    super('stance-error', failure);
  }
}

/** The reader selected something; never fired for what the page selects. */
export class StanceSelectEvent extends StanceEvent<StanceSelection> {
  constructor(selection: StanceSelection) {
    super('stance-select', selection);
  }
}

declare global {
  interface HTMLElementEventMap {
    'stance-load': StanceLoadEvent;
    'stance-error': StanceErrorEvent;
    'stance-select': StanceSelectEvent;
  }
}
