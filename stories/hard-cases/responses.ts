/** Responses in place of the network's, by URL; a docs page may show several stories at once. */
const responses = new Map<string, () => Promise<Response>>();

const { fetch } = globalThis;

const respond: typeof fetch = (url, options) => responses.get(url as string)?.() ?? fetch(url, options);

/** Returns the parts of a story whose `src` gets this response, without a network. */
export function loadedFrom(name: string, response: () => Promise<Response>) {
  const src = `https://example.org/${name}`;
  return {
    args: { src },
    beforeEach: () => {
      responses.set(src, response);
      globalThis.fetch = respond;
      return () => {
        responses.delete(src);
        if (responses.size === 0) globalThis.fetch = fetch;
      };
    },
  };
}

export const pending = () => new Promise<Response>(() => undefined);
export const networkError = () => Promise.reject(new TypeError('Failed to fetch'));
export const htmlPage = () => Promise.resolve(new Response('<!doctype html><title>Not found</title>'));
export const status410 = () => Promise.resolve(new Response('', { status: 410 }));
