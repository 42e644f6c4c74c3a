import type { Dataset } from '../dataset/dataset.js';
import { DatasetError, readDataset } from '../dataset/read-dataset.js';
import type { Failure } from '../wording/wording.js';

/** Why there is no dataset; `failure` is what the reader is told. */
export class LoadError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

const patience = 15_000;
const mostBytes = 24_000_000;

/** So long one answer serves all widgets of a page; they show the same state of the data. */
const shared = 60_000;

const answers = new Map<string, Promise<Dataset>>();

/** Loads and reads the dataset at an address relative to the page. Rejects with a `LoadError` and nothing else. */
export function fetchDataset(address: string): Promise<Dataset> {
  let url: URL;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    return Promise.reject(new LoadError({ code: 'address' }));
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return Promise.reject(new LoadError({ code: 'address' }));
  const { href } = url;
  const asked = answers.get(href);
  if (asked) return asked;
  const answer = load(href);
  answers.set(href, answer);
  const forget = () => answers.delete(href);
  answer.then(() => setTimeout(forget, shared), forget);
  return answer;
}

/** Reads an object that a page hands over. Throws a `LoadError` and nothing else. */
export function readData(value: unknown): Dataset {
  try {
    return readDataset(value);
  } catch (error) {
    throw notADataset(error);
  }
}

/** Reads the text of a dataset. Throws a `LoadError` and nothing else. */
export function readText(text: string): Dataset {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    throw new LoadError({ code: 'not-json' });
  }
  return readData(value);
}

function notADataset(error: unknown): LoadError {
  return new LoadError({ code: 'not-a-dataset', problems: error instanceof DatasetError ? error.problems : [] });
}

async function load(href: string): Promise<Dataset> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    const response = await fetch(href, { credentials: 'omit', signal: late.signal });
    if (response.status !== 200) throw new LoadError({ code: 'status', status: response.status });
    return readText(decode(await bytesOf(response)));
  } catch (error) {
    if (error instanceof LoadError) throw error;
    // The browser hides the cause of a network error, so none is guessed.
    throw new LoadError(late.signal.aborted ? { code: 'timeout', seconds: patience / 1000 } : { code: 'unreachable' });
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}

/** Counted while they stream in, so that a small download cannot unpack without end. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    chunks.push(read.value);
    size += read.value.length;
    if (size > mostBytes) throw new LoadError({ code: 'too-large', megabytes: mostBytes / 1e6 });
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new LoadError({ code: 'not-utf-8' });
  }
}
