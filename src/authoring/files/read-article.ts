import { createHash } from 'node:crypto';
import { decodeText } from './decode-text.js';
import { readFileInside, type FileFault } from './read-file.js';
import { TextPlaces } from '../text/text-positions.js';

/** The text of an article as stored, and what identifies it. */
export interface ArticleFile {
  /** Without a byte order mark; line ends as stored. */
  readonly text: string;
  /** Of the file's bytes, byte order mark included; 64 hexadecimal digits. */
  readonly sha256: string;
  /** Unicode code points of the text. */
  readonly length: number;
}

/** Reads the text file of an article, which must lie inside the folder of the coding. An empty text is a fault. */
export async function readArticle(folder: string, name: string, followLinks = false): Promise<ArticleFile | FileFault> {
  const file = await readFileInside(folder, name, followLinks);
  return 'fault' in file ? file : articleFrom(file.bytes);
}

export function articleFrom(bytes: Uint8Array): ArticleFile | FileFault {
  const decoded = decodeText(bytes);
  if ('fault' in decoded) return { fault: decoded.fault, mend: decoded.mend };
  const { text } = decoded;
  if (text.trim() === '') return { fault: 'is empty', mend: 'Put the text of the article into it.' };
  return { text, sha256: createHash('sha256').update(bytes).digest('hex'), length: new TextPlaces(text).length };
}
