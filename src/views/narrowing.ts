import { css } from '@lit/reactive-element';
import type { Dataset } from '../dataset/dataset.js';
import type { Messages } from '../wording/messages.js';
import { renderChoices } from './choices.js';
import { html, type Content } from './html.js';
import { shortName } from '../wording/short-name.js';

/** What a reader can narrow to; the members are properties of the elements. An empty text means all. */
export interface Narrowing {
  readonly sources: string;
  /** Left out where speakers are not shown. */
  readonly speakers?: string;
  readonly claims: string;
  readonly topic: string;
}

/** The ids in an attribute, separated by white space; undefined where there are none, which means all. */
export function idsIn(list: string): readonly string[] | undefined {
  return list.match(/\S+/g) ?? undefined;
}

/** Reports, groups and topics to narrow to, one step away; what is left is counted, with a way back. What cannot narrow is left out. */
export function renderNarrowing(dataset: Dataset, chosen: Narrowing, claimsShown: number, messages: Messages): Content {
  const { sources, speakers, groups, claims } = dataset;
  const some = idsIn(chosen.sources) ?? [];
  const toggled = (id: string) => {
    const rest = some.includes(id) ? some.filter((other) => other !== id) : [...some, id];
    return rest.length === sources.length ? '' : rest.join(' ');
  };
  // Pressed again, a choice is taken back.
  const oneOf = (label: string, value: string, now: string) =>
    [label, value === now ? '' : value, value === now] as const;
  const topics = [...new Set(claims.flatMap(({ topic }) => topic ?? []))];
  const rows = [
    sources.length > 1 &&
      renderChoices(
        messages.sourcesLabel,
        'sources',
        sources.map((source) => [shortName(source), toggled(source.id), some.includes(source.id)]),
      ),
    chosen.speakers !== undefined &&
      groups.length > 1 &&
      renderChoices(
        messages.groupLabel,
        'speakers',
        groups.map(({ id, name }) => {
          const members = speakers.filter(({ group }) => group?.id === id).map((speaker) => speaker.id);
          return oneOf(name, members.join(' '), chosen.speakers!);
        }),
      ),
    topics.length > 1 &&
      renderChoices(
        messages.topicLabel,
        'topic',
        topics.map((topic) => oneOf(topic, topic, chosen.topic)),
      ),
  ];
  const isNarrowed = Object.values(chosen).some(Boolean);
  return [
    rows.some(Boolean) &&
      html`<details class="narrowing" ${isNarrowed && 'open'}>
        <summary class="pill">${messages.filter}</summary>
        ${rows}
      </details>`,
    isNarrowed &&
      html`<p>
        ${messages.claimsShown(claimsShown, claims.length)}
        <button class="plain" data-act="showAll">${messages.showAll}</button>
      </p>`,
  ];
}

export const narrowingStyles = css`
  .narrowing .choices {
    margin-top: 0.4em;
  }
  .narrowing span {
    min-inline-size: 4.2em;
  }
  summary {
    display: inline-block;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: ' ▾' / '';
  }
  [open] > summary::after {
    content: ' ▴' / '';
  }
`;
