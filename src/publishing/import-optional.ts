/** Thrown when a package that only some commands need is not installed; the message names the command that installs it. */
export class MissingPackageError extends Error {
  override readonly name = 'MissingPackageError';
}

/**
 * Imports a package that only one command or format needs, so that everything else starts fast and works without it. The specifier is a
 * variable so that bundlers leave the import alone. Rejects with a `MissingPackageError`, which begins with `user`, such as `--as png`, where
 * the package is not installed.
 */
export async function importOptional<T>(specifier: string, user: string): Promise<T> {
  try {
    return (await import(/* @vite-ignore */ specifier)) as T;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw missingPackageError(specifier, user, { cause: error });
  }
}

/** Returns the error for a specifier such as `@scope/name/file.js`, of which the message names only the package. */
export function missingPackageError(specifier: string, user: string, options?: ErrorOptions): MissingPackageError {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return new MissingPackageError(
    `${user} needs the package ${name}, which is not installed: npm install ${name}`,
    options,
  );
}
