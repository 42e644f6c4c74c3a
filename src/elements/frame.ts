import { webAddress } from '../dataset/dataset-shape.js';
import type { Dataset } from '../dataset/dataset.js';
import { isFormed } from '../dataset/read-shape.js';
import type { Failure, Wording } from '../wording/wording.js';
import { html, type Markup } from './html.js';
import { footerFacts } from './sentences.js';

/** In the place of a drawing that is on its way, where nothing else stands there. */
export function renderSkeleton(words: Wording): Markup {
  return html`<div class="frame skeleton" role="status">
    <span class="hidden">${words.loading}</span>
    ${Array.from({ length: 8 }, () => html`<i></i>`)}
  </div>`;
}

/** So many problems of a dataset are told to the page's editor. */
const mostProblems = 5;

/** In the place of a drawing that cannot be. */
export function renderFailure(failure: Failure, hasAddress: boolean, words: Wording): Markup {
  const problems = problemsOf(failure);
  const more = problems.length - mostProblems;
  return html`<div class="frame failure" part="error" role="alert" lang="${words.lang}" dir="${words.direction}">
    <p>${words.failure(failure)}</p>
    ${
      problems.length > 0 &&
      html`<ul lang="en" dir="ltr">
        ${problems.slice(0, mostProblems).map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`)}
        ${more > 0 && html`<li>+ ${words.number(more)}</li>`}
      </ul>`
    }
    ${
      hasAddress &&
      failure.code !== 'address' &&
      html`<button class="plain" data-act="tryAgain">${words.tryAgain}</button>`
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
export function renderFooter(dataset: Dataset, { address, hasLink }: FooterOptions, words: Wording): Markup {
  const { method } = dataset.coded ?? {};
  return html`<footer part="footer">
    <p>${footerFacts(dataset, words)}</p>
    ${method && html`<p>${isFormed(method, webAddress) ? html`<a href="${method}">${words.method}</a>` : method}</p>`}
    <p class="acts">
      ${words.getData}${words.colon}
      ${
        address
          ? html`<a href="${address}" download>JSON</a>`
          : html`<button class="plain" data-act="json">JSON</button>`
      }
      ${!dataset.split && html`<button class="plain" data-act="csv">CSV</button>`}
      ${hasLink && html`<button class="plain" data-act="copyLink">${words.copyLink}</button>`}
    </p>
    ${dataset.corrections.map(({ date, text }) => html`<p class="correction">${words.corrected(date, text)}</p>`)}
  </footer>`;
}
