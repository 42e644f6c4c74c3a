import type { ReactiveControllerHost } from 'lit';
import { findNames, type Named } from '../../layout/find-names.js';
import type { FinderModel } from '../../views/finder.js';
import { memoizeLatest } from '../memoize-latest.js';

/** Names that a search lists. */
const maxFound = 8;

/** What a reader searches for in a large drawing. */
export class Finder {
  private query = '';

  private readonly findIn = memoizeLatest((names: () => readonly Named[], query: string) =>
    query ? findNames(names(), query, maxFound) : [],
  );

  constructor(private readonly host: ReactiveControllerHost) {}

  /** Returns the search field and what was found among the names; they are made only for a search. */
  model(label: string, names: () => readonly Named[]): FinderModel {
    return { label, query: this.query, found: this.findIn(names, this.query) };
  }

  readonly find = (query: string): void => {
    this.query = query;
    this.host.requestUpdate();
  };
}
