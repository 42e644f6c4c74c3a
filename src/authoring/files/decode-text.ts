/** The text of a file, or the reason why its bytes are not UTF-8. */
export type DecodedText =
  | { readonly text: string }
  | {
      /** The end of a sentence that begins with the file: “is not UTF-8 text …”. */
      readonly reason: string;
      readonly hint: string;
      /** The text before the first invalid byte. */
      readonly textBefore: string;
    };

/** Decodes UTF-8 strictly. Drops a byte order mark and keeps line endings as they are. */
export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const offset = firstInvalidByte(bytes);
    const textBefore = new TextDecoder().decode(bytes.subarray(0, offset));
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const byte = bytes[offset]!.toString(16).toUpperCase().padStart(2, '0');
    const found = utf16 ? 'it looks like UTF-16' : `byte ${offset} (counted from 0) is ${byte}`;
    return { reason: `is not UTF-8 text: ${found}`, hint: 'Save the file as UTF-8.', textBefore };
  }
}

/** Returns the offset of the first byte that is not valid UTF-8 (Unicode 16, table 3-7), or the length if all are. */
function firstInvalidByte(bytes: Uint8Array): number {
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
  // Some lead bytes restrict the second byte: no overlong forms, no surrogates, nothing above U+10FFFF.
  const min = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const max = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  for (let at = 1; at < length; at++) {
    const byte = bytes[index + at] ?? 0;
    if (byte < (at === 1 ? min : 0x80) || byte > (at === 1 ? max : 0xbf)) return 0;
  }
  return length;
}
