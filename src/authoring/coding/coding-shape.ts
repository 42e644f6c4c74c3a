import type { Contest, DatasetJson, Translation } from '../../dataset/dataset.js';
import { datasetShape, date, id, language, link } from '../../dataset/dataset-shape.js';
import { choice, list, object, optional, required, text, type Shape } from '../../dataset/shape.js';
import type { CodedArticle, CodedStatement, CodingFile } from './coding.js';

/** The shape that the dataset has for this member: what an editor writes as it will stand there is not defined twice. */
function asInDataset<K extends keyof DatasetJson>(name: K): Shape<DatasetJson[K]> {
  const { rule } = datasetShape;
  const member = rule.kind === 'object' ? rule.fields.find((field) => field.name === name) : undefined;
  if (!member) throw new Error(`the dataset has no ${name}`);
  return { rule: member.rule };
}

/** Members in the order in which the dataset has them. */
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

/** One statement, in YAML or as the row of a spreadsheet. */
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

/** The one definition of the coding's shape. Lists of texts may be a single text; `statements` may be left to spreadsheets. */
export const codingShape = object<CodingFile>({
  title: required(text),
  description: optional(text),
  lang: required(language),
  coded: optional(asInDataset('coded') as Shape<CodingFile['coded']>),
  sources: required(asInDataset('sources')),
  articles: required(list(article)),
  groups: optional(asInDataset('groups') as Shape<CodingFile['groups']>),
  speakers: required(asInDataset('speakers')),
  claims: required(asInDataset('claims')),
  statements: optional(list(statementShape)),
  'statements-from': optional(list(text)),
  corrections: optional(asInDataset('corrections') as Shape<CodingFile['corrections']>),
});
