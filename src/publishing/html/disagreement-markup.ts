import type { Source } from '../../dataset/dataset.js';
import type { SourceOnClaim, VoiceInSource } from '../../analysis/disagreements.js';
import { sectionAt } from '../../layout/disagreement/disagreement-model.js';
import {
  coverageTitle,
  notCoveredBy,
  outletOnClaim,
  qualificationsOf,
  verbOf,
  verdictOf,
} from '../../wording/sentences.js';
import { joinPresent, sentence } from '../../wording/quotation.js';
import { shortName } from '../../wording/short-name.js';
import type { PlacedDisagreement } from '../../layout/disagreement/disagreement-layout.js';
import { collapsibleTable } from './collapsible-table.js';
import { evidenceMarkup, isolateBidi, sideMarkup, type MarkupContext } from './evidence-markup.js';
import { joined, lines, markup, type Markup } from '../markup.js';
import type { DisagreementView } from '../static-view.js';

/** Widths that the columns of the table need in unstyled text, in CSS pixels. */
const columnWidths = { claim: 200, source: 120, verdict: 120 };

/** Whether the table with all sources fits the requested width. */
export function disagreementTableFits({ placed, options }: DisagreementView): boolean {
  const { claim, source, verdict } = columnWidths;
  return claim + placed.sources.length * source + verdict <= options.width;
}

/** Returns the table of claims × sources: the balance of whom each source quotes, what it says itself, and the verdict. */
export function disagreementTable({ placed, messages }: DisagreementView, context: MarkupContext): Markup {
  const { styleOf } = context;
  const { rows, sources } = placed;
  const headings = [
    messages.claim,
    ...sources.map(({ source }) => isolateBidi(source.name)),
    messages.disagreementHeading,
  ];
  return lines([
    markup`<table${styleOf('table')}>`,
    markup`<thead><tr>${headings.map((heading) => markup`<th scope="col"${styleOf('columnHeading')}>${heading}</th>`)}</tr></thead>`,
    markup`<tbody>`,
    ...rows.map((row) => {
      const cells = sources.map(
        ({ source }) => markup`<td${styleOf('cell')}>${outletOnClaim(row, source, messages)}</td>`,
      );
      return markup`<tr><th scope="row"${styleOf('rowHeading')}>${isolateBidi(row.claim.text)}</th>${cells}<td${styleOf('cell')}>${verdictMarkup(row, sources.length, context)}</td></tr>`;
    }),
    markup`</tbody>`,
    markup`</table>`,
  ]);
}

/** Returns whom the outlets quote, and in bold what they say themselves. */
function verdictMarkup(row: PlacedDisagreement, sourceCount: number, { messages }: MarkupContext): Markup {
  const sentences = verdictOf(row, sourceCount, messages);
  return joined(
    sentences.map(({ text, isOwnWords }) => (isOwnWords ? markup`<b>${text}</b>` : text)),
    ' ',
  );
}

/** Returns one section per claim: whom each source quotes, and the quotes. */
export function disagreementClaims(view: DisagreementView, context: MarkupContext): Markup {
  const { placed, messages } = view;
  return lines(
    placed.rows.flatMap((row, index) => {
      const section = sectionAt(placed, index);
      const title = section && coverageTitle(section, placed, messages);
      return [title && markup`<h3${context.styleOf('claim')}>${title}</h3>`, claimSection(view, row, context)];
    }),
  );
}

function claimSection(view: DisagreementView, row: PlacedDisagreement, context: MarkupContext): Markup {
  const { messages, styleOf } = context;
  const { sources, silent } = row.answer;
  const name = ({ name }: Source) => markup`<th scope="row"${styleOf('rowHeading')}>${isolateBidi(name)}</th>`;
  return lines([
    view.placed.hasSections
      ? markup`<h4${styleOf('claim')}>${isolateBidi(messages.quotedClaim(row.claim.text))}</h4>`
      : markup`<h3${styleOf('claim')}>${isolateBidi(messages.quotedClaim(row.claim.text))}</h3>`,
    markup`<p${styleOf('balance')}>${claimSummary(view, row, context)}</p>`,
    markup`<table${styleOf('table')}>`,
    markup`<thead><tr><th scope="col"${styleOf('columnHeading')}>${messages.outlet}</th><th scope="col"${styleOf('columnHeading')}>${messages.peopleQuoted}</th></tr></thead>`,
    markup`<tbody>`,
    ...sources.flatMap((on) => [
      markup`<tr>${name(on.source)}<td${styleOf('cell')}>`,
      ...sourceDetails(on, context),
      markup`</td></tr>`,
    ]),
    ...silent.map((source) => markup`<tr>${name(source)}<td${styleOf('cell')}>${messages.notCovered}</td></tr>`),
    markup`</tbody>`,
    markup`</table>`,
  ]);
}

/** Returns the same as one table whose quotes are collapsed. */
export function collapsibleDisagreements(view: DisagreementView, context: MarkupContext): Markup {
  const rows = view.placed.rows.map((row) => {
    const { sources } = row.answer;
    const positions = sources.map(
      ({ source }) =>
        markup`${isolateBidi(shortName(source))}${context.messages.colon}${outletOnClaim(row, source, context.messages)}`,
    );
    return {
      claim: row.claim.text,
      summary: markup`${verdictMarkup(row, view.placed.sources.length, context)}<br />${joined(positions, ' · ')}`,
      details: [
        markup`<p>${factsOf(row, context)}</p>`,
        ...sources.flatMap((on) => [
          markup`<p><b>${isolateBidi(on.source.name)}</b></p>`,
          ...sourceDetails(on, context),
        ]),
      ],
    };
  });
  return collapsibleTable(rows, context);
}

/** Returns the verdict and what qualifies it. */
function claimSummary({ placed }: DisagreementView, row: PlacedDisagreement, context: MarkupContext): Markup {
  const facts = factsOf(row, context);
  return joined([verdictMarkup(row, placed.sources.length, context), facts || undefined].filter(Boolean), ' ');
}

function factsOf(row: PlacedDisagreement, { messages }: MarkupContext): string {
  const missing = notCoveredBy(row, messages);
  return joinPresent(' ', ...qualificationsOf(row, messages), missing && sentence(missing));
}

/** Returns the balance of a source on one claim, then each voice with its quotes. */
function sourceDetails({ speakers, own, position }: SourceOnClaim, context: MarkupContext): readonly Markup[] {
  const { messages, styleOf } = context;
  const balance =
    position === undefined ? messages.nobody : messages.sourceBalance + messages.colon + messages.signed(position);
  return [
    markup`<p${styleOf('position')}>${balance}</p>`,
    ...[...speakers, ...(own ? [own] : [])].map((voice) => voiceMarkup(voice, context)),
  ];
}

function voiceMarkup({ speaker, side, statements }: VoiceInSource, context: MarkupContext): Markup {
  const { messages, styleOf } = context;
  const name = speaker?.name ?? messages.inItsOwnWords;
  return lines([
    markup`<p${styleOf('position')}>${isolateBidi(name)}${messages.colon}${sideMarkup(side, verbOf(side, speaker, messages), context)}</p>`,
    ...statements.map((statement) => evidenceMarkup(statement, context)),
  ]);
}
