import { inflateSync } from 'node:zlib';

/** A font in the form that renderers read (SFNT), with a family name of its own. */
export interface Font {
  readonly bytes: Buffer;
  readonly family: string;
  readonly hasGlyph: (codePoint: number) => boolean;
}

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly bytes: Buffer;
}

/**
 * Unpacks a WOFF 1.0 font (W3C Recommendation, 2012) and replaces its family name. The files of a web font, one per script, all have
 * the same name, and a renderer that is not a browser would use the first for every character; distinct names let us choose.
 */
export function unpackWoff(woff: Buffer, family: string): Font {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => readTable(woff, 44 + 20 * index)).map(
    (table) => (table.tag === 'name' ? { ...table, bytes: nameTable(family) } : table),
  );
  const characterMap = tables.find(({ tag }) => tag === 'cmap');
  const codePoints = characterMap ? readCodePoints(characterMap.bytes) : new Set<number>();
  return {
    bytes: assembleFont(woff.subarray(4, 8), tables),
    family,
    hasGlyph: (codePoint) => codePoints.has(codePoint),
  };
}

function readTable(woff: Buffer, entry: number): Table {
  const [offset, compressedLength, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
    number,
    number,
    number,
  ];
  const bytes = woff.subarray(offset, offset + compressedLength);
  return {
    tag: woff.toString('latin1', entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    bytes: compressedLength < length ? inflateSync(bytes) : bytes,
  };
}

/** Returns an SFNT file: header, table directory, and the tables, each starting at a multiple of four bytes. */
function assembleFont(flavour: Buffer, tables: readonly Table[]): Buffer {
  const log = Math.floor(Math.log2(tables.length));
  const header = Buffer.alloc(12 + 16 * tables.length);
  flavour.copy(header);
  [tables.length, 2 ** log * 16, log, (tables.length - 2 ** log) * 16].forEach((value, index) =>
    header.writeUInt16BE(value, 4 + 2 * index),
  );
  let offset = header.length;
  const padded = tables.map(({ tag, checksum, bytes }, index) => {
    const entry = 12 + 16 * index;
    header.write(tag, entry, 'latin1');
    [checksum, offset, bytes.length].forEach((value, field) => header.writeUInt32BE(value, entry + 4 + 4 * field));
    const aligned = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    offset += aligned.length;
    return aligned;
  });
  return Buffer.concat([header, ...padded]);
}

/** Returns a name table with the family and PostScript names for Windows in English, the ones that renderers read. */
function nameTable(family: string): Buffer {
  const texts = [
    [1, family],
    [6, family.replaceAll(' ', '')],
  ] as const;
  const header = Buffer.alloc(6 + 12 * texts.length);
  header.writeUInt16BE(texts.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  const encoded = texts.map(([id, text], index) => {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, field) =>
      header.writeUInt16BE(value, 6 + 12 * index + 2 * field),
    );
    offset += bytes.length;
    return bytes;
  });
  return Buffer.concat([header, ...encoded]);
}

/** Returns the code points in the subtables of formats 4 and 12; our fonts have no others. */
function readCodePoints(cmap: Buffer): ReadonlySet<number> {
  const codePoints = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const start = cmap.readUInt32BE(4 + 8 * index + 4);
    const format = cmap.readUInt16BE(start);
    if (format === 4) {
      const segments = cmap.readUInt16BE(start + 6) / 2;
      for (let segment = 0; segment < segments; segment++) {
        const last = cmap.readUInt16BE(start + 14 + 2 * segment);
        const first = cmap.readUInt16BE(start + 16 + 2 * segments + 2 * segment);
        for (let code = first; code <= last && code < 0xffff; code++) codePoints.add(code);
      }
    } else if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(start + 12); group++) {
        const from = start + 16 + 12 * group;
        for (let code = cmap.readUInt32BE(from); code <= cmap.readUInt32BE(from + 4); code++) codePoints.add(code);
      }
    }
  }
  return codePoints;
}
