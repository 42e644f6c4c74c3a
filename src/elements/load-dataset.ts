import type { Claim, Dataset } from '../dataset/dataset.js';
import { maxDatasetBytes } from '../dataset/limits.js';
import { DatasetError, readDataset } from '../dataset/read-dataset.js';
import { evidenceFile, readClaimEvidence, type ClaimEvidence } from '../dataset/split-evidence.js';
import type { Failure } from '../wording/messages.js';

/** Why there is no dataset; `failure` says it to the reader. */
export class LoadError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** Milliseconds without a byte after which a request is given up. */
const timeout = 15_000;

/** Milliseconds for which all elements of a page share one response, so that they show the same state of the data. */
const sharedFor = 60_000;

/** Responses by URL. */
const datasets = new Map<string, Promise<Dataset>>();
const evidence = new Map<string, Promise<ClaimEvidence>>();

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
  return shared(datasets, href, () => load(href).then(readText));
}

/**
 * Loads the evidence on a claim of a split dataset that came from this address. Rejects where it cannot be loaded or is not what was
 * published with the dataset: the browser checks it against its hash.
 */
export function fetchEvidence(dataset: Dataset, claim: Claim, address: string): Promise<ClaimEvidence> {
  const file = evidenceFile(dataset, claim)!;
  const { href } = new URL(file.address, new URL(address, document.baseURI));
  const hash = file.sha256.replace(/../g, (byte) => String.fromCharCode(parseInt(byte, 16)));
  return shared(evidence, href, async () => {
    const text = await load(href, `sha256-${btoa(hash)}`);
    return readClaimEvidence(dataset, claim, JSON.parse(text));
  });
}

/** Returns the response for a URL, for some time the same one; a failure is requested again. */
function shared<T>(responses: Map<string, Promise<T>>, href: string, request: () => Promise<T>): Promise<T> {
  const known = responses.get(href);
  if (known) return known;
  const response = request();
  responses.set(href, response);
  const forget = () => responses.delete(href);
  response.then(() => setTimeout(forget, sharedFor), forget);
  return response;
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
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restartClock = () => {
    clearTimeout(timer);
    timer = setTimeout(() => late.abort(), timeout);
  };
  try {
    restartClock();
    const response = await fetch(href, { credentials: 'omit', integrity, signal: late.signal });
    if (response.status !== 200) throw new LoadError({ code: 'status', status: response.status });
    return await textOf(response, restartClock);
  } catch (error) {
    if (error instanceof LoadError) throw error;
    // The browser hides the cause of a network error, so none is guessed.
    throw new LoadError(late.signal.aborted ? { code: 'timeout', seconds: timeout / 1000 } : { code: 'unreachable' });
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}

/** Counted while it streams in, so that a small download cannot unpack without end. */
async function textOf(response: Response, onBytes: () => void): Promise<string> {
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
    onBytes();
    size += read.value.length;
    if (size > maxDatasetBytes) throw new LoadError({ code: 'too-large', megabytes: maxDatasetBytes / 1e6 });
    text += decode(read.value);
  }
  return text + decode();
}
