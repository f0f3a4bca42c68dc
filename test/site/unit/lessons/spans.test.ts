import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MilestoneEntry } from '#schemas/case-study.ts';
import { DATE_PRECISIONS, MILESTONES, type Milestone } from '#schemas/vocabulary.ts';
import { SPAN_LABELS, spansOf } from '#site/lessons/spans.ts';
import { readCases } from '#test/support/content.ts';

const at = (milestone: Milestone, date: string, precision: 'exact' | 'about' = 'exact'): MilestoneEntry => ({
  milestone,
  date,
  precision,
});
/** The labels of the spans of a timeline. */
const told = (...timeline: MilestoneEntry[]) =>
  spansOf(timeline).map((span) => SPAN_LABELS.find(([value]) => value === span)?.[1]);

describe('the time between milestones', () => {
  test.each([
    ['2025-03-11', 'within 2 days'],
    ['2025-03-13', 'within 2 days'],
    ['2025-03-14', '3 to 14 days'],
    ['2025-03-25', '3 to 14 days'],
    ['2025-03-26', '15 to 30 days'],
    ['2025-04-10', '15 to 30 days'],
    ['2025-04-11', '31 to 90 days'],
    ['2025-06-09', '31 to 90 days'],
    ['2025-06-10', 'more than 90 days'],
  ])('from 11 March to %s is %s', (date, band) => {
    expect(told(at('patch_released', '2025-03-11'), at('all', date))).toEqual([
      `Patch released to all patched: ${band}`,
    ]);
  });

  test('the other way round it says so: an attack before there was a patch', () => {
    expect(told(at('patch_released', '2023-10-10'), at('exploited', '2023-08'))).toEqual([
      'Exploited before patch released',
    ]);
  });

  test('between coarse dates it is told only where every day of them gives the same band', () => {
    expect(told(at('patch_released', '2017-03'), at('incident', '2017-05-12'))).toEqual([
      'Patch released to incident: 31 to 90 days',
    ]);
    expect(told(at('patch_released', '2017-04'), at('incident', '2017-05-12'))).toEqual([]);
    expect(told(at('incident', '2017-06-27'), at('recovered', '2017-07', 'about'))).toEqual([]);
    expect(told(at('patch_released', '2025-03-11'), at('all', '2025-03-25', 'about'))).toEqual([]);
    expect(told(at('patch_released', '2025-03-11'), at('all', '2025-03-24', 'about'))).toEqual([
      'Patch released to all patched: 3 to 14 days',
    ]);
  });

  test('counts from the first to the first, since later ones are of other flaws or other patches', () => {
    const patches = [at('patch_released', '2025-07-20', 'about'), at('patch_released', '2025-07-08')];
    const listings = [at('kev_listed', '2025-07-22'), at('kev_listed', '2025-07-20')];
    expect(told(...patches, ...listings)).toEqual(['Patch released to listed in KEV: 3 to 14 days']);
  });

  test('to a listing in KEV is told only of flaws that are younger than the catalogue', () => {
    expect(told(at('disclosed', '2021-11-02'), at('kev_listed', '2021-11-03'))).toEqual([]);
    expect(told(at('disclosed', '2021-11'), at('kev_listed', '2021-12-10'))).toEqual([]);
    expect(told(at('disclosed', '2021-11-03'), at('kev_listed', '2021-11-04'))).toEqual([
      'Disclosed to listed in KEV: within 2 days',
    ]);
  });

  test('of any timeline, each span has one label, and a more precise date never contradicts a coarser one', () => {
    const day = fc
      .date({ min: new Date('2000-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const entry = fc.record({
      milestone: fc.constantFrom(...MILESTONES),
      date: day,
      precision: fc.constantFrom(...DATE_PRECISIONS),
    });
    fc.assert(
      fc.property(fc.uniqueArray(entry, { selector: ({ milestone }) => milestone }), (timeline) => {
        const exact = told(...timeline.map((one) => ({ ...one, precision: 'exact' as const })));
        const coarse = told(...timeline.map(({ date, ...one }) => ({ ...one, date: date.slice(0, 7) })));
        expect(exact).not.toContain(undefined);
        expect(exact).toEqual(expect.arrayContaining(coarse));
      }),
    );
  });

  test('the editors’ cases have some, none of them false', () => {
    const spans = readCases().flatMap(({ slug, record }) =>
      told(...record.timeline).map((span) => `${slug}: ${span}`),
    );
    expect(spans.toSorted()).toEqual([
      'citrix-bleed-sessions: Exploited before patch released',
      'citrix-bleed-sessions: Patch released to listed in KEV: 3 to 14 days',
      'crowdstrike-channel-file-291: Incident to recovered: 3 to 14 days',
      'equifax-struts: Disclosed to exploited: 31 to 90 days',
      'equifax-struts: Disclosed to mitigated: more than 90 days',
      'equifax-struts: Exploited to detected: 31 to 90 days',
      'moveit-zero-day: Disclosed to listed in KEV: within 2 days',
      'sharepoint-toolshell: Disclosed to listed in KEV: within 2 days',
      'sharepoint-toolshell: Patch released to listed in KEV: 3 to 14 days',
      'wannacry-nhs-england: Patch released to incident: 31 to 90 days',
    ]);
  });
});
