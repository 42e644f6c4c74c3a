import { inflateSync } from 'node:zlib';

/** A font in the form that renderers read, under a family name of its own, and the characters it has. */
export interface Font {
  readonly bytes: Buffer;
  readonly family: string;
  readonly has: (codePoint: number) => boolean;
}

interface Table {
  readonly tag: string;
  readonly checksum: number;
  readonly bytes: Buffer;
}

/**
 * Unpacks a WOFF 1.0 font (W3C Recommendation, 2012) and gives it a family name. Web fonts are split into files by script that all have one
 * name, so a renderer that is not a browser takes the first of them for every letter; a name for each lets us choose.
 */
export function unpackWoff(woff: Buffer, family: string): Font {
  const tables = Array.from({ length: woff.readUInt16BE(12) }, (_, index) => tableAt(woff, 44 + 20 * index)).map(
    (table) => (table.tag === 'name' ? { ...table, bytes: nameTable(family) } : table),
  );
  const characterMap = tables.find(({ tag }) => tag === 'cmap');
  const known = characterMap ? codePointsOf(characterMap.bytes) : new Set<number>();
  return { bytes: assembled(woff.subarray(4, 8), tables), family, has: (codePoint) => known.has(codePoint) };
}

function tableAt(woff: Buffer, entry: number): Table {
  const [offset, packed, full] = [4, 8, 12].map((at) => woff.readUInt32BE(entry + at)) as [number, number, number];
  const bytes = woff.subarray(offset, offset + packed);
  return {
    tag: woff.toString('latin1', entry, entry + 4),
    checksum: woff.readUInt32BE(entry + 16),
    bytes: packed < full ? inflateSync(bytes) : bytes,
  };
}

/** The header, the directory and the tables, each beginning at a multiple of four bytes. */
function assembled(flavour: Buffer, tables: readonly Table[]): Buffer {
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
    [checksum, offset, bytes.length].forEach((value, at) => header.writeUInt32BE(value, entry + 4 + 4 * at));
    const whole = Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
    offset += whole.length;
    return whole;
  });
  return Buffer.concat([header, ...padded]);
}

/** Family, style and PostScript name for Windows in English, which is what renderers ask for. */
function nameTable(family: string): Buffer {
  const texts = [
    [1, family],
    [6, family.replaceAll(' ', '')],
  ] as const;
  const header = Buffer.alloc(6 + 12 * texts.length);
  header.writeUInt16BE(texts.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  const written = texts.map(([id, text], index) => {
    const bytes = Buffer.from(text, 'utf16le').swap16();
    [3, 1, 0x409, id, bytes.length, offset].forEach((value, at) =>
      header.writeUInt16BE(value, 6 + 12 * index + 2 * at),
    );
    offset += bytes.length;
    return bytes;
  });
  return Buffer.concat([header, ...written]);
}

/** What the font’s Unicode maps of the formats 4 and 12 name; others are not needed for the fonts we carry. */
function codePointsOf(cmap: Buffer): ReadonlySet<number> {
  const known = new Set<number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index++) {
    const at = cmap.readUInt32BE(4 + 8 * index + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 4) {
      const segments = cmap.readUInt16BE(at + 6) / 2;
      for (let segment = 0; segment < segments; segment++) {
        const last = cmap.readUInt16BE(at + 14 + 2 * segment);
        const first = cmap.readUInt16BE(at + 16 + 2 * segments + 2 * segment);
        for (let code = first; code <= last && code < 0xffff; code++) known.add(code);
      }
    } else if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(at + 12); group++) {
        const from = at + 16 + 12 * group;
        for (let code = cmap.readUInt32BE(from); code <= cmap.readUInt32BE(from + 4); code++) known.add(code);
      }
    }
  }
  return known;
}
