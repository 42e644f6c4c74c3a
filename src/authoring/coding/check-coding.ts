import type { CodedStatement, CodingFile } from './coding.js';
import { nearestName } from '../nearest-name.js';
import { problemAt, quoted, type Findings } from '../problem.js';
import type { Places } from './read-tree.js';

/** A coding as far as it could be read: members that did not fit are left out. */
export type PartialCoding = {
  readonly [K in keyof CodingFile]?: CodingFile[K] extends readonly (infer E extends object)[] | undefined
    ? readonly Partial<E>[]
    : CodingFile[K];
};

type Entity = { readonly id?: string };

/** Checks what a shape cannot say: ids that stand twice, references that lead nowhere, voices with and without a speaker. */
export function checkCoding(coding: PartialCoding, places: Places, { problems, notes }: Findings): void {
  const sources = uniqueIds('source', coding.sources);
  const articles = uniqueIds('article', coding.articles);
  const groups = uniqueIds('group', coding.groups);
  const speakers = uniqueIds('speaker', coding.speakers);
  const claims = uniqueIds('claim', coding.claims);
  uniqueIds('statement', coding.statements);

  for (const article of coding.articles ?? []) refer(article, 'source', 'source', sources);
  for (const speaker of coding.speakers ?? []) refer(speaker, 'group', 'group', groups);
  for (const statement of coding.statements ?? []) {
    refer(statement, 'article', 'article', articles);
    refer(statement, 'speaker', 'speaker', speakers);
    refer(statement, 'claim', 'claim', claims);
    checkVoice(statement);
  }
  checkUse();
  checkFiles();
  checkDirections();

  function uniqueIds(kind: string, entities: readonly Entity[] | undefined): ReadonlySet<string> {
    const firsts = new Map<string, Entity>();
    for (const entity of entities ?? []) {
      if (entity.id === undefined) continue;
      const first = firsts.get(entity.id);
      if (!first) firsts.set(entity.id, entity);
      else {
        const { file, line } = places.of(first, 'id');
        const message = `The id “${entity.id}” stands twice: another ${kind} has it at ${file}:${line}.`;
        problems.push(problemAt(places.of(entity, 'id'), message, 'Give one of the two another id.'));
      }
    }
    return new Set(firsts.keys());
  }

  function refer<M extends string>(
    entity: { readonly [K in M]?: string },
    member: M,
    kind: string,
    ids: ReadonlySet<string>,
  ): void {
    const id = entity[member];
    if (id === undefined || ids.has(id)) return;
    const meant = nearestName(id, ids);
    const mend = meant
      ? `Did you mean “${meant}”?`
      : `Add a ${kind} with this id, or use the id of one that is listed.`;
    problems.push(problemAt(places.of(entity, member), `There is no ${kind} with the id ${quoted(id, 60)}.`, mend));
  }

  function checkVoice(statement: Partial<CodedStatement>): void {
    const { voice, speaker } = statement;
    if (voice === 'outlet' && speaker !== undefined) {
      const mend = 'Leave the speaker out, or write voice: reported if the outlet says it for the speaker.';
      problems.push(
        problemAt(
          places.of(statement, 'speaker'),
          'In the outlet’s own words there is no speaker, and this statement has one.',
          mend,
        ),
      );
    }
    if ((voice === 'quoted' || voice === 'reported') && speaker === undefined) {
      const mend = 'Name the speaker, or write voice: outlet if the outlet itself says it.';
      problems.push(
        problemAt(
          places.of(statement, 'voice'),
          `Words that are ${voice} have a speaker, and this statement has none.`,
          mend,
        ),
      );
    }
  }

  function checkUse(): void {
    const statements = coding.statements ?? [];
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
              places.of(entity, 'id'),
              `The ${kind} “${entity.id}” has no statement.`,
              'If that is meant, leave it so: readers see it as silence.',
            ),
          );
  }

  /** One text under two names would count what it says twice. */
  function checkFiles(): void {
    const firsts = new Map<string, string>();
    for (const article of coding.articles ?? []) {
      if (article.file === undefined) continue;
      const first = firsts.get(article.file);
      if (first === undefined) firsts.set(article.file, article.id ?? '');
      else
        problems.push(
          problemAt(
            places.of(article, 'file'),
            `The file ${quoted(article.file, 60)} is already the text of the article “${first}”.`,
            'Name the text of this article.',
          ),
        );
    }
  }

  /** Characters that change the direction of writing can make a reader see another order of words than the file has. */
  function checkDirections(): void {
    const entities: readonly object[] = [
      ...(coding.sources ?? []),
      ...(coding.articles ?? []),
      ...(coding.groups ?? []),
      ...(coding.speakers ?? []),
      ...(coding.claims ?? []),
    ];
    for (const entity of entities)
      for (const [member, value] of Object.entries(entity))
        if (typeof value === 'string' && /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(value))
          notes.push(
            problemAt(
              places.of(entity, member),
              `“${member}” holds an invisible character that changes the direction of writing.`,
              'Type the text anew if it is not meant.',
            ),
          );
  }
}
