import { decodeText } from '../files/decode-text.js';
import type { UnreadableFile } from '../files/read-file.js';

const pasteInstead = 'Copy the text of the article into a text file, and name that.';

/** How many bytes of a page browsers search for its encoding. */
const headBytes = 1024;

/** The characters of windows-1252 for the bytes 80 to 9F. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * Decodes a page or text as a browser does: by its byte order mark, else the `charset` of the response, else that of a `<meta>` element,
 * else as UTF-8. Invalid bytes are an error, because quotes must match the article exactly.
 */
export function decodePage(bytes: Uint8Array, charset?: string): { readonly text: string } | UnreadableFile {
  const label = byteOrderMark(bytes) ?? charset ?? metaCharset(bytes);
  const decoded = label === undefined ? decodeText(bytes) : decodeAs(bytes, label);
  if ('reason' in decoded) return { reason: decoded.reason, hint: decoded.hint };
  if (decoded.text.includes('\0')) return { reason: 'contains NUL bytes, so it is not text', hint: pasteInstead };
  return decoded;
}

function byteOrderMark([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : undefined;
}

/** A page that can be read so far is not in UTF-16, whatever it says. */
function metaCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, headBytes)).toString('latin1');
  const [, label] = /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w:.-]+)/iu.exec(head) ?? [];
  return label !== undefined && /^utf-?16/iu.test(label) ? 'utf-8' : label;
}

function decodeAs(bytes: Uint8Array, label: string): { readonly text: string } | UnreadableFile {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(label, { fatal: true });
  } catch {
    return { reason: 'names a character encoding that does not exist', hint: pasteInstead };
  }
  try {
    const text = decoder.decode(bytes);
    if (decoder.encoding !== 'windows-1252') return { text };
    // Some versions of Node decode these bytes as ISO 8859-1, which has control characters in the place of quotation marks.
    return { text: text.replace(/[\u0080-\u009f]/gu, (character) => windows1252[character.charCodeAt(0) - 0x80]!) };
  } catch {
    return { reason: `is not valid ${decoder.encoding.toUpperCase()} text`, hint: pasteInstead };
  }
}
