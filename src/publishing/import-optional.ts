/** A package that only some formats need is not installed; the message says how to get it. */
export class MissingPackage extends Error {
  override readonly name = 'MissingPackage';
}

/**
 * Loads a package that only one format needs, so that the other commands start fast and work without it. The name is no literal on
 * purpose: bundlers leave the import as it is.
 */
export async function optionalPackage<T>(specifier: string, format: string): Promise<T> {
  try {
    return (await import(/* @vite-ignore */ specifier)) as T;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw missingPackage(specifier, format, { cause: error });
  }
}

export function missingPackage(specifier: string, format: string, options?: ErrorOptions): MissingPackage {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return new MissingPackage(
    `--as ${format} needs the package ${name}, which is not installed: npm install ${name}`,
    options,
  );
}
