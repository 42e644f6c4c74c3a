import type { Page } from 'playwright';
import type { BrowserCommand } from 'vitest/node';

type Media = Parameters<Page['emulateMedia']>[0];

declare module 'vitest/browser' {
  interface BrowserCommands {
    emulateMedia(media: Media): Promise<void>;
    resizeWindow(width: number, height: number): Promise<void>;
    moveMouseAway(): Promise<void>;
  }
}

/** Renders the page for paper or in forced colours, as the reader's system would ask. `null` ends it. */
export const emulateMedia: BrowserCommand<[Media]> = ({ page }, media) => page.emulateMedia(media);

/** Sets the size of the window around the page under test in CSS pixels. What does not fit is scaled down. */
export const resizeWindow: BrowserCommand<[width: number, height: number]> = ({ page }, width, height) =>
  page.setViewportSize({ width, height });

/** Moves the mouse out of the page, so that nothing is under it. */
export const moveMouseAway: BrowserCommand = ({ page }) => page.mouse.move(-9, -9);
