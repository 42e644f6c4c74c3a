import type { Dataset } from '../dataset/dataset.js';
import { datasetCsv, datasetJson } from '../dataset/dataset-text.js';
import { statementCount } from '../dataset/split-evidence.js';
import { placeFooter } from '../layout/footer.js';
import type { FrameActions, FrameModel } from '../views/frame.js';
import type { DatasetSource } from './controllers/dataset-source.js';
import type { LanguageController } from './controllers/language.js';
import type { ReaderChoices } from './controllers/reader-choices.js';

/** What the frame shows of an element, and what the element makes of a dataset. */
interface FrameParts<Drawing> {
  readonly element: HTMLElement & { readonly src: string; readonly permalink: boolean; readonly hideFooter: boolean };
  readonly source: DatasetSource;
  readonly language: LanguageController;
  readonly choices: ReaderChoices;
  readonly headingOf: (dataset: Dataset) => string;
  readonly drawingOf: (dataset: Dataset) => Drawing;
}

export function frameModel<Drawing>(parts: FrameParts<Drawing>): FrameModel<Drawing> {
  const { element, source, language, choices } = parts;
  const { state, dataset, address } = source;
  if (state.status === 'failed') {
    const { failure } = state;
    return { status: 'failed', failure, canRetry: element.src !== '' && failure.code !== 'address' };
  }
  if (!dataset) {
    const hasFallback = [...element.children].some(({ localName }) => localName !== 'script');
    return state.status === 'loading' ? { status: 'loading', hasFallback } : { status: 'waiting' };
  }
  const { announcement, isLinkCopied } = choices;
  return {
    status: 'ready',
    dataset,
    heading: parts.headingOf(dataset),
    drawing: statementCount(dataset) > 0 ? parts.drawingOf(dataset) : undefined,
    direction: language.direction,
    isForeign: language.isForeign,
    footer: element.hideFooter
      ? undefined
      : { ...placeFooter(dataset), address, hasLink: element.permalink, isLinkCopied },
    announcement,
  };
}

export function frameActions(source: DatasetSource, { copyLink }: ReaderChoices): FrameActions {
  return {
    retry: () => source.load(),
    downloadJson: () => download(datasetJson(source.dataset!), 'stances.json'),
    // The byte order mark tells spreadsheets the encoding.
    downloadCsv: () => download(`\ufeff${datasetCsv(source.dataset!)}`, 'stances.csv'),
    copyLink,
  };
}

/** Lets the reader save a text as a file. */
function download(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}
