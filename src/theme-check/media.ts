/** The values of the media features that a theme may depend on. */
export interface MediaContext {
  /** The reader's `prefers-color-scheme`. */
  readonly system: 'light' | 'dark';
  readonly isForced: boolean;
  readonly isPrint: boolean;
}

/**
 * Returns whether a list of media queries may match. Conditions that are not about colours (a width, a pointer) always may, and so do their
 * negations.
 */
export function matchesMedia(queries: string, context: MediaContext): boolean {
  return queries
    .toLowerCase()
    .split(',')
    .some((query) => matchesQuery(query.trim(), context));
}

function matchesQuery(query: string, context: MediaContext): boolean {
  const [, isNot, rest = query] = /^(not)\s+(.*)$/s.exec(query) ?? [];
  const answers = rest
    .replace(/^only\s+/, '')
    .split(/\s+and\s+/)
    .map((condition) => matchesCondition(condition.trim(), context));
  const all = answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
  return all === undefined ? true : isNot === undefined ? all : !all;
}

/** Returns undefined for conditions that are not about colours. */
function matchesCondition(condition: string, { system, isForced, isPrint }: MediaContext): boolean | undefined {
  const inner = /^\(\s*not\s+(\(.*\))\s*\)$/s.exec(condition)?.[1];
  if (inner !== undefined) {
    const holds = matchesCondition(inner, { system, isForced, isPrint });
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
    // Rare preferences, which are not checked.
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
