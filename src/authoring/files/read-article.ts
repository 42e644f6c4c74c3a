import { createHash } from 'node:crypto';
import { decodeText } from './decode-text.js';
import { readFileInFolder, type UnreadableFile } from './read-file.js';
import { TextPositions } from '../text/text-positions.js';

/** The stored text of an article, with its hash and length. */
export interface ArticleFile {
  /** Without a byte order mark; line endings as stored. */
  readonly text: string;
  /** SHA-256 of the file's bytes, including a byte order mark: 64 hexadecimal digits. */
  readonly sha256: string;
  /** In code points. */
  readonly length: number;
}

/** Reads the text file of an article, which must be inside the folder of the coding and not empty. */
export async function readArticle(
  folder: string,
  name: string,
  followLinks = false,
): Promise<ArticleFile | UnreadableFile> {
  const file = await readFileInFolder(folder, name, followLinks);
  return 'reason' in file ? file : parseArticle(file.bytes);
}

export function parseArticle(bytes: Uint8Array): ArticleFile | UnreadableFile {
  const decoded = decodeText(bytes);
  if ('reason' in decoded) return { reason: decoded.reason, hint: decoded.hint };
  const { text } = decoded;
  if (text.trim() === '') return { reason: 'is empty', hint: 'Paste the text of the article into it.' };
  return { text, sha256: createHash('sha256').update(bytes).digest('hex'), length: new TextPositions(text).length };
}
