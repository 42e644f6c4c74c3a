import type { CodedStatement, CodingFile } from './coding.js';
import { nearestName } from '../nearest-name.js';
import { inQuotes, noActionNeeded, problemAt, withArticle, type Findings } from '../problem.js';
import type { Locations } from './locations.js';

/** The valid parts of a coding: fields with invalid values are left out. */
export type PartialCoding = {
  readonly [K in keyof CodingFile]?: CodingFile[K] extends readonly (infer E extends object)[] | undefined
    ? readonly Partial<E>[]
    : CodingFile[K];
};

type Entity = { readonly id?: string };

/** Checks what a shape cannot express: duplicate ids, dangling references, and whether voice and speaker go together. */
export function checkCoding(coding: PartialCoding, locations: Locations, { problems, notes }: Findings): void {
  const sources = checkUniqueIds('source', coding.sources);
  const articles = checkUniqueIds('article', coding.articles);
  const groups = checkUniqueIds('group', coding.groups);
  const speakers = checkUniqueIds('speaker', coding.speakers);
  const claims = checkUniqueIds('claim', coding.claims);
  checkUniqueIds('statement', coding.statements);

  for (const article of coding.articles ?? []) checkReference(article, 'source', 'source', sources);
  for (const speaker of coding.speakers ?? []) checkReference(speaker, 'group', 'group', groups);
  for (const statement of coding.statements ?? []) {
    checkReference(statement, 'article', 'article', articles);
    checkReference(statement, 'speaker', 'speaker', speakers);
    checkReference(statement, 'claim', 'claim', claims);
    checkVoice(statement);
  }
  noteUnused();
  checkUniqueFiles();
  noteBidiControls();

  function checkUniqueIds(kind: string, entities: readonly Entity[] | undefined): ReadonlySet<string> {
    const firsts = new Map<string, Entity>();
    for (const entity of entities ?? []) {
      if (entity.id === undefined) continue;
      const first = firsts.get(entity.id);
      if (!first) firsts.set(entity.id, entity);
      else {
        const { file, line } = locations.of(first, 'id');
        const message = `Duplicate id “${entity.id}”: another ${kind} has it at ${file}:${line}.`;
        problems.push(problemAt(locations.of(entity, 'id'), message, 'Change one of the two ids.'));
      }
    }
    return new Set(firsts.keys());
  }

  function checkReference<F extends string>(
    entity: { readonly [K in F]?: string },
    field: F,
    kind: string,
    ids: ReadonlySet<string>,
  ): void {
    const id = entity[field];
    if (id === undefined || ids.has(id)) return;
    const meant = nearestName(id, ids);
    const hint = meant ? `Did you mean “${meant}”?` : `Add ${withArticle(kind)} with this id, or use an existing id.`;
    problems.push(problemAt(locations.of(entity, field), `There is no ${kind} with the id ${inQuotes(id, 60)}.`, hint));
  }

  function checkVoice(statement: Partial<CodedStatement>): void {
    const { voice, speaker } = statement;
    if (voice === 'outlet' && speaker !== undefined) {
      problems.push(
        problemAt(
          locations.of(statement, 'speaker'),
          'A statement with the voice “outlet” cannot have a speaker.',
          'Remove the speaker, or write voice: reported if the outlet paraphrases the speaker.',
        ),
      );
    }
    if ((voice === 'quoted' || voice === 'reported') && speaker === undefined) {
      problems.push(
        problemAt(
          locations.of(statement, 'voice'),
          `A statement with the voice “${voice}” needs a speaker.`,
          'Name the speaker, or write voice: outlet if the outlet itself says it.',
        ),
      );
    }
  }

  function noteUnused(): void {
    const statements = coding.statements ?? [];
    if (statements.length === 0) {
      const hint = `${noActionNeeded} A statement has an article, a speaker, a claim, a stance and a quote.`;
      notes.push(problemAt(locations.of(coding), 'The coding has no statements yet.', hint));
      return;
    }
    const used = new Set(
      statements.flatMap(({ article = '', speaker = '', claim = '' }) => [
        `article ${article}`,
        `speaker ${speaker}`,
        `claim ${claim}`,
      ]),
    );
    const lists = [
      ['article', coding.articles],
      ['speaker', coding.speakers],
      ['claim', coding.claims],
    ] as const;
    for (const [kind, entities] of lists)
      for (const entity of entities ?? [])
        if (entity.id !== undefined && !used.has(`${kind} ${entity.id}`))
          notes.push(
            problemAt(
              locations.of(entity, 'id'),
              `The ${kind} “${entity.id}” has no statements.`,
              'No action needed if this is intended: readers see that it is not quoted.',
            ),
          );
  }

  /** The same text as two articles would count its statements twice. */
  function checkUniqueFiles(): void {
    const firsts = new Map<string, string>();
    for (const article of coding.articles ?? []) {
      if (article.file === undefined) continue;
      const first = firsts.get(article.file);
      if (first === undefined) firsts.set(article.file, article.id ?? '');
      else
        problems.push(
          problemAt(
            locations.of(article, 'file'),
            `The file ${inQuotes(article.file, 60)} is already the text of the article “${first}”.`,
            'Name the text file of this article.',
          ),
        );
    }
  }

  /** Bidi control characters can make readers see words in a different order than the file has them. */
  function noteBidiControls(): void {
    const entities: readonly object[] = [
      ...(coding.sources ?? []),
      ...(coding.articles ?? []),
      ...(coding.groups ?? []),
      ...(coding.speakers ?? []),
      ...(coding.claims ?? []),
    ];
    for (const entity of entities)
      for (const [field, value] of Object.entries(entity))
        if (typeof value === 'string' && /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(value))
          notes.push(
            problemAt(
              locations.of(entity, field),
              `“${field}” contains an invisible character that changes the text direction.`,
              'Retype the text if this is not intended.',
            ),
          );
  }
}
