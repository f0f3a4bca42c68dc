/** What pages tell programs of themselves, in the words of schema.org. Data, never code: see `scriptText`. */
import type { CaseStudy, Source } from '#schemas/case-study.ts';
import type { Term } from '#schemas/glossary.ts';
import type { VolumeOutline } from '#schemas/guide.ts';
import type { Process } from '#schemas/process.ts';
import type { PublishedCase, PublishedOffering } from '#schemas/published.ts';
import type { Question } from '#schemas/question.ts';
import { CAPABILITY_LABELS } from '#schemas/vocabulary.ts';
import type { NavLink } from '#site/navigation.ts';
import {
  guideVolumePath,
  lessonPath,
  offeringPath,
  PATHS,
  processPath,
  questionPath,
  stepPath,
} from '#site/paths.ts';
import { publishedOn } from '#site/published-on.ts';
import { offeringTitle } from '#site/record/offering-title.ts';
import { DATASET } from './cff.ts';
import { LICENCE, PUBLISHER } from './csl.ts';

export type Thing = { '@type': string } & Record<string, unknown>;

const ORGANIZATION: Thing = { '@type': 'Organization', name: PUBLISHER };
const COMMON = {
  inLanguage: 'en',
  license: LICENCE,
  isAccessibleForFree: true,
  author: ORGANIZATION,
  publisher: ORGANIZATION,
} as const;

/** A case as a report that cites its sources. `site` is the address of the site's root. */
export const reportOf = (published: PublishedCase, site: URL): Thing => ({
  '@type': 'Report',
  ...COMMON,
  url: new URL(lessonPath(published.slug), site).href,
  name: published.record.title,
  headline: published.record.title,
  description: published.record.summary,
  datePublished: publishedOn(published),
  version: published.version,
  keywords: [...published.record.technologies, ...published.record.vulnerabilities],
  ...aboutOf(published.record),
  citation: published.record.sources.map(workOf),
});

/** An offering as a report by its vendor about a product, which we do not sell, rate or recommend. */
export const offeringReportOf = (
  { slug, version, record, provenance }: PublishedOffering,
  site: URL,
): Thing => ({
  '@type': 'Report',
  ...COMMON,
  author: { '@type': 'Organization', name: record.vendor },
  url: new URL(offeringPath(slug), site).href,
  name: offeringTitle(record),
  headline: offeringTitle(record),
  description: record.summary,
  datePublished: provenance.publishedOn,
  version,
  keywords: [...new Set(record.claims.map(({ capability }) => CAPABILITY_LABELS[capability]))],
  about: {
    '@type': 'SoftwareApplication',
    name: record.product,
    softwareVersion: record.version,
    creator: { '@type': 'Organization', name: record.vendor },
  },
});

/** Only an organization that is named in the record is named here. */
const aboutOf = ({ organization }: CaseStudy) =>
  organization.attribution === 'named' && {
    about: { '@type': 'Organization', name: organization.name },
  };

const workOf = ({ title, publisher, url, date }: Source): Thing => ({
  '@type': 'CreativeWork',
  name: title,
  publisher: { '@type': 'Organization', name: publisher },
  ...(url && { url }),
  ...(date && { datePublished: date }),
});

/** A process as a way to do something, step by step. */
export const howToOf = (id: string, process: Process, site: URL): Thing => ({
  '@type': 'HowTo',
  ...COMMON,
  url: new URL(processPath(id), site).href,
  name: process.title,
  description: process.summary,
  version: process.version,
  step: process.steps.map((step, index) => ({
    '@type': 'HowToStep',
    position: index + 1,
    name: step.name,
    url: new URL(stepPath(id, step.id), site).href,
  })),
});

/** A question with the answer that its page argues. */
export const questionOf = (id: string, question: Question, site: URL): Thing => ({
  '@type': 'FAQPage',
  ...COMMON,
  url: new URL(questionPath(id), site).href,
  name: question.question,
  dateModified: question.reviewedOn,
  mainEntity: [
    {
      '@type': 'Question',
      name: question.question,
      acceptedAnswer: { '@type': 'Answer', text: question.shortAnswer },
    },
  ],
});

/** The glossary as a set of terms by name. The page, which has little room left, holds their meanings and addresses. */
export const termSetOf = (terms: readonly Term[], site: URL): Thing => ({
  '@type': 'DefinedTermSet',
  ...COMMON,
  url: new URL(PATHS.glossary, site).href,
  name: 'Glossary of enterprise patching',
  hasDefinedTerm: terms.map(({ term }) => ({ '@type': 'DefinedTerm', name: term })),
});

/** A volume of the guide as a report. */
export const volumeOf = (volume: Omit<VolumeOutline, 'sections'>, site: URL): Thing => ({
  '@type': 'Report',
  ...COMMON,
  url: new URL(guideVolumePath(volume.volume), site).href,
  name: volume.citation.title,
  description: volume.summary,
  author: volume.citation.authors.map((name) => ({ '@type': 'Organization', name })),
  datePublished: volume.citation.issued,
  version: volume.version,
  keywords: volume.keywords,
});

/** All records as a data set. `files` are the paths of what can be downloaded, with their media types. */
export const datasetOf = (
  files: readonly { path: string; type: string }[],
  modified: string | undefined,
  site: URL,
): Thing => ({
  '@type': 'Dataset',
  inLanguage: COMMON.inLanguage,
  license: COMMON.license,
  isAccessibleForFree: COMMON.isAccessibleForFree,
  creator: ORGANIZATION,
  publisher: ORGANIZATION,
  url: new URL(PATHS.data, site).href,
  name: DATASET.title,
  description: DATASET.abstract,
  ...(modified && { dateModified: modified }),
  distribution: files.map(({ path, type }) => ({
    '@type': 'DataDownload',
    contentUrl: new URL(path, site).href,
    encodingFormat: type,
  })),
});

/** The way to a page from the top. The page itself stands last. */
export const breadcrumbsOf = (above: readonly NavLink[], page: NavLink, site: URL): Thing => ({
  '@type': 'BreadcrumbList',
  itemListElement: [{ text: 'Home', href: PATHS.home }, ...above, page].map(({ text, href }, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: text,
    item: new URL(href, site).href,
  })),
});

/**
 * The things of a page as the text of a script element. It holds no `<`, since `</script>` or `<!--` in somebody's
 * words would end the element or swallow the page; JSON reads the escape as the same character.
 */
export const scriptText = (things: readonly Thing[]): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@graph': things }).replaceAll('<', '\\u003c');
