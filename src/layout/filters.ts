import type { Dataset, Group, Source, Speaker } from '../dataset/dataset.js';

/** What a reader can filter by, as the elements’ properties have it: ids separated by spaces, or empty for all. */
export interface FilterChoice {
  readonly sources: string;
  /** Left out where no speakers are shown. */
  readonly speakers?: string;
  readonly claims: string;
  readonly topic: string;
}

/** A button: its label, the value that pressing it gives the property, and whether it is pressed. */
type Toggle = readonly [label: string, value: string, isPressed: boolean];

/** The filters of a drawing. */
export interface PlacedFilters {
  /** The properties that can filter something, with their buttons. */
  readonly rows: readonly {
    readonly property: 'sources' | 'speakers' | 'topic';
    readonly toggles: readonly Toggle[];
  }[];
  readonly isFiltered: boolean;
  readonly claimsShown: number;
  readonly claimCount: number;
}

/** Returns the ids in an attribute, separated by white space; undefined where there are none, which means all. */
export function idsIn(list: string): readonly string[] | undefined {
  return list.match(/\S+/g) ?? undefined;
}

export function placeFilters(dataset: Dataset, chosen: FilterChoice, claimsShown: number): PlacedFilters {
  const { sources, speakers, groups, claims } = dataset;
  const topics = [...new Set(claims.flatMap(({ topic }) => topic ?? []))];
  const rows: PlacedFilters['rows'] = [
    { property: 'sources', toggles: sourceToggles(sources, idsIn(chosen.sources) ?? []) },
    {
      property: 'speakers',
      toggles: chosen.speakers === undefined ? [] : groupToggles(groups, speakers, chosen.speakers),
    },
    { property: 'topic', toggles: topics.map((topic) => onlyOne(topic, topic, chosen.topic)) },
  ];
  return {
    rows: rows.filter(({ toggles }) => toggles.length > 1),
    isFiltered: Object.values(chosen).some(Boolean),
    claimsShown,
    claimCount: claims.length,
  };
}

/** Each source is switched on and off; all of them are the same as none. */
function sourceToggles(sources: readonly Source[], chosen: readonly string[]): readonly Toggle[] {
  return sources.map(({ id, name, short = name }) => {
    const isPressed = chosen.includes(id);
    const next = isPressed ? chosen.filter((other) => other !== id) : [...chosen, id];
    return [short, next.length === sources.length ? '' : next.join(' '), isPressed];
  });
}

function groupToggles(groups: readonly Group[], speakers: readonly Speaker[], chosen: string): readonly Toggle[] {
  return groups.map(({ id, name }) => {
    const ids = speakers.filter(({ group }) => group?.id === id).map((speaker) => speaker.id);
    return onlyOne(name, ids.join(' '), chosen);
  });
}

/** Pressed again, the choice is undone. */
function onlyOne(label: string, value: string, chosen: string): Toggle {
  return [label, value === chosen ? '' : value, value === chosen];
}
