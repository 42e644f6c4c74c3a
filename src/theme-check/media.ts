/** How a page is shown. */
export interface Surroundings {
  /** What the reader’s system asks for: `prefers-color-scheme`. */
  readonly system: 'light' | 'dark';
  readonly isForced: boolean;
  readonly isPrint: boolean;
}

/**
 * Whether a list of media queries holds. What is not about colours (a width, a pointer) is taken to hold, for on some page it does, and
 * its `not` too.
 */
export function mediaHolds(queries: string, shown: Surroundings): boolean {
  return queries
    .toLowerCase()
    .split(',')
    .some((query) => queryHolds(query.trim(), shown));
}

function queryHolds(query: string, shown: Surroundings): boolean {
  const [, isNot, rest = query] = /^(not)\s+(.*)$/s.exec(query) ?? [];
  const answers = rest
    .replace(/^only\s+/, '')
    .split(/\s+and\s+/)
    .map((condition) => conditionHolds(condition.trim(), shown));
  const all = answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
  return all === undefined ? true : isNot === undefined ? all : !all;
}

/** Undefined where it is not about colours. */
function conditionHolds(condition: string, { system, isForced, isPrint }: Surroundings): boolean | undefined {
  const inner = /^\(\s*not\s+(\(.*\))\s*\)$/s.exec(condition)?.[1];
  if (inner !== undefined) {
    const holds = conditionHolds(inner, { system, isForced, isPrint });
    return holds === undefined ? undefined : !holds;
  }
  switch (condition.replaceAll(/\s/g, '')) {
    case 'all':
      return true;
    case 'screen':
      return !isPrint;
    case 'print':
      return isPrint;
    case '(prefers-color-scheme:dark)':
      return system === 'dark';
    case '(prefers-color-scheme:light)':
      return system === 'light';
    case '(prefers-color-scheme)':
      return true;
    case '(forced-colors:active)':
    case '(forced-colors)':
      return isForced;
    case '(forced-colors:none)':
      return !isForced;
    // Asked for by few, and then on top of the rest.
    case '(prefers-contrast:more)':
    case '(prefers-contrast:less)':
    case '(prefers-contrast:custom)':
    case '(prefers-contrast)':
    case '(inverted-colors:inverted)':
    case '(inverted-colors)':
      return false;
    default:
      return undefined;
  }
}
