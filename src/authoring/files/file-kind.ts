/** The files that the commands read. */
export type FileKind = 'dataset' | 'coding' | 'style sheet';

const commandsFor = (file: string): Readonly<Record<FileKind, string>> => ({
  dataset: 'A dataset is for stancekit render and stancekit embed; a coding is a YAML file.',
  coding: `For the dataset: stancekit build ${file} -o dataset.json. To check the coding: stancekit check ${file}.`,
  'style sheet': `To check its colours: stancekit theme-check ${file}.`,
});

/**
 * Returns message and hint if a file is recognised as another kind than the command expects: what it is, and which command takes it. Returns
 * undefined if it may be the expected kind.
 */
export function wrongKind(
  file: string,
  text: string,
  expected: FileKind,
): { readonly message: string; readonly hint: string } | undefined {
  const kind = kindOf(file, text);
  if (kind === undefined || kind === expected) return undefined;
  return { message: `This is a ${kind}, not a ${expected}.`, hint: commandsFor(file)[kind] };
}

function kindOf(file: string, text: string): FileKind | undefined {
  if (/\.css$/iu.test(file)) return 'style sheet';
  if (/^\s*\{/u.test(text)) return isDataset(text) ? 'dataset' : undefined;
  return /^(?:sources|articles|speakers|claims|statements|statements-from):/mu.test(text) ? 'coding' : undefined;
}

/** A coding may be written as JSON too, but has no version. */
function isDataset(text: string): boolean {
  try {
    const content: unknown = JSON.parse(text);
    return typeof content === 'object' && content !== null && 'version' in content;
  } catch {
    return false;
  }
}
