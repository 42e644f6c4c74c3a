import type { Article, Claim, Dataset, Source, Speaker, Statement } from '../dataset/dataset.js';
import { quoteText } from '../dataset/quote-parts.js';
import { jsonWithoutTags } from './markup.js';
import { statementsIn, type StaticView } from './static-view.js';

type Thing = Readonly<Record<string, unknown>>;

/**
 * What is shown as schema.org: a `Dataset` that has each claim as a `Claim` and each statement as a `Quotation` about it. A direct quote is
 * `spokenByCharacter`; what an outlet paraphrases or says itself has the outlet as its `creator`, with the speaker as `mentions`, for those
 * are the outlet’s words. What a statement says of its claim has no member of its own there: it is the `name`, as a sentence.
 * Corrections are `CorrectionComment`. No `<` stands in the text, so it may be pasted into a `<script type="application/ld+json">`.
 */
export function jsonLd(view: StaticView): string {
  const { dataset, heading } = view;
  const statements = statementsIn(view);
  const claims = dataset.claims.filter((claim) => statements.some((statement) => statement.claim === claim));
  return `${jsonWithoutTags(
    {
      '@context': 'https://schema.org',
      '@type': 'Dataset',
      name: heading,
      headline: dataset.title,
      description: dataset.description,
      inLanguage: dataset.lang,
      ...codedBy(dataset),
      hasPart: [
        ...claims.map((claim) => claimThing(claim, dataset)),
        ...statements.map((statement) => quotation(statement, view)),
      ],
      correction: filled(
        dataset.corrections.map(({ date, text }) => ({ '@type': 'CorrectionComment', text, datePublished: date })),
      ),
    },
    2,
  )}\n`;
}

function codedBy({ coded }: Dataset): Thing {
  const method = coded?.method;
  return {
    dateModified: coded?.date,
    creator: filled((coded?.by ?? []).map((name) => ({ name }))),
    measurementTechnique: method,
  };
}

/** Ids count within the document only: a page may hold two of them. */
function claimThing({ id, text, topic }: Claim, { lang }: Dataset): Thing {
  return { '@type': 'Claim', '@id': `_:claim-${id}`, text, inLanguage: lang, about: topic };
}

function quotation(statement: Statement, { messages: messages, dataset }: StaticView): Thing {
  const { id, article, claim, stance, voice, speaker, quote, translation, note, contested } = statement;
  const outlet = outletThing(article.source);
  const said = speaker && speakerThing(speaker);
  return {
    '@type': 'Quotation',
    '@id': `_:statement-${id}`,
    name: `${speaker?.name ?? article.source.name} ${messages.stance[stance]}${messages.colon}${claim.text}`,
    text: quoteText(quote),
    inLanguage: article.lang ?? dataset.lang,
    about: { '@id': `_:claim-${claim.id}` },
    ...(voice === 'quoted' ? { spokenByCharacter: said } : { creator: outlet, mentions: said }),
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

function filled(things: readonly Thing[]): readonly Thing[] | undefined {
  return things.length > 0 ? things : undefined;
}
