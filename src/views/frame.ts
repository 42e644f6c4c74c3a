import { webAddress } from '../dataset/dataset-shape.js';
import type { Dataset } from '../dataset/dataset.js';
import { hasFormat } from '../dataset/read-shape.js';
import type { Failure, Messages } from '../wording/messages.js';
import { html, type Markup } from './html.js';
import { footerFacts } from '../wording/sentences.js';

/** In the place of a drawing that is on its way, where nothing else stands there. */
export function renderSkeleton(messages: Messages): Markup {
  return html`<div class="frame skeleton" role="status">
    <span class="hidden">${messages.loading}</span>
    ${Array.from({ length: 8 }, () => html`<i></i>`)}
  </div>`;
}

/** So many problems of a dataset are told to the page's editor. */
const mostProblems = 5;

/** In the place of a drawing that cannot be. */
export function renderFailure(failure: Failure, hasAddress: boolean, messages: Messages): Markup {
  const problems = problemsOf(failure);
  const more = problems.length - mostProblems;
  return html`<div class="frame failure" part="error" role="alert" lang="${messages.lang}" dir="${messages.direction}">
    <p>${messages.failure(failure)}</p>
    ${
      problems.length > 0 &&
      html`<ul lang="en" dir="ltr">
        ${problems.slice(0, mostProblems).map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`)}
        ${more > 0 && html`<li>+ ${messages.number(more)}</li>`}
      </ul>`
    }
    ${
      hasAddress &&
      failure.code !== 'address' &&
      html`<button class="plain" data-act="tryAgain">${messages.tryAgain}</button>`
    }
  </div>`;
}

/** What an editor is told of a dataset that cannot be read. */
export function problemsOf(failure: Failure): readonly { readonly path: string; readonly message: string }[] {
  return failure.code === 'not-a-dataset' ? failure.problems : [];
}

interface FooterOptions {
  /** Where the data can be had; empty where the page gave them. */
  readonly address: string;
  readonly hasLink: boolean;
}

/** Below the drawing: what it rests on, the data to take away, what was corrected. */
export function renderFooter(dataset: Dataset, { address, hasLink }: FooterOptions, messages: Messages): Markup {
  const { method } = dataset.coded ?? {};
  return html`<footer part="footer">
    <p>${footerFacts(dataset, messages)}</p>
    ${method && html`<p>${hasFormat(method, webAddress) ? html`<a href="${method}">${messages.method}</a>` : method}</p>`}
    <p class="acts">
      ${messages.getData}${messages.colon}
      ${
        address
          ? html`<a href="${address}" download>JSON</a>`
          : html`<button class="plain" data-act="json">JSON</button>`
      }
      ${!dataset.split && html`<button class="plain" data-act="csv">CSV</button>`}
      ${hasLink && html`<button class="plain" data-act="copyLink">${messages.copyLink}</button>`}
    </p>
    ${dataset.corrections.map(({ date, text }) => html`<p class="correction">${messages.corrected(date, text)}</p>`)}
  </footer>`;
}
