/** All published records as one data set to cite, in the Citation File Format 1.2.0. A single case is no data set. */
import { stringify } from 'yaml';
import type { PublishedCase } from '#schemas/published.ts';
import { firstDay, publishedOn } from '#site/published-on.ts';
import { PUBLISHER } from './csl.ts';

export const DATASET = {
  title: 'Patch Commons: lessons learned in enterprise patch management',
  abstract:
    'Case studies of patching in organizations, each lesson bound to the steps of a reference process that it speaks about, with figures, sources and provenance.',
} as const;

/** `address` is the full address of the page on which the data lies. Without cases there is no date of release. */
export function cffOf(cases: readonly PublishedCase[], address: string): string {
  const released = newestDay(cases);
  return stringify({
    'cff-version': '1.2.0',
    message:
      'To cite one case, use the citation on its page. To cite all of them as a data set, use this file.',
    type: 'dataset',
    title: DATASET.title,
    abstract: DATASET.abstract,
    authors: [{ name: PUBLISHER }],
    ...(released && { 'date-released': released }),
    license: 'CC-BY-4.0',
    url: address,
  });
}

/** The day of the newest publication: `2026-11-22`. */
export const newestDay = (cases: readonly PublishedCase[]): string | undefined =>
  cases
    .map((published) => firstDay(publishedOn(published)))
    .toSorted()
    .at(-1);
