import type { Dataset, Group, Source, Speaker } from '../dataset/dataset.js';

/** What a reader can filter by, as the elements’ properties have it: ids separated by spaces, or empty for all. */
export interface FilterChoice {
  readonly sources: string;
  /** Left out where no speakers are shown. */
  readonly speakers?: string;
  readonly claims: string;
  readonly topic: string;
}

/** A button: pressed or not, and the value that pressing it gives the property. */
interface Toggle<Of> {
  readonly of: Of;
  readonly value: string;
  readonly isPressed: boolean;
}

/** The filters of a drawing; a list is empty where it could filter nothing. */
export interface PlacedFilters {
  readonly sources: readonly Toggle<Source>[];
  readonly groups: readonly Toggle<Group>[];
  readonly topics: readonly Toggle<string>[];
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
  return {
    sources: sources.length > 1 ? sourceToggles(sources, idsIn(chosen.sources) ?? []) : [],
    groups: chosen.speakers !== undefined && groups.length > 1 ? groupToggles(groups, speakers, chosen.speakers) : [],
    topics: topics.length > 1 ? topics.map((topic) => onlyOne(topic, topic, chosen.topic)) : [],
    isFiltered: Object.values(chosen).some(Boolean),
    claimsShown,
    claimCount: claims.length,
  };
}

/** Each source is switched on and off; all of them are the same as none. */
function sourceToggles(sources: readonly Source[], chosen: readonly string[]): readonly Toggle<Source>[] {
  return sources.map((source) => {
    const isPressed = chosen.includes(source.id);
    const next = isPressed ? chosen.filter((id) => id !== source.id) : [...chosen, source.id];
    return { of: source, value: next.length === sources.length ? '' : next.join(' '), isPressed };
  });
}

function groupToggles(
  groups: readonly Group[],
  speakers: readonly Speaker[],
  chosen: string,
): readonly Toggle<Group>[] {
  return groups.map((group) => {
    const ids = speakers.filter((speaker) => speaker.group?.id === group.id).map(({ id }) => id);
    return onlyOne(group, ids.join(' '), chosen);
  });
}

/** Pressed again, the choice is undone. */
function onlyOne<Of>(of: Of, value: string, chosen: string): Toggle<Of> {
  return { of, value: value === chosen ? '' : value, isPressed: value === chosen };
}
