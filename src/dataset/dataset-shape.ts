import type {
  ArticleJson,
  Claim,
  Coding,
  Contest,
  Correction,
  DatasetJson,
  Fragment,
  Group,
  Quote,
  Source,
  SpeakerJson,
  Split,
  StatementJson,
  Translation,
  VariantJson,
} from './dataset.js';
import { checkQuote, checkStatement } from './check-statement.js';
import { checkSplit } from './split-positions.js';
import {
  anyText,
  atLeastTwo,
  choice,
  constant,
  count,
  list,
  object,
  optional,
  pair,
  required,
  text,
  textInFormat,
  type Shape,
  type TextFormat,
} from './shape.js';

const idFormat: TextFormat = {
  pattern: /^[a-z0-9][a-z0-9._-]*$/,
  expected: 'an id of lower-case letters, digits, dots, hyphens and underscores that begins with a letter or digit',
};

export const id = textInFormat(idFormat);

const idOf = (refersTo: keyof DatasetJson): Shape<string> => ({
  rule: { kind: 'text', format: idFormat, refersTo },
});

export const date = textInFormat({
  pattern: /^\d{4}-\d{2}-\d{2}$/,
  expected: 'a calendar date such as 2021-01-12',
  schemaFormat: 'date',
});

/** Only http and https, without user name or password. */
export const webAddress: TextFormat = {
  pattern: /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s\p{Cc}/?#@\\]+([/?#][^\s\p{Cc}]*)?$/u,
  expected: 'a web address that begins with https:// or http://',
  schemaFormat: 'uri',
};

export const link = textInFormat(webAddress);

export const language = textInFormat({
  pattern: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  expected: 'a language tag such as en or pt-BR',
});

const folder = textInFormat({
  pattern: /^([^\s./\\:?#%\p{Cc}][^/\\:?#%\p{Cc}]*\/)+$/u,
  expected: 'a folder below that of the dataset, ending with a slash',
});

const sha256 = textInFormat({ pattern: /^[0-9a-f]{64}$/, expected: 'a SHA-256 hash of 64 hexadecimal digits' });

const source = object<Source>({
  id: required(id),
  name: required(text),
  short: optional(text),
  url: optional(link),
});

const article = object<ArticleJson>({
  id: required(id),
  source: required(idOf('sources')),
  headline: optional(text),
  published: optional(date),
  url: optional(link),
  archive: optional(link),
  lang: optional(language),
  sha256: optional(sha256),
  length: optional(count),
});

const speaker = object<SpeakerJson>({
  id: required(id),
  name: required(text),
  short: optional(text),
  role: optional(text),
  kind: optional(choice('person', 'group', 'organisation')),
  plural: optional(choice(true, false)),
  group: optional(idOf('groups')),
});

const quote = object<Quote>(
  {
    exact: required(text),
    prefix: optional(anyText),
    suffix: optional(anyText),
    start: optional(count),
    end: optional(count),
    fragments: optional(
      list(object<Fragment>({ start: required(count), end: required(count), joint: optional(text) })),
    ),
  },
  checkQuote,
);

const statement = object<StatementJson>(
  {
    id: required(id),
    article: required(idOf('articles')),
    claim: required(idOf('claims')),
    stance: required(choice('support', 'oppose', 'neutral')),
    voice: required(choice('quoted', 'reported', 'outlet')),
    speaker: optional(idOf('speakers')),
    quote: required(quote),
    translation: optional(object<Translation>({ text: required(text), lang: required(language), by: optional(text) })),
    contested: optional(object<Contest>({ by: required(text), date: optional(date), note: optional(text) })),
    note: optional(text),
  },
  checkStatement,
);

const variant = object<VariantJson>({
  statements: required(atLeastTwo(idOf('statements'))),
  kind: required(choice('same-utterance')),
  differences: optional(list(pair(anyText))),
});

const byId = <T>(keys: keyof DatasetJson, values: Shape<T>): Shape<Readonly<Record<string, T>>> => ({
  rule: { kind: 'map', keys, values },
});

/** The one definition of the dataset's shape, version 1. A list comes before whatever refers to it, since the reader goes in this order. */
export const datasetShape = object<DatasetJson>(
  {
    version: required(constant(1)),
    title: required(text),
    description: optional(text),
    lang: required(language),
    coded: optional(object<Coding>({ date: optional(date), by: optional(list(text)), method: optional(text) })),
    sources: required(list(source)),
    articles: required(list(article)),
    groups: optional(list(object<Group>({ id: required(id), name: required(text) })), []),
    speakers: required(list(speaker)),
    claims: required(
      list(object<Claim>({ id: required(id), text: required(text), short: optional(text), topic: optional(text) })),
    ),
    statements: required(list(statement)),
    order: optional(
      object<NonNullable<DatasetJson['order']>>({
        speakers: optional(list(idOf('speakers'))),
        claims: optional(list(idOf('claims'))),
      }),
      {},
    ),
    variants: optional(list(variant), []),
    corrections: optional(list(object<Correction>({ date: required(date), text: required(text) })), []),
    split: optional(
      object<Split>({
        statements: required(count),
        articles: required(count),
        folder: required(folder),
        evidence: required(byId('claims', sha256)),
        positions: required(byId('claims', byId('sources', anyText))),
      }),
    ),
  },
  checkSplit,
);
