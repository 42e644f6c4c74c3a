/** Who answers in place of the network, by address: several stories may stand on one page. */
const answers = new Map<string, () => Promise<Response>>();

const { fetch } = globalThis;

const answer: typeof fetch = (asked, options) => answers.get(asked as string)?.() ?? fetch(asked, options);

/** A story whose data come from here, without a network. */
export function dataFrom(name: string, given: () => Promise<Response>) {
  const src = `https://example.org/${name}`;
  return {
    args: { src },
    beforeEach: () => {
      answers.set(src, given);
      globalThis.fetch = answer;
      return () => {
        answers.delete(src);
        if (answers.size === 0) globalThis.fetch = fetch;
      };
    },
  };
}

export const never = () => new Promise<Response>(() => undefined);
export const unreached = () => Promise.reject(new TypeError('Failed to fetch'));
export const page = () => Promise.resolve(new Response('<!doctype html><title>Not found</title>'));
export const nothing = () => Promise.resolve(new Response('', { status: 410 }));
