import { describe, expect, test } from 'vitest';
import { applyAll } from '#api/review/identity-check/apply.ts';
import { checkIdentity } from '#api/review/identity-check/check.ts';
import { identityFinding } from '#schemas/identity-finding.ts';
import { lessonContent } from '#schemas/submission.ts';
import { lessonWith, PETRA } from './support.ts';

const HOST = 'We lost LONSQLP03 first.';
const source = {
  title: HOST,
  publisher: 'Us',
  url: 'https://brightaisle.example/report',
  standing: 'primary',
};
const everywhere = {
  title: HOST,
  summary: HOST,
  organization: {
    attribution: 'described',
    description: HOST,
    sector: 'retail',
    sizeBand: 'unknown',
    region: HOST,
  },
  situation: HOST,
  actions: HOST,
  result: HOST,
  timeline: [{ milestone: 'detected', date: '2024-03-14', note: HOST }],
  lessons: [
    { lesson: 'Nothing here.', recommendation: 'Nor here.' },
    { lesson: HOST, recommendation: HOST },
  ],
  technologies: ['LONSQLP03'],
  postPatchActions: [HOST],
  measures: [{ label: HOST, value: '1,874', unit: 'employees', source: HOST, asOf: '2024-03-14' }],
  sources: [source],
};
const placesOf = (changes: object) => checkIdentity(lessonWith(changes), PETRA).map(({ path }) => path);

test('a finding says where it stands by the name of the field, why it matters and how far the field travels', () => {
  const content = lessonWith({ actions: `Then ${HOST}`, release: { actions: 'reviewers_only' } });

  expect(checkIdentity(content, PETRA)).toEqual([
    {
      path: 'content.actions',
      start: 13,
      end: 22,
      text: 'LONSQLP03',
      kind: 'host_name',
      reason: 'The names of your machines show how your network is laid out, and often where.',
      proposal: 'an internal host',
      release: 'reviewers_only',
    },
  ]);
});

test('every text is looked at', () => {
  expect(placesOf(everywhere)).toEqual([
    'content.title',
    'content.summary',
    'content.organization.description',
    'content.organization.region',
    'content.situation',
    'content.actions',
    'content.result',
    'content.timeline[0].date',
    'content.timeline[0].note',
    'content.lessons[1].lesson',
    'content.lessons[1].recommendation',
    'content.technologies[0]',
    'content.postPatchActions[0]',
    'content.measures[0].label',
    'content.measures[0].source',
    'content.measures[0].value',
    'content.measures[0].asOf',
    'content.sources[0].title',
    'content.sources[0].url',
  ]);
});

test('what is withheld is never looked at, because it leaves the browser of nobody', () => {
  const released = [
    'timeline',
    'actions',
    'result',
    'technologies',
    'postPatchActions',
    'measures',
    'sources',
  ];
  const release = Object.fromEntries(released.map((name) => [name, 'withheld']));

  expect(placesOf({ ...everywhere, release })).toEqual([
    'content.title',
    'content.summary',
    'content.organization.description',
    'content.organization.region',
    'content.situation',
    'content.lessons[1].lesson',
    'content.lessons[1].recommendation',
  ]);
});

test('what a rule generalises needs no proposal', () => {
  const { timeline, measures } = everywhere;

  expect(
    placesOf({ timeline, measures, release: { timeline: 'generalised', measures: 'generalised' } }),
  ).toEqual(['content.timeline[0].note', 'content.measures[0].label', 'content.measures[0].source']);
});

describe('days, sums and head counts', () => {
  const day = '2024-03-14';

  test('days of public milestones, of sources and of figures from sources are public', () => {
    const content = {
      timeline: ['disclosed', 'patch_released', 'exploit_public', 'kev_listed'].map((milestone) => ({
        milestone,
        date: day,
        note: 'Out on 14 March 2024',
      })),
      sources: [{ title: 'Report of 14 March 2024', publisher: 'GAO', date: day, standing: 'primary' }],
      measures: [
        { label: 'Staff', value: '1,874', unit: 'employees', source: 'GAO', asOf: day, standing: 'primary' },
      ],
    };

    expect(placesOf(content)).toEqual([]);
  });

  test('those of a named organization are not looked for, nor its own name, because it has told which one it is', () => {
    const text = 'On 14 March 2024 Brightaisle told 1,874 employees that LONSQLP03 had cost $4.2 million.';
    const named = { attribution: 'named', name: 'Brightaisle Stores', sector: 'retail', sizeBand: 'unknown' };
    const kinds = (changes: object) => checkIdentity(lessonWith(changes), PETRA).map(({ kind }) => kind);

    expect(kinds({ situation: text })).toEqual([
      'exact_date',
      'own_organization',
      'head_count',
      'host_name',
      'money',
    ]);
    expect(kinds({ situation: text, organization: named })).toEqual(['host_name']);
    expect(kinds({ situation: text, organization: { ...named, name: 'A client of ours' } })).toEqual([
      'own_organization',
      'host_name',
    ]);
  });
});

test('a quantity is read with its unit, and its proposal is again a quantity', () => {
  const measure = (value: string, unit: string) => ({ label: 'Size', value, unit, source: 'Own count' });
  const content = lessonWith({
    measures: [measure('1,874', 'employees'), measure('4.2 million', 'USD'), measure('1,874', 'laptops')],
  });

  expect(checkIdentity(content, PETRA).map(({ path, proposal }) => [path, proposal])).toEqual([
    ['content.measures[0].value', 'Over a thousand'],
    ['content.measures[1].value', 'Several million'],
  ]);
});

test('an address goes as a whole, because a part of it leads nowhere', () => {
  const [finding] = checkIdentity(lessonWith({ sources: [{ ...source, title: 'Report' }] }), PETRA);

  expect(finding).toMatchObject({
    kind: 'own_domain',
    text: 'https://brightaisle.example/report',
    proposal: '',
  });
});

test('all proposals at once make a lesson in which nothing is found, and which the form takes', () => {
  const content = lessonWith(everywhere);

  const mended = applyAll({ content }, checkIdentity(content, PETRA)).content;

  expect(mended.lessons).toEqual([
    content.lessons[0],
    expect.objectContaining({ lesson: 'We lost an internal host first.' }),
  ]);
  expect(mended.timeline[0]?.date).toBe('2024-03');
  expect(mended.sources).toEqual([{ ...source, title: 'We lost an internal host first.', url: undefined }]);
  expect(checkIdentity(mended, PETRA)).toEqual([]);
  expect(lessonContent.safeParse(mended).success).toBe(true);
});

test('a draft is checked as it is typed, with whatever is there', () => {
  const draft = { situation: HOST, lessons: [{}, { lesson: HOST }] };

  expect(checkIdentity(draft, {}).map(({ path }) => path)).toEqual([
    'content.situation',
    'content.lessons[1].lesson',
  ]);
  expect(checkIdentity({}, {})).toEqual([]);
  expect(
    checkIdentity({ lessons: 'x', timeline: [null, 'y'], title: ['z'] } as object, { name: ['A'] } as object),
  ).toEqual([]);
});

test('a finding is what the schema says', () => {
  for (const finding of checkIdentity(lessonWith(everywhere), PETRA))
    expect(identityFinding.parse(finding)).toEqual(finding);
});
