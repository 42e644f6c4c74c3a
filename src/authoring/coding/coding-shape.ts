import type { Contest, DatasetJson, Translation } from '../../dataset/dataset.js';
import { datasetShape, date, id, language, link } from '../../dataset/dataset-shape.js';
import { choice, list, optional, object, required, text, type Shape } from '../../dataset/shape.js';
import type { CodedArticle, CodedStatement, CodingFile } from './coding.js';

/** Returns the shape of a dataset field, for fields that are the same in the coding. */
function datasetField<K extends keyof DatasetJson>(name: K): Shape<DatasetJson[K]> {
  const { rule } = datasetShape;
  const field = rule.kind === 'object' ? rule.fields.find((field) => field.name === name) : undefined;
  if (!field) throw new Error(`the dataset has no ${name}`);
  return { rule: field.rule };
}

/** Fields in the order of the dataset. */
const article = object<CodedArticle>({
  id: required(id),
  source: required(id),
  headline: optional(text),
  published: optional(date),
  url: optional(link),
  archive: optional(link),
  lang: optional(language),
  file: required(text),
});

/** A statement, in YAML or as a row of a spreadsheet. */
export const statementShape = object<CodedStatement>({
  id: optional(id),
  article: required(id),
  claim: required(id),
  stance: required(choice('support', 'oppose', 'neutral')),
  voice: optional(choice('quoted', 'reported', 'outlet')),
  speaker: optional(id),
  quote: required(text),
  before: optional(text),
  after: optional(text),
  translation: optional(object<Translation>({ text: required(text), lang: required(language), by: optional(text) })),
  contested: optional(object<Contest>({ by: required(text), date: optional(date), note: optional(text) })),
  note: optional(text),
});

/** The definition of the coding's shape. A list of texts may be a single text; `statements` may come from spreadsheets. */
export const codingShape = object<CodingFile>({
  title: required(text),
  description: optional(text),
  lang: required(language),
  coded: optional(datasetField('coded') as Shape<CodingFile['coded']>),
  sources: required(datasetField('sources')),
  articles: required(list(article)),
  groups: optional(datasetField('groups') as Shape<CodingFile['groups']>),
  speakers: required(datasetField('speakers')),
  claims: required(datasetField('claims')),
  statements: optional(list(statementShape)),
  'statements-from': optional(list(text)),
  corrections: optional(datasetField('corrections') as Shape<CodingFile['corrections']>),
});
