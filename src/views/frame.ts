import type { Dataset } from '../dataset/dataset.js';
import type { PlacedFooter } from '../layout/footer.js';
import type { Failure, Messages } from '../wording/messages.js';
import { footerFacts } from '../wording/sentences.js';
import { renderButton } from './button.js';
import { html, nothing, type Content } from './template.js';

/** What an element shows. While other data load, the last drawing stays. */
export type FrameModel<Drawing> =
  | { readonly status: 'waiting' }
  /** `hasFallback`: the page has put something in its place. */
  | { readonly status: 'loading'; readonly hasFallback: boolean }
  | { readonly status: 'failed'; readonly failure: Failure; readonly canRetry: boolean }
  | ReadyModel<Drawing>;

export interface ReadyModel<Drawing> {
  readonly status: 'ready';
  readonly dataset: Dataset;
  readonly heading: string;
  /** Undefined where the dataset is empty. */
  readonly drawing: Drawing | undefined;
  readonly direction: string;
  /** The messages are in a language of the other direction than the page’s, because it has none of ours. */
  readonly isForeign: boolean;
  readonly footer: FooterModel | undefined;
  /** The text of the live region, which screen readers announce politely. */
  readonly announcement: string;
}

export interface FooterModel extends PlacedFooter {
  /** The address of the data; empty where the page gave them. */
  readonly address: string;
  readonly hasLink: boolean;
  readonly isLinkCopied: boolean;
}

export interface FrameActions {
  readonly retry: () => void;
  readonly downloadJson: () => void;
  readonly downloadCsv: () => void;
  readonly copyLink: () => void;
}

/** Renders an element: heading, drawing and footer, or what is in their place. */
export function renderFrame<Drawing>(
  model: FrameModel<Drawing>,
  messages: Messages,
  actions: FrameActions,
  renderDrawing: (drawing: Drawing) => Content,
): Content {
  switch (model.status) {
    case 'waiting':
      return html`<slot></slot>`;
    case 'loading':
      return html`<slot></slot>${model.hasFallback ? nothing : renderSkeleton(messages)}`;
    case 'failed':
      return html`${renderFailure(model.failure, model.canRetry, messages, actions)}<slot></slot>`;
    case 'ready':
      return renderReady(model, messages, actions, renderDrawing);
  }
}

function renderReady<Drawing>(
  { heading, drawing, direction, isForeign, footer, announcement }: ReadyModel<Drawing>,
  messages: Messages,
  actions: FrameActions,
  renderDrawing: (drawing: Drawing) => Content,
): Content {
  return html`<section
    class="${isForeign ? 'frame foreign' : 'frame'}"
    part="frame"
    lang="${messages.lang}"
    dir="${direction}"
  >
    <h2 part="heading"><bdi>${heading}</bdi></h2>
    ${drawing === undefined ? html`<p class="hint">${messages.empty}</p>` : renderDrawing(drawing)}
    ${footer ? renderFooter(footer, messages, actions) : nothing}
    <p class="hidden" aria-live="polite" role="${announcement ? 'status' : nothing}">${announcement}</p>
  </section>`;
}

function renderSkeleton(messages: Messages): Content {
  return html`<div class="frame skeleton" role="status">
    <span class="hidden">${messages.loading}</span>
    <i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i>
  </div>`;
}

/** Problems of a dataset that are listed for the page’s editor. */
const maxProblems = 5;

function renderFailure(
  failure: Failure,
  canRetry: boolean,
  messages: Messages,
  { retry }: Pick<FrameActions, 'retry'>,
): Content {
  const problems = problemsOf(failure);
  const more = problems.length - maxProblems;
  return html`<div class="frame failure" part="error" role="alert" lang="${messages.lang}" dir="${messages.direction}">
    <p>${messages.failure(failure)}</p>
    <small>${messages.failureReason(failure)}</small>
    ${
      problems.length > 0
        ? html`<ul lang="en" dir="ltr">
            ${problems.slice(0, maxProblems).map(({ path, message }) => html`<li><code>${path}</code> ${message}</li>`)}
            ${more > 0 ? html`<li>+ ${messages.number(more)}</li>` : nothing}
          </ul>`
        : nothing
    }
    ${canRetry ? renderButton(messages.tryAgain, retry) : nothing}
  </div>`;
}

/** Returns the errors of a dataset that cannot be read, for its editor; empty for other failures. */
export function problemsOf(failure: Failure): readonly { readonly path: string; readonly message: string }[] {
  return failure.code === 'not-a-dataset' ? failure.problems : [];
}

function renderFooter(footer: FooterModel, messages: Messages, actions: FrameActions): Content {
  const { dataset, statements, method, corrections, address, hasLink, isLinkCopied } = footer;
  return html`<footer part="footer">
    <p>${footerFacts(dataset, statements, messages)}</p>
    ${method ? html`<p>${'text' in method ? method.text : html`<a href="${method.address}">${messages.method}</a>`}</p>` : nothing}
    <p class="acts">
      ${messages.getData}${messages.colon}
      ${address ? html`<a href="${address}" download>JSON</a>` : renderButton('JSON', actions.downloadJson)}
      ${dataset.split ? nothing : renderButton('CSV', actions.downloadCsv)}
      ${hasLink ? renderButton(isLinkCopied ? messages.linkCopied : messages.copyLink, actions.copyLink) : nothing}
    </p>
    ${corrections.map(({ date, text }) => html`<p>${messages.corrected(date, text)}</p>`)}
  </footer>`;
}
