import type { Article, Claim, Dataset, Source, Speaker, Statement } from '../dataset/dataset.js';
import { quoteText } from '../dataset/quote-parts.js';
import { verbOf } from '../wording/sentences.js';
import { jsonWithoutTags } from './markup.js';
import { shownStatements, type StaticView } from './static-view.js';

type Thing = Readonly<Record<string, unknown>>;

/**
 * Returns the shown statements as schema.org JSON-LD: a `Dataset` with a `Claim` for each claim and a `Quotation` about it for each
 * statement. The speaker of a direct quote is its `spokenByCharacter`. A paraphrase, or what an outlet says itself, has the outlet as
 * `creator` and the speaker as `mentions`, because the wording is the outlet’s. schema.org has no property for a stance, so it is in
 * the `name`, as a sentence. Corrections are `CorrectionComment`. The text contains no `<`, so it can be pasted into a
 * `<script type="application/ld+json">`.
 */
export function jsonLd(view: StaticView): string {
  const { dataset, heading } = view;
  const statements = shownStatements(view);
  const claims = dataset.claims.filter((claim) => statements.some((statement) => statement.claim === claim));
  return `${jsonWithoutTags(
    {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: heading,
      headline: dataset.title,
      description: dataset.description,
      inLanguage: dataset.lang,
      ...codingProperties(dataset),
      hasPart: [
        ...claims.map((claim) => claimThing(claim, dataset)),
        ...statements.map((statement) => quotation(statement, view)),
      ],
      correction: undefinedIfEmpty(
        dataset.corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', text, datePublished: date })),
      ),
    },
    2,
  )}\n`;
}

function codingProperties({ coded }: Dataset): Thing {
  return {
    dateModified: coded?.date,
    creator: undefinedIfEmpty((coded?.by ?? []).map((name) => ({ name }))),
    measurementTechnique: coded?.method,
  };
}

/** The id is a blank node, local to the document, so that a page can contain two documents. */
function claimThing({ id, text, topic }: Claim, { lang }: Dataset): Thing {
  return { '@type': 'Claim', '@id': `_:claim-${id}`, text, inLanguage: lang, about: topic };
}

function quotation(statement: Statement, { messages, dataset }: StaticView): Thing {
  const { id, article, claim, stance, voice, speaker, quote, translation, note, contested } = statement;
  const outlet = outletThing(article.source);
  const speakerJson = speaker && speakerThing(speaker);
  return {
    '@type': 'Quotation',
    '@id': `_:statement-${id}`,
    name: `${speaker?.name ?? article.source.name}${messages.beforeSide}${verbOf(stance, speaker, messages)}${messages.colon}${claim.text}`,
    text: quoteText(quote),
    inLanguage: article.lang ?? dataset.lang,
    about: { '@id': `_:claim-${claim.id}` },
    ...(voice === 'quoted' ? { spokenByCharacter: speakerJson } : { creator: outlet, mentions: speakerJson }),
    isPartOf: articleThing(article),
    abstract: note,
    workTranslation: translation && {
      '@type': 'Quotation',
      text: translation.text,
      inLanguage: translation.lang,
      translator: translation.by && { '@type': 'Person', name: translation.by },
    },
    comment: contested && {
      '@type': 'Comment',
      name: messages.contestedBy(contested.by, contested.date),
      text: contested.note,
      datePublished: contested.date,
    },
  };
}

function articleThing({ source, headline, published, url, archive, lang }: Article): Thing {
  return {
    '@type': 'NewsArticle',
    headline,
    url,
    archivedAt: archive,
    datePublished: published,
    inLanguage: lang,
    publisher: outletThing(source),
  };
}

function outletThing({ name, url }: Source): Thing {
  return { '@type': 'NewsMediaOrganization', name, url };
}

function speakerThing({ name, role, kind }: Speaker): Thing {
  return { '@type': kind === 'person' ? 'Person' : 'Organization', name, description: role };
}

function undefinedIfEmpty(things: readonly Thing[]): readonly Thing[] | undefined {
  return things.length > 0 ? things : undefined;
}
