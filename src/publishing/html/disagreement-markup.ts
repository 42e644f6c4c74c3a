import type { Source } from '../../dataset/dataset.js';
import type { SourceOnClaim, VoiceInSource } from '../../analysis/disagreements.js';
import { factsOf, verdictOf } from '../../wording/sentences.js';
import { shortName } from '../../wording/short-name.js';
import type { PlacedDisagreement } from '../../layout/disagreement-layout.js';
import { foldedTable } from './collapsible-table.js';
import { evidenceMarkup, isolated, sideMarkup, type Told } from './evidence-markup.js';
import { joined, lines, markup, type Content, type Markup } from '../markup.js';
import type { DisagreementView } from '../static-view.js';

/** Pixels that a column of the whole table needs in plain type. */
const [firstColumn, otherColumn] = [200, 120];

export function disagreementFits({ placed, wanted }: DisagreementView): boolean {
  return firstColumn + (placed.sources.length + 1) * otherColumn <= wanted.width;
}

/** Claims × sources: the balance of the voices that each carries, its own words, and what that comes to. */
export function disagreementTable({ placed, messages: messages }: DisagreementView, told: Told): Markup {
  const { dress } = told;
  const { rows, sources } = placed;
  const heads = [messages.claim, ...sources.map(({ source }) => isolated(source.name)), messages.disagreementHeading];
  return lines([
    markup`<table${dress('table')}>`,
    markup`<thead><tr>${heads.map((head) => markup`<th scope="col"${dress('head')}>${head}</th>`)}</tr></thead>`,
    markup`<tbody>`,
    ...rows.map((row) => {
      const on = new Map(row.answer.sources.map((each) => [each.source, each]));
      const cells = sources.map(({ source }) => markup`<td${dress('cell')}>${standingOf(on.get(source), told)}</td>`);
      return markup`<tr><th scope="row"${dress('name')}>${isolated(row.claim.text)}</th>${cells}<td${dress('cell')}>${verdictMarkup(row, sources.length, told)}</td></tr>`;
    }),
    markup`</tbody>`,
    markup`</table>`,
  ]);
}

function standingOf(carried: SourceOnClaim | undefined, { messages: messages }: Told): Content {
  return carried ? messages.positionCell(carried.position, carried.own?.side) : messages.notCovered;
}

function verdictMarkup(row: PlacedDisagreement, of: number, { messages: messages }: Told): Markup {
  const { band, details } = verdictOf(row, of, messages);
  return joined([band && markup`<b>${band}</b>`, ...details].filter(Boolean), ' · ');
}

/** One section a claim: what each source carries, in which words. */
export function disagreementClaims(view: DisagreementView, told: Told): Markup {
  return lines(view.placed.rows.map((row) => claimSection(view, row, told)));
}

function claimSection(view: DisagreementView, row: PlacedDisagreement, told: Told): Markup {
  const { messages: messages, dress } = told;
  const { sources, silent } = row.answer;
  const name = ({ name }: Source) => markup`<th scope="row"${dress('name')}>${isolated(name)}</th>`;
  return lines([
    markup`<h3${dress('claim')}>${isolated(row.claim.text)}</h3>`,
    markup`<p${dress('balance')}>${findingOf(view, row, told)}</p>`,
    markup`<table${dress('table')}>`,
    markup`<thead><tr><th scope="col"${dress('head')}>${messages.report}</th><th scope="col"${dress('head')}>${messages.quotedVoices}</th></tr></thead>`,
    markup`<tbody>`,
    ...sources.flatMap((on) => [
      markup`<tr>${name(on.source)}<td${dress('cell')}>`,
      ...carriedBy(on, told),
      markup`</td></tr>`,
    ]),
    ...silent.map((source) => markup`<tr>${name(source)}<td${dress('cell')}>${messages.notCovered}</td></tr>`),
    markup`</tbody>`,
    markup`</table>`,
  ]);
}

/** The same in one table, the words folded behind the places of the sources. */
export function disagreementFolded(view: DisagreementView, told: Told): Markup {
  const rows = view.placed.rows.map((row) => {
    const { sources } = row.answer;
    const places = sources.map(
      (on) => markup`${isolated(shortName(on.source))}${told.messages.colon}${standingOf(on, told)}`,
    );
    return {
      claim: row.claim.text,
      summary: markup`${verdictMarkup(row, view.placed.sources.length, told)}<br />${joined(places, ' · ')}`,
      inside: [
        markup`<p>${factsOf(row, view.placed, told.messages, false)}</p>`,
        ...sources.flatMap((on) => [markup`<p><b>${isolated(on.source.name)}</b></p>`, ...carriedBy(on, told)]),
      ],
    };
  });
  return foldedTable(rows, told);
}

/** “Split · 1 for, 2 against · 3 of 3 reports” */
function findingOf({ placed, messages: messages }: DisagreementView, row: PlacedDisagreement, told: Told): Markup {
  const facts = factsOf(row, placed, messages, false);
  return joined([verdictMarkup(row, placed.sources.length, told), facts || undefined], ' · ');
}

function carriedBy({ speakers, own, position }: SourceOnClaim, told: Told): readonly Markup[] {
  const { messages: messages, dress } = told;
  const balance =
    position === undefined ? messages.noVoices : messages.sourceBalance + messages.colon + messages.signed(position);
  return [
    markup`<p${dress('said')}>${balance}</p>`,
    ...[...speakers, ...(own ? [own] : [])].map((voice) => saidBy(voice, told)),
  ];
}

function saidBy({ speaker, side, statements }: VoiceInSource, told: Told): Markup {
  const { messages: messages, dress } = told;
  const name = speaker?.name ?? messages.inItsOwnWords;
  return lines([
    markup`<p${dress('said')}>${isolated(name)}${messages.colon}${sideMarkup(side, messages.sideVerb[side], told)}</p>`,
    ...statements.map((statement) => evidenceMarkup(statement, told)),
  ]);
}
