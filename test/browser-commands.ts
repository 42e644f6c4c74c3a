import type { Page } from 'playwright';
import type { BrowserCommand } from 'vitest/node';

type Media = Parameters<Page['emulateMedia']>[0];

/** Renders the page for paper or in forced colours, as the reader's system would ask. `null` ends it. */
export const emulateMedia: BrowserCommand<[Media]> = ({ page }, media) => page.emulateMedia(media);

/** Sets the size of the window around the page under test in CSS pixels. What does not fit is scaled down. */
export const resizeWindow: BrowserCommand<[width: number, height: number]> = ({ page }, width, height) =>
  page.setViewportSize({ width, height });
