/** The text of a file, or why its bytes are none. */
export type Decoded =
  | { readonly text: string }
  | {
      readonly fault: string;
      readonly mend: string;
      /** The text before the first bad byte. */ readonly before: string;
    };

/** Decodes UTF-8 strictly. A byte order mark is no part of the text; line ends stay as they are. */
export function decodeText(bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const offset = firstBadByte(bytes);
    const before = new TextDecoder().decode(bytes.subarray(0, offset));
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const byte = bytes[offset]!.toString(16).toUpperCase().padStart(2, '0');
    const found = utf16 ? 'it looks like UTF-16' : `byte ${offset} (counted from 0) is ${byte}`;
    return { fault: `is not UTF-8 text: ${found}`, mend: 'Save the file anew as UTF-8.', before };
  }
}

/** The offset of the first byte that cannot belong to UTF-8 (Unicode 16, table 3-7); the length where all do. */
function firstBadByte(bytes: Uint8Array): number {
  let index = 0;
  while (index < bytes.length) {
    const length = sequenceLength(bytes, index);
    if (length === 0) return index;
    index += length;
  }
  return index;
}

function sequenceLength(bytes: Uint8Array, index: number): number {
  const lead = bytes[index]!;
  if (lead < 0x80) return 1;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  // The second byte has a narrower range after some leads: no overlong forms, no surrogates, nothing above U+10FFFF.
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let at = 1; at < length; at++) {
    const byte = bytes[index + at] ?? 0;
    if (byte < (at === 1 ? least : 0x80) || byte > (at === 1 ? most : 0xbf)) return 0;
  }
  return length;
}
