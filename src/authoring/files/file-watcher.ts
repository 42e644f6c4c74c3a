import { realpathSync, watch, type FSWatcher } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** A folder cannot be watched, for example because the system’s limit is reached. The message is one line that names the folder. */
export class WatchError extends Error {
  override readonly name = 'WatchError';
}

interface WatchedFolder {
  readonly watcher: FSWatcher;
  /** Names in it of which every event counts. */
  readonly files: Set<string>;
  /** Names in it that count only when they are created, replaced or removed. */
  readonly folders: Set<string>;
}

/**
 * Reports changes of files. Watches the folders that contain them, because many editors do not write a file but replace it with a new one.
 * Files and folders that do not exist yet are reported when they are created.
 */
export class FileWatcher {
  readonly #watched = new Map<string, WatchedFolder>();
  readonly #onChange: (path: string) => void;

  /** `onChange` gets the path of the file or folder that was created, changed, replaced or removed. */
  constructor(onChange: (path: string) => void) {
    this.#onChange = onChange;
  }

  /** Watches the file at this absolute path, and the file that it links to. Throws a `WatchError`. */
  add(path: string): void {
    for (const file of new Set([path, linkTarget(path)])) {
      const folder = dirname(file);
      // A watcher loses its folder when another takes its place, as after a `git checkout`; the one above sees that.
      this.#addFolder(folder);
      this.#watch(folder)?.files.add(basename(file).normalize());
    }
  }

  close(): void {
    for (const { watcher } of this.#watched.values()) watcher.close();
    this.#watched.clear();
  }

  #addFolder(path: string): void {
    const parent = dirname(path);
    const watched = this.#watch(parent);
    if (watched) watched.folders.add(basename(path).normalize());
    else if (parent !== path) this.#addFolder(parent);
  }

  /** Returns undefined for a folder that does not exist. */
  #watch(path: string): WatchedFolder | undefined {
    const known = this.#watched.get(path);
    if (known) return known;
    const [files, folders] = [new Set<string>(), new Set<string>()];
    try {
      const watcher = watch(path, (event, name) => {
        // Without a name, the system has dropped events.
        const changed = name?.normalize() ?? '';
        if (name === null || files.has(changed) || (event === 'rename' && folders.has(changed)))
          this.#onChange(join(path, changed));
      });
      // Windows reports the removal of the folder as an error.
      watcher.on('error', () => this.#onChange(path));
      const watched = { watcher, files, folders };
      this.#watched.set(path, watched);
      return watched;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
      // The last one: a name that no file can have.
      if (['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'].includes(code))
        return undefined;
      const reason = ['ENOSPC', 'EMFILE'].includes(code) ? 'the system watches too many files already' : code;
      throw new WatchError(`${path}: the folder cannot be watched (${reason}).`, { cause: error });
    }
  }
}

function linkTarget(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
