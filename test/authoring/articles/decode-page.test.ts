import { describe, expect, test } from 'vitest';
import { decodePage } from '../../../src/authoring/articles/decode-page.js';

const text = '<meta charset="…">“Café” – ok';
const ascii = (page: string) => Buffer.from(page, 'latin1');
const utf16 = (page: string, mark = true) => Buffer.from(`${mark ? '\ufeff' : ''}${page}`, 'utf16le');

describe('a page is decoded as a browser does it:', () => {
  test('by its byte order mark before all else', () => {
    expect(decodePage(utf16('Café'), 'utf-8')).toEqual({ text: 'Café' });
    expect(decodePage(utf16('Café').swap16())).toEqual({ text: 'Café' });
    expect(decodePage(Buffer.from('\ufeffCafé'), 'latin1')).toEqual({ text: 'Café' });
  });

  test('by what the server says before what the page says', () => {
    expect(decodePage(ascii('<meta charset=utf-8>caf\xe9'), 'iso-8859-1')).toEqual({
      text: '<meta charset=utf-8>café',
    });
    expect(decodePage(utf16('Café', false), 'utf-16le')).toEqual({ text: 'Café' });
  });

  test.each([
    '<meta charset="windows-1252">',
    "<META CHARSET = 'latin1'>",
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
  ])('by %s; quotation marks are not control characters', (meta) => {
    expect(decodePage(ascii(`${meta}\x93Caf\xe9\x94 \x96 \x80`))).toEqual({ text: `${meta}“Café” – €` });
  });

  test('as UTF-8 otherwise, or if a page says that it is in UTF-16 but can be read', () => {
    expect(decodePage(Buffer.from(text))).toEqual({ text });
    const page = '<meta charset="utf-16">Café';
    expect(decodePage(Buffer.from(page))).toEqual({ text: page });
  });
});

describe('what cannot be decoded is an error:', () => {
  test.each([
    ['no encoding', ascii('caf\xe9 noir'), undefined, 'is not UTF-8 text: byte 3 (counted from 0) is E9'],
    ['another encoding', ascii('caf\xe9 noir'), 'utf-8', 'is not valid UTF-8 text'],
    ['an unknown one', ascii('cafe'), 'klingon', 'names a character encoding that does not exist'],
    ['NUL bytes', ascii('PK\0\0'), undefined, 'contains NUL bytes, so it is not text'],
  ])('%s', (_, bytes, charset, reason) => {
    expect(decodePage(bytes, charset)).toEqual({ reason, hint: expect.stringMatching(/\.$/u) as string });
  });
});
