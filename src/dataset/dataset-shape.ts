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
import { checkSplit } from '../analysis/split-entries.js';
import {
  anyText,
  choice,
  constant,
  count,
  textInFormat,
  list,
  optional,
  pair,
  record,
  required,
  atLeastTwo,
  text,
  type Shape,
  type TextFormat,
} from './shape.js';

const idForm = {
  pattern: /^[a-z0-9][a-z0-9._-]*$/,
  expected: 'an id of small letters, digits, dots, hyphens and underscores that begins with a letter or digit',
};

export const id = textInFormat(idForm);

const idOf = (to: keyof DatasetJson): Shape<string> => ({ rule: { is: 'text', form: idForm, to } });

export const date = textInFormat({
  pattern: /^\d{4}-\d{2}-\d{2}$/,
  expected: 'a calendar date such as 2021-01-12',
  format: 'date',
});

/** Links only to the web, without a name or password in them. */
export const webAddress: TextFormat = {
  pattern: /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[^\s\p{Cc}/?#@\\]+([/?#][^\s\p{Cc}]*)?$/u,
  expected: 'a web address that begins with https:// or http://',
  format: 'uri',
};

export const link = textInFormat(webAddress);

export const language = textInFormat({
  pattern: /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
  expected: 'a language tag such as en or pt-BR',
});

const folder = textInFormat({
  pattern: /^([^\s./\\:?#%\p{Cc}][^/\\:?#%\p{Cc}]*\/)+$/u,
  expected: 'a folder below that of the dataset, with a slash at its end',
});

const sha256 = textInFormat({ pattern: /^[0-9a-f]{64}$/, expected: 'a SHA-256 hash of 64 hexadecimal digits' });

const source = record<Source>({
  id: required(id),
  name: required(text),
  short: optional(text),
  url: optional(link),
});

const article = record<ArticleJson>({
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

const speaker = record<SpeakerJson>({
  id: required(id),
  name: required(text),
  short: optional(text),
  role: optional(text),
  kind: optional(choice('person', 'group', 'organisation')),
  group: optional(idOf('groups')),
});

const quote = record<Quote>(
  {
    exact: required(text),
    prefix: optional(anyText),
    suffix: optional(anyText),
    start: optional(count),
    end: optional(count),
    fragments: optional(
      list(record<Fragment>({ start: required(count), end: required(count), joint: optional(text) })),
    ),
  },
  checkQuote,
);

const statement = record<StatementJson>(
  {
    id: required(id),
    article: required(idOf('articles')),
    claim: required(idOf('claims')),
    stance: required(choice('support', 'oppose', 'neutral')),
    voice: required(choice('quoted', 'reported', 'outlet')),
    speaker: optional(idOf('speakers')),
    quote: required(quote),
    translation: optional(record<Translation>({ text: required(text), lang: required(language), by: optional(text) })),
    contested: optional(record<Contest>({ by: required(text), date: optional(date), note: optional(text) })),
    note: optional(text),
  },
  checkStatement,
);

const variant = record<VariantJson>({
  statements: required(atLeastTwo(idOf('statements'))),
  kind: required(choice('same-utterance')),
  differences: optional(list(pair(anyText))),
});

const byId = <T>(to: keyof DatasetJson, of: Shape<T>): Shape<Readonly<Record<string, T>>> => ({
  rule: { is: 'map', of, to },
});

/** The one definition of the dataset's shape, version 1. Lists stand before what refers to them. */
export const datasetShape = record<DatasetJson>(
  {
    version: required(constant(1)),
    title: required(text),
    description: optional(text),
    lang: required(language),
    coded: optional(record<Coding>({ date: optional(date), by: optional(list(text)), method: optional(text) })),
    sources: required(list(source)),
    articles: required(list(article)),
    groups: optional(list(record<Group>({ id: required(id), name: required(text) })), []),
    speakers: required(list(speaker)),
    claims: required(
      list(record<Claim>({ id: required(id), text: required(text), short: optional(text), topic: optional(text) })),
    ),
    statements: required(list(statement)),
    order: optional(
      record<NonNullable<DatasetJson['order']>>({
        speakers: optional(list(idOf('speakers'))),
        claims: optional(list(idOf('claims'))),
      }),
      {},
    ),
    variants: optional(list(variant), []),
    corrections: optional(list(record<Correction>({ date: required(date), text: required(text) })), []),
    split: optional(
      record<Split>({
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
