import { render } from 'lit';
import { onTestFinished } from 'vitest';
import type { StanceElement } from '../../src/elements/stance-element.js';
import { renderElement, type Tag } from '../../stories/render-element.js';
import * as disagreementEvidence from '../../stories/evidence/source-disagreement.stories.js';
import * as matrixEvidence from '../../stories/evidence/stance-matrix.stories.js';
import * as disagreementCases from '../../stories/hard-cases/source-disagreement.stories.js';
import * as matrixCases from '../../stories/hard-cases/stance-matrix.stories.js';
import * as disagreementStories from '../../stories/source-disagreement.stories.js';
import * as matrixStories from '../../stories/stance-matrix.stories.js';
import type { Stories, Story } from '../../stories/story.js';
import { rendered } from './page.js';

/** A story as a test takes it: `stance-matrix OneRow`. */
export interface NamedStory {
  readonly name: string;
  readonly component: Tag;
  readonly story: Story<Tag>;
}

/** What is played begins as another story does. */
function named(file: { readonly default: Stories<Tag> }): readonly NamedStory[] {
  const { default: about, ...stories } = file;
  return Object.entries(stories as Record<string, Story<Tag>>)
    .filter(([, { play }]) => !play)
    .map(([name, story]) => ({ name: `${about.component} ${name}`, component: about.component, story }));
}

export const stories: readonly NamedStory[] = [
  matrixStories,
  matrixEvidence,
  matrixCases,
  disagreementStories,
  disagreementEvidence,
  disagreementCases,
].flatMap(named);

/** Draws a story into an otherwise empty page, in a container of the given width. */
export async function showStory({ component, story }: NamedStory, width: number): Promise<StanceElement> {
  const putBack = story.beforeEach?.();
  if (putBack) onTestFinished(putBack);
  document.documentElement.lang = 'en-GB';
  const place = document.createElement('main');
  place.style.width = `${width}px`;
  document.body.replaceChildren(place);
  render(story.render ? story.render(story.args, { component }) : renderElement(component, story.args), place);
  const widget = place.querySelector<StanceElement>(component)!;
  await rendered(widget);
  return widget;
}
