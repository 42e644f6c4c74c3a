import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { define } from '../../src/elements/define.js';
import { SourceDisagreement } from '../../src/elements/source-disagreement.js';
import { StanceMatrix } from '../../src/elements/stance-matrix.js';
import { storyJson } from '../dataset/small-story.js';
import { settled, show } from './page.js';

const titled = (title: string) => storyJson([['daily', 'ann', 'tax', 'support']], { title });

/** The page's requests that are not answered yet, by the end of their address. */
let answers: Map<string, (response: Response) => void>;

/** All elements of a page share one response per address, so each test has its own. */
let count = 0;
const addressOf = (name: string) => `/${name}-${count}.json`;

beforeEach(() => {
  count++;
  answers = new Map();
  vi.spyOn(window, 'fetch').mockImplementation(
    (address) => new Promise((resolve) => answers.set(new URL(address as string).pathname, resolve)),
  );
});

afterEach(() => {
  vi.restoreAllMocks();
});

async function answer(name: string, body: unknown, status = 200): Promise<void> {
  answers.get(addressOf(name))!(new Response(JSON.stringify(body), { status }));
  await new Promise((resolve) => setTimeout(resolve));
}

const heading = (name: string) => page.getByRole('heading', { name, level: 2 });

describe('a widget with an address', () => {
  it('shows the data of its last address, whichever answer comes first', async () => {
    const widget = await show('stance-matrix', { src: addressOf('old') });
    widget.src = addressOf('new');
    await settled(widget);
    await answer('new', titled('The new story'));
    await expect.element(heading('The new story')).toBeVisible();
    await answer('old', titled('The old story'));
    await settled(widget);
    await expect.element(heading('The new story')).toBeVisible();
  });

  it('does not use the body of an answer that is an error', async () => {
    const failures: string[] = [];
    const widget = await show('stance-matrix', { src: addressOf('story') });
    widget.addEventListener('stance-error', ({ detail }) => failures.push(detail.code));
    await answer('story', titled('Not here'), 404);
    await expect.element(page.getByRole('alert')).toBeVisible();
    expect(failures).toEqual(['status']);
    expect(widget.matches(':state(error)')).toBe(true);
    widget.data = titled('The story');
    await expect.element(heading('The story')).toBeVisible();
    expect(widget.matches(':state(error)')).toBe(false);
  });

  it('that is removed while it loads says nothing, and loads when it comes back', async () => {
    const loaded = vi.fn();
    const widget = await show('stance-matrix', { src: addressOf('story') });
    widget.addEventListener('stance-load', loaded);
    const container = widget.parentElement!;
    widget.remove();
    await answer('story', titled('The story'));
    expect(loaded).not.toHaveBeenCalled();
    container.append(widget);
    await expect.element(heading('The story')).toBeVisible();
    expect(loaded).toHaveBeenCalledOnce();
  });

  it('shows the data that the page hands over, before those at its address, before those inside it', async () => {
    const widget = document.createElement('stance-matrix');
    const script = Object.assign(document.createElement('script'), { type: 'application/json' });
    script.text = JSON.stringify(titled('Inside'));
    widget.append(script);
    document.body.replaceChildren(widget);
    await expect.element(heading('Inside')).toBeVisible();
    widget.src = addressOf('story');
    await settled(widget);
    await answer('story', titled('At its address'));
    await expect.element(heading('At its address')).toBeVisible();
    widget.data = titled('Handed over');
    await expect.element(heading('Handed over')).toBeVisible();
  });
});

it('a widget that moves to another document keeps its looks', async () => {
  const widget = await show('stance-matrix', { data: titled('The story') });
  const frame = document.body.appendChild(document.createElement('iframe'));
  const { body, defaultView } = frame.contentDocument!;
  const { display } = getComputedStyle(widget);
  expect(display).not.toBe('inline');
  body.append(widget);
  await widget.updateComplete;
  expect(defaultView!.getComputedStyle(widget).display).toBe(display);
  frame.remove();
});

it('a name that the page has taken stays as it is, and the other widget is registered', () => {
  class Other extends HTMLElement {}
  define('stance-taken', Other);
  class Widget extends StanceMatrix {}
  class Chart extends SourceDisagreement {}
  define('stance-taken', Widget);
  define('stance-free', Chart);
  expect(customElements.get('stance-taken')).toBe(Other);
  expect(customElements.get('stance-free')).toBe(Chart);
});
