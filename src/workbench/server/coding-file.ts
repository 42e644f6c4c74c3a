import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { decodeText } from '../../authoring/files/decode-text.js';
import { readRegularFile } from '../../authoring/files/read-file.js';
import { writeAtomically } from '../../authoring/files/write-atomically.js';
import type { CodingEdit } from '../../authoring/coding/edit/coding-edit.js';
import { editCoding } from '../../authoring/coding/edit/edit-coding.js';
import { EditError } from '../../authoring/coding/edit/edit-error.js';
import { applySplice, reverseSplice, type Splice } from '../../authoring/coding/edit/splice.js';

/** The file is not what the editor saw: another program, or another tab, has changed it. Nothing was written. */
export class ConflictError extends Error {
  override readonly name = 'ConflictError';
}

/** The content of the file. `version` is the SHA-256 of its bytes: 64 hexadecimal digits. */
export interface CodingVersion {
  readonly text: string;
  readonly version: string;
}

/** One act of the editor: the splices of its edits, in their order, and the versions around them. */
interface Act {
  readonly splices: readonly Splice[];
  readonly from: string;
  readonly to: string;
}

/**
 * The coding on disk, which stays the only truth: every act is read from it, checked, and written at once and atomically. The methods run
 * one after another. They throw a `ConflictError` if the file is no longer the version that the editor saw, an `EditError` if it cannot be
 * edited there, and a `WriteError` if it cannot be written.
 */
export class CodingFile {
  private readonly done: Act[] = [];
  private readonly undone: Act[] = [];
  private last: Promise<unknown> = Promise.resolve();

  constructor(readonly path: string) {}

  get folder(): string {
    return dirname(this.path);
  }

  read(): Promise<CodingVersion> {
    return this.inTurn(() => this.load());
  }

  /** Makes the edits as one act, each on the result of those before it. */
  apply(version: string, edits: readonly CodingEdit[]): Promise<CodingVersion> {
    return this.inTurn(async () => {
      let { text } = await this.expect(version);
      const splices = edits.map((edit) => {
        const splice = editCoding(text, edit);
        text = applySplice(text, splice);
        return splice;
      });
      const written = await this.write(version, text);
      this.done.push({ splices, from: version, to: written.version });
      this.undone.length = 0;
      return written;
    });
  }

  /** Takes the last act back that is not yet taken back. */
  undo(version: string): Promise<CodingVersion> {
    return this.inTurn(async () => {
      const act = this.done.at(-1);
      if (!act) throw new EditError('There is nothing to undo.');
      const written = await this.repeat(version, act.to, act.splices.map(reverseSplice).reverse());
      this.undone.push(this.done.pop()!);
      return written;
    });
  }

  /** Makes the last act again that was taken back. */
  redo(version: string): Promise<CodingVersion> {
    return this.inTurn(async () => {
      const act = this.undone.at(-1);
      if (!act) throw new EditError('There is nothing to redo.');
      const written = await this.repeat(version, act.from, act.splices);
      this.done.push(this.undone.pop()!);
      return written;
    });
  }

  private async repeat(version: string, needed: string, splices: readonly Splice[]): Promise<CodingVersion> {
    const { text } = await this.expect(version);
    if (version !== needed) throw new ConflictError('The coding was changed by another program since.');
    return this.write(version, splices.reduce(applySplice, text));
  }

  private async expect(version: string): Promise<CodingVersion> {
    const current = await this.load();
    if (current.version !== version) throw new ConflictError('The coding was changed by another program or tab.');
    return current;
  }

  private async write(before: string, text: string): Promise<CodingVersion> {
    const written = { text, version: versionOf(Buffer.from(text)) };
    // Editing may take a second; another program may have written meanwhile.
    await this.expect(before);
    await writeAtomically(this.path, text);
    return written;
  }

  private async load(): Promise<CodingVersion> {
    const file = await readRegularFile(this.path);
    if ('reason' in file) throw new EditError(`The coding ${file.reason}. ${file.hint}`);
    const decoded = decodeText(file.bytes);
    if ('reason' in decoded) throw new EditError(`The coding ${decoded.reason}. ${decoded.hint}`);
    // A byte order mark stays in the file.
    return { text: Buffer.from(file.bytes).toString(), version: versionOf(file.bytes) };
  }

  private inTurn<T>(act: () => Promise<T>): Promise<T> {
    const next = this.last.then(act);
    this.last = next.catch(() => undefined);
    return next;
  }
}

function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
