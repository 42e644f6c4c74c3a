import { html, render } from 'lit';
import { onTestFinished } from 'vitest';
import type { StanceElement } from '../../src/elements/stance-element.js';
import * as disagreementStories from '../../stories/source-disagreement.stories.js';
import * as matrixStories from '../../stories/stance-matrix.stories.js';
import type { Stories, Story } from '../../stories/story.js';
import { settled } from './page.js';

type Tag = 'stance-matrix' | 'source-disagreement';

/** A story as a test takes it: `stance-matrix OneRow`. */
export interface NamedStory {
  readonly name: string;
  readonly component: Tag;
  readonly story: Story<Tag>;
}

function named(file: { readonly default: Stories<Tag> }): readonly NamedStory[] {
  const { default: about, ...stories } = file;
  return Object.entries(stories).map(([name, story]) => ({
    name: `${about.component} ${name}`,
    component: about.component,
    story: story as Story<Tag>,
  }));
}

export const stories: readonly NamedStory[] = [...named(matrixStories), ...named(disagreementStories)];

/** Draws a story into an otherwise empty page, in a container of the given width. */
export async function showStory({ component, story }: NamedStory, width: number): Promise<StanceElement> {
  const putBack = story.beforeEach?.();
  if (putBack) onTestFinished(putBack);
  document.documentElement.lang = 'en-GB';
  const place = document.createElement('main');
  place.style.width = `${width}px`;
  document.body.replaceChildren(place);
  render(
    story.render ? story.render(story.args) : html`${Object.assign(document.createElement(component), story.args)}`,
    place,
  );
  const widget = place.querySelector<StanceElement>(component)!;
  await drawn(widget);
  return widget;
}

/** Waits until the last row stands; long charts are drawn in steps. */
export async function drawn(widget: StanceElement): Promise<void> {
  const count = () => widget.shadowRoot!.querySelectorAll('*').length;
  for (let before = -1; before !== count();) {
    before = count();
    await settled(widget);
  }
}
