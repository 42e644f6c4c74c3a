import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { statementCount } from '../../dataset/split-evidence.js';
import type { DatasetSource } from './dataset-source.js';

/** Exposes the state of an element to style sheets: `:state(loading)`, `:state(error)` and `:state(empty)`. */
export class ElementStates implements ReactiveController {
  private readonly internals: ElementInternals;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    private readonly source: DatasetSource,
  ) {
    this.internals = host.attachInternals();
    host.addController(this);
  }

  hostUpdated(): void {
    const { state } = this.source;
    this.set('loading', state.status === 'loading');
    this.set('error', state.status === 'failed');
    this.set('empty', state.status === 'ready' && statementCount(state.dataset) === 0);
  }

  private set(name: string, isOn: boolean): void {
    try {
      this.internals.states[isOn ? 'add' : 'delete'](name);
    } catch {
      // Browsers before 2024 take only names with two hyphens in front; there publishers go without the state.
    }
  }
}
