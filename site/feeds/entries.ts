/** What the feeds announce: each version of a case or an offering that came out, and each process that is open for comment. Pure. */
import type { Process } from '#schemas/process.ts';
import type { PublishedCase, PublishedOffering } from '#schemas/published.ts';
import { CAPABILITY_LABELS } from '#schemas/vocabulary.ts';
import { longDate } from '#site/dates.ts';
import { lessonPath, offeringPath, processPath } from '#site/paths.ts';
import { firstDay, publishedOn } from '#site/published-on.ts';
import { offeringTitle } from '#site/record/offering-title.ts';
import { uuidOf } from '#site/uuid.ts';

export type FeedEntry = {
  /** The same in every build and at every address of the site; another one for each version. */
  id: string;
  url: string;
  /** Plain text, like the summary. */
  title: string;
  summary: string;
  /** A day: `2026-11-22`. Where only the month is kept, its first. */
  on: string;
  tags: readonly string[];
};

/** More would make each visit of each reader longer; older ones stand in the lists. */
const NEWEST = 50;

/** What may be news. */
type News = {
  cases: readonly PublishedCase[];
  offerings: readonly PublishedOffering[];
  processes: readonly { id: string; data: Process }[];
};

/** The newest entries, newest first. `site` is the address of the site's root. */
export function feedEntries({ cases, offerings, processes }: News, site: URL): FeedEntry[] {
  return [
    ...cases.map((one) => caseEntry(one, site)),
    ...offerings.map((one) => offeringEntry(one, site)),
    ...processes.flatMap((one) => commentEntry(one, site)),
  ]
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.title.localeCompare(b.title, 'en'))
    .slice(0, NEWEST);
}

const idOf = (name: string) => `urn:uuid:${uuidOf(name)}`;

const caseEntry = (published: PublishedCase, site: URL): FeedEntry => ({
  id: idOf(`case-studies/${published.slug}/${published.version}`),
  url: new URL(lessonPath(published.slug), site).href,
  title: published.record.title,
  summary: published.record.summary,
  on: firstDay(publishedOn(published)),
  tags: [...published.record.technologies, ...published.record.vulnerabilities],
});

/** Whose words they are stands in front of them: being listed is no endorsement. */
const offeringEntry = ({ slug, version, record, provenance }: PublishedOffering, site: URL): FeedEntry => ({
  id: idOf(`offerings/${slug}/${version}`),
  url: new URL(offeringPath(slug), site).href,
  title: `Offered: ${offeringTitle(record)}`,
  summary: `${record.vendor} says: ${record.summary}`,
  on: firstDay(provenance.publishedOn),
  tags: [...new Set(record.claims.map(({ capability }) => CAPABILITY_LABELS[capability]))],
});

const commentEntry = ({ id, data }: { id: string; data: Process }, site: URL): FeedEntry[] => {
  const { status, title, version } = data;
  if (status.is !== 'draft_for_comment') return [];
  return [
    {
      id: idOf(`processes/${id}/${version}/${status.is}`),
      url: new URL(processPath(id), site).href,
      title: `Open for comment: ${title}, version ${version}`,
      summary: `Comments are taken until ${longDate(status.to)}. ${data.summary}`,
      on: status.from,
      tags: ['Open for comment'],
    },
  ];
};
