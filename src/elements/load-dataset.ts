import type { Claim, Dataset } from '../dataset/dataset.js';
import { maxDatasetBytes } from '../dataset/limits.js';
import { DatasetError, readDataset } from '../dataset/read-dataset.js';
import { evidenceFile, addEvidence } from '../dataset/split-evidence.js';
import type { Failure } from '../wording/messages.js';

/** Why there is no dataset; `failure` is what the reader is told. */
export class LoadError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

const patience = 15_000;

/** So long one answer serves all widgets of a page; they show the same state of the data. */
const shared = 60_000;

const answers = new Map<string, Promise<Dataset>>();

/** Evidence that is on its way, for all widgets that show the same dataset. */
const evidenceAnswers = new WeakMap<Claim, Promise<void>>();

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
  const answer = load(href).then(readText);
  answers.set(href, answer);
  const forget = () => answers.delete(href);
  answer.then(() => setTimeout(forget, shared), forget);
  return answer;
}

/**
 * Loads the evidence on a claim of a split dataset that came from this address, and takes it. Rejects where it cannot be had or is not
 * what was published with the dataset: the browser holds its bytes against their hash.
 */
export function fetchEvidence(dataset: Dataset, claim: Claim, address: string): Promise<void> {
  const asked = evidenceAnswers.get(claim);
  if (asked) return asked;
  const answer = loadEvidence(dataset, claim, address).finally(() => evidenceAnswers.delete(claim));
  evidenceAnswers.set(claim, answer);
  return answer;
}

async function loadEvidence(dataset: Dataset, claim: Claim, address: string): Promise<void> {
  const file = evidenceFile(dataset, claim);
  if (!file) return;
  const { href } = new URL(file.address, new URL(address, document.baseURI));
  const bytes = file.sha256.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16)));
  addEvidence(dataset, claim, JSON.parse(await load(href, `sha256-${btoa(bytes)}`)));
}

/** Reads an object that a page hands over. Throws a `LoadError` and nothing else. */
export function readData(value: unknown): Dataset {
  try {
    return readDataset(value);
  } catch (error) {
    throw new LoadError({ code: 'not-a-dataset', problems: error instanceof DatasetError ? error.problems : [] });
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

async function load(href: string, integrity = ''): Promise<string> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), patience);
  try {
    const response = await fetch(href, { credentials: 'omit', integrity, signal: late.signal });
    if (response.status !== 200) throw new LoadError({ code: 'status', status: response.status });
    return await textOf(response);
  } catch (error) {
    if (error instanceof LoadError) throw error;
    // The browser hides the cause of a network error, so none is guessed.
    throw new LoadError(late.signal.aborted ? { code: 'timeout', seconds: patience / 1000 } : { code: 'unreachable' });
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}

/** Counted while it streams in, so that a small download cannot unpack without end. */
async function textOf(response: Response): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array) => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      throw new LoadError({ code: 'not-utf-8' });
    }
  };
  let text = '';
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    if (size > maxDatasetBytes) throw new LoadError({ code: 'too-large', megabytes: maxDatasetBytes / 1e6 });
    text += decode(read.value);
  }
  return text + decode();
}
