/** Cases to test with: small, valid, and invented. */
import { sealCase } from '#api/publishing/record.ts';
import { nextEvent } from '#api/review/events.ts';
import type { Bearing, CaseStudy } from '#schemas/case-study.ts';
import type { EventLine, Provenance, PublishedCase } from '#schemas/published.ts';
import type { ActorKind } from '#schemas/workflow.ts';

export const COMPILED: Provenance = {
  origin: 'compiled',
  vetting: 'compiled',
  compiledOn: '2026-11-01',
  reviewedOn: '2026-11-02',
};

/** The record of a review in which this happened. */
export function chainOf(...happened: readonly (readonly [type: string, actor: ActorKind])[]): EventLine[] {
  const chain: EventLine[] = [];
  for (const [type, actor] of happened)
    chain.push(nextEvent(chain.at(-1), { type, actor, month: '2026-10', payload: {} }, new Uint8Array(32)));
  return chain;
}

export const SUBMITTED = {
  origin: 'submitted',
  publishedOn: '2026-11',
  rounds: 2,
  recommendations: 3,
  conflicts: 'none',
  rubricVersion: '1.0',
  events: chainOf(['confirm', 'submitter'], ['recommend', 'reviewer'], ['recommend', 'editor']),
} satisfies Provenance;

export const RECORD: CaseStudy = {
  title: 'A patch that two rings held back',
  summary: 'The second ring stopped a patch that broke the label printers.',
  outcome: 'success',
  organization: {
    attribution: 'described',
    description: 'A regional hospital group',
    sector: 'health',
    sizeBand: '1000_9999',
    environments: ['endpoints', 'on_premises'],
  },
  period: { from: '2025-03', to: '2025-04' },
  situation: 'Printers of **one** model stopped.',
  timeline: [
    { milestone: 'most', date: '2025-04', precision: 'about' },
    { milestone: 'patch_released', date: '2025-03-11', precision: 'exact', note: 'On a Tuesday.' },
  ],
  lessons: [
    {
      lesson: 'The ring held one printer of each model.',
      recommendation: 'Put one of each model into the first ring.',
      bearings: [{ step: 'routine-patching/canary', use: 'followed', effect: 'helped' }],
    },
  ],
  vulnerabilities: ['CVE-2025-12345'],
  technologies: ['Label printers'],
  postPatchActions: [],
  measures: [
    { label: 'Printers', value: '12', unit: 'printers', source: 'Service desk' },
    { label: 'Printers', value: '14', unit: 'printers', source: 'Supplier', asOf: '2025-04' },
  ],
  sources: [{ title: 'Change record', publisher: 'The hospital group', standing: 'primary' }],
};

/** A sealed case: `parts` replaces parts of its record. */
export const caseOf = (
  slug: string,
  parts: Partial<CaseStudy> = {},
  provenance: Provenance = COMPILED,
  version = 1,
): PublishedCase => sealCase({ slug, version, record: { ...RECORD, ...parts }, provenance });

/** A case whose one lesson has these bearings. */
export const caseBearing = (slug: string, bearings: Bearing[], provenance: Provenance = COMPILED) =>
  caseOf(slug, { lessons: [{ lesson: 'It was so.', recommendation: 'Do it.', bearings }] }, provenance);
