/** How a case, an offering or a volume of the guide is cited, as CSL-JSON: the one form from which the others are made. */
import type { VolumeOutline } from '#schemas/guide.ts';
import { isPublishedOffering, type Published } from '#schemas/published.ts';
import { publishedOn } from '#site/published-on.ts';
import { offeringTitle } from '#site/record/offering-title.ts';

export const PUBLISHER = 'Patch Commons';
export const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** The fields of CSL-JSON that are used here; the names are those of the format. */
export type CslItem = {
  id: string;
  type: 'report';
  title: string;
  author: { literal: string }[];
  /** Year, month and day, as many as are known. */
  issued: { 'date-parts': [number[]] };
  publisher: string;
  URL: string;
  version: string;
  abstract: string;
  language: string;
  note: string;
};

/** `address` is the full address of the page. The note holds the hash, so that a reader can tell the version that was meant. */
export const cslOf = (published: Published, address: string): CslItem => ({
  id: published.slug,
  type: 'report',
  ...namedIn(published),
  issued: partsOf(publishedOn(published)),
  publisher: PUBLISHER,
  URL: address,
  version: `${published.version}`,
  abstract: published.record.summary,
  language: 'en',
  note: `Version ${published.version}. SHA-256 of the record: ${published.contentHash}`,
});

/** A lesson is told by whoever is named in it or by nobody, so its author is the publisher; of an offering it is the vendor. */
const namedIn = (published: Published): Pick<CslItem, 'title' | 'author'> =>
  isPublishedOffering(published)
    ? { title: offeringTitle(published.record), author: [{ literal: published.record.vendor }] }
    : { title: published.record.title, author: [{ literal: PUBLISHER }] };

/** `address` is the full address of the volume's first page. */
export const cslOfVolume = (
  { volume, version, summary, citation }: Pick<VolumeOutline, 'volume' | 'version' | 'summary' | 'citation'>,
  address: string,
): CslItem => ({
  id: `patch-commons-guide-${volume}`,
  type: 'report',
  title: citation.title,
  author: citation.authors.map((literal) => ({ literal })),
  issued: partsOf(citation.issued),
  publisher: citation.publisher,
  URL: address,
  version,
  abstract: summary,
  language: 'en',
  note: `Version ${version}`,
});

/** `2026-11` as [2026, 11]. */
const partsOf = (date: string): CslItem['issued'] => ({ 'date-parts': [date.split('-').map(Number)] });
