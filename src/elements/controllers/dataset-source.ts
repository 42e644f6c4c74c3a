import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Dataset } from '../../dataset/dataset.js';
import { statementCount } from '../../dataset/split-evidence.js';
import { problemsOf } from '../../views/frame.js';
import type { Failure } from '../../wording/messages.js';
import { StanceErrorEvent, StanceLoadEvent } from '../events.js';
import type { LanguageController } from './language.js';
import { fetchDataset, LoadError, readData, readText } from '../load-dataset.js';

/** A dataset with more statements is read in one task, laid out in the next and rendered in a third. */
const maxStatementsPerTask = 2000;

export type DatasetState =
  | { readonly status: 'waiting' }
  /** The last dataset stays while another loads. */
  | { readonly status: 'loading'; readonly dataset: Dataset | undefined }
  | { readonly status: 'ready'; readonly dataset: Dataset }
  | { readonly status: 'failed'; readonly failure: Failure };

interface Host extends ReactiveControllerHost, HTMLElement {
  readonly src: string;
  readonly data: unknown;
  readonly hasUpdated: boolean;
}

/** Gets the dataset of an element from its `data`, else from its `src`, else from a script inside it, and tells how that went. */
export class DatasetSource implements ReactiveController {
  state: DatasetState = { status: 'waiting' };

  /** Resolves when a large dataset that was read is ready. */
  settled: Promise<void> | undefined;

  /** Counts requests, so that only the answer to the last one is used. */
  private requests = 0;

  constructor(
    private readonly host: Host,
    private readonly language: LanguageController,
    /** Computes in a task of its own what the drawing of a large dataset needs. */
    private readonly prepare: (dataset: Dataset) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    // Before the first update the properties that the page has set are not there yet; the element calls `load` then.
    if (this.host.hasUpdated && this.state.status !== 'ready') this.load();
  }

  hostDisconnected(): void {
    this.requests++;
  }

  /** The dataset to show; undefined where there is none. */
  get dataset(): Dataset | undefined {
    return 'dataset' in this.state ? this.state.dataset : undefined;
  }

  /** The address of the data; empty where the page gave them. */
  get address(): string {
    return this.hasData ? '' : this.host.src;
  }

  load(): void {
    const request = ++this.requests;
    const { host } = this;
    if (this.hasData) this.read(request, () => readData(host.data));
    else if (host.src) this.fetch(request, host.src);
    else if (this.inlineScript) this.readInline(request);
    else this.set({ status: 'waiting' });
  }

  /** To be called when the content of the element has changed: a script with data may have arrived. */
  onContent(): void {
    if (this.state.status === 'waiting' && this.inlineScript) this.load();
  }

  fail(failure: Failure): void {
    this.set({ status: 'failed', failure });
    const message = this.language.messages.failure(failure);
    this.host.dispatchEvent(new StanceErrorEvent({ code: failure.code, message, problems: problemsOf(failure) }));
  }

  private get hasData(): boolean {
    const { data } = this.host;
    return data !== undefined && data !== null;
  }

  private get inlineScript(): HTMLScriptElement | null {
    return this.host.querySelector(':scope > script[type="application/json"]');
  }

  private fetch(request: number, address: string): void {
    this.set({ status: 'loading', dataset: this.dataset });
    fetchDataset(address).then(
      (dataset) => this.read(request, () => dataset),
      (error: unknown) =>
        this.read(request, () => {
          throw error;
        }),
    );
  }

  private readInline(request: number): void {
    const read = () => this.read(request, () => readText(this.inlineScript?.textContent ?? ''));
    // While the page is still arriving, so may the text of the script.
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', read, { once: true });
    else read();
  }

  private read(request: number, get: () => Dataset): void {
    if (request !== this.requests) return;
    try {
      const dataset = get();
      if (statementCount(dataset) > maxStatementsPerTask) this.settled = this.acceptInTasks(request, dataset);
      else this.accept(dataset);
    } catch (error) {
      if (!(error instanceof LoadError)) throw error;
      this.fail(error.failure);
    }
  }

  private accept(dataset: Dataset): void {
    this.set({ status: 'ready', dataset });
    this.host.dispatchEvent(new StanceLoadEvent(dataset));
  }

  /** Gives the page time for its reader between the tasks. Another request, or removing the element, ends it. */
  private async acceptInTasks(request: number, dataset: Dataset): Promise<void> {
    this.set({ status: 'loading', dataset: this.dataset });
    await nextTask();
    if (request !== this.requests) return;
    try {
      this.prepare(dataset);
    } catch {
      // Rendering meets the same error and reports it.
    }
    await nextTask();
    if (request === this.requests) this.accept(dataset);
  }

  private set(state: DatasetState): void {
    this.state = state;
    this.host.requestUpdate();
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
