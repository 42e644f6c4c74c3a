import { css, html, nothing, type TemplateResult } from 'lit';
import type { Dataset } from '../dataset/dataset.js';
import type { Wording } from '../wording/wording.js';
import { renderChoices } from './choices.js';

/** What a reader can narrow to; the members are properties of the elements. An empty text means all. */
export interface NarrowingChoice {
  readonly sources?: string;
  readonly speakers?: string;
  readonly claims?: string;
  readonly topic?: string;
}

interface NarrowingContext {
  readonly dataset: Dataset;
  readonly words: Wording;
  /** What is chosen now. */
  readonly chosen: Required<NarrowingChoice>;
  /** Whether speakers can be narrowed by their groups. */
  readonly byGroup: boolean;
  readonly claimsShown: number;
  readonly onChoice: (choice: NarrowingChoice) => void;
}

/** The ids in an attribute, separated by white space; undefined where there are none, which means all. */
export function idsIn(list: string): readonly string[] | undefined {
  const ids = list.split(/\s+/).filter(Boolean);
  return ids.length > 0 ? ids : undefined;
}

/** Reports, groups and topics to narrow to, one step away; what is left is counted, with a way back. What cannot narrow is left out. */
export function renderNarrowing({ dataset, words, chosen, byGroup, claimsShown, onChoice }: NarrowingContext): unknown {
  const sources = idsIn(chosen.sources) ?? [];
  const toggled = (id: string) => {
    const rest = sources.includes(id) ? sources.filter((other) => other !== id) : [...sources, id];
    return rest.length === dataset.sources.length ? '' : rest.join(' ');
  };
  const topics = [...new Set(dataset.claims.flatMap(({ topic }) => topic ?? []))];
  const rows = [
    dataset.sources.length > 1 &&
      renderChoices(
        words.sourcesLabel,
        dataset.sources.map(({ id, name, short = name }) => [
          short,
          sources.includes(id),
          () => onChoice({ sources: toggled(id) }),
        ]),
      ),
    byGroup &&
      dataset.groups.length > 1 &&
      renderChoices(
        words.groupLabel,
        dataset.groups.map(({ id, name }) => {
          const members = dataset.speakers.filter(({ group }) => group?.id === id).map((speaker) => speaker.id);
          const all = members.join(' ');
          return [name, chosen.speakers === all, () => onChoice({ speakers: chosen.speakers === all ? '' : all })];
        }),
      ),
    topics.length > 1 &&
      renderChoices(
        words.topicLabel,
        topics.map((topic) => [
          topic,
          topic === chosen.topic,
          () => onChoice({ topic: topic === chosen.topic ? '' : topic }),
        ]),
      ),
  ].filter((row): row is TemplateResult => row !== false);
  const isNarrowed = Object.values(chosen).some(Boolean);
  return html`
    ${
      rows.length > 0
        ? html`<details class="narrowing" ?open=${isNarrowed}>
            <summary class="pill">${words.narrow}</summary>
            ${rows}
          </details>`
        : nothing
    }
    ${
      isNarrowed
        ? html`<p>
            ${words.claimsShown(claimsShown, dataset.claims.length)}
            <button class="plain" @click=${() => onChoice({ sources: '', speakers: '', claims: '', topic: '' })}>
              ${words.showAll}
            </button>
          </p>`
        : nothing
    }
  `;
}

export const narrowingStyles = css`
  .narrowing .choices {
    margin-block-start: 0.4em;
  }
  .narrowing .choices > span {
    min-inline-size: 4.2em;
  }
  summary {
    display: inline-block;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: ' ▾' / '';
    color: var(--_muted);
  }
  [open] > summary::after {
    content: ' ▴' / '';
  }
`;
