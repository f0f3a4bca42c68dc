import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderComment, renderPublished } from '#api/publishing/record.ts';
import { readList, verifyLists } from '#api/publishing/verify-build.ts';
import { Broken, sha256, verifyFile, verifyListed, verifySuccession } from '#api/publishing/verify-record.ts';
import type { BuildProvenance } from '#schemas/build-provenance.ts';
import { caseOf, chainOf, SUBMITTED } from '#test/site/unit/cases.ts';
import { EXPORTED, held, listOf } from '#test/support/export.ts';
import { DEPLOY } from '#test/support/lab.ts';

const LIST = listOf();
const V1 = 'case-studies/two-rings.v1.yaml';
const V2 = 'case-studies/two-rings.v2.yaml';
const COMPILED = 'case-studies/by-editors.yaml';
const NOTICE = 'case-studies/taken-back.retired.yaml';
const OFFERING = 'offerings/sample-lathe.v1.yaml';
const COMMENT = 'comments/guide-b.v0.9.c2.yaml';
const RUN = `lab-runs/sample-lathe-1-${DEPLOY}.yaml`;
const textOf = (file: string) => EXPORTED[file] ?? '';

/** Check files as the program does. */
function verifyAll(files: Readonly<Record<string, string>>, list = LIST) {
  const verified = Object.entries(files).map(([file, text]) => verifyFile(held(file, text)));
  for (const file of verified) verifyListed(file, list);
  verifySuccession(verified);
  return verified;
}

test('what was published holds, and each file says what was checked', () => {
  const holds = verifyAll(EXPORTED).map((file) => file.holds.map((one) => one.replace(/[0-9a-f]{64}/, '…')));

  const ofReview = (version: number, lines: number) => [
    `version ${version}`,
    'its text has the hash …',
    `its chain of ${lines} review events holds`,
  ];
  expect(holds).toEqual([
    ['version 1', 'its text has the hash …', 'compiled; there is no chain'],
    ['the notice of a retired record'],
    ofReview(1, 3),
    ofReview(2, 5),
    ['a comment with its answer'],
    ['a run of the lab: verified'],
    ofReview(1, 3),
  ]);
});

describe('a file that was changed is found, and the message names the first break', () => {
  const TEXT = /the text was changed, or its contentHash\.\n {2}expected: a text with the hash [0-9a-f]{64}/;
  const LINE = /line \d of the record of its review does not follow\.\n {2}expected: .+\n {2}found: .+/;
  const BYTES = /its SHA-256 is another than in provenance\.json of 2026-12-24\.\n {2}expected: [0-9a-f]{64}/;

  test.each([
    [V1, 'a word of the text', 'The second ring', 'The third ring', TEXT],
    [
      V1,
      'the hash of the text',
      /contentHash: "./,
      'contentHash: "z',
      /cannot be read: The file does not fit/,
    ],
    [V1, 'the hash of the text', /contentHash: ".{8}/, 'contentHash: "00000000', TEXT],
    [V1, 'the address', 'slug: "two-rings"', 'slug: "ten-rings"', /holds another record than its name says/],
    [V2, 'the version', 'version: 2', 'version: 3', /expected: .*two-rings\.v2\.yaml\n.*two-rings\.v3\.yaml/],
    [V1, 'the schema', 'schemaVersion: 1', 'schemaVersion: 9', /cannot be read: .*schema version 9/],
    [V1, 'when it came out', 'publishedOn: "2026-11"', 'publishedOn: "2026-10"', BYTES],
    [V1, 'the rounds', 'rounds: 2', 'rounds: 1', BYTES],
    [V1, 'the recommendations', 'recommendations: 3', 'recommendations: 9', BYTES],
    [V1, 'the statement on conflicts', 'conflicts: "none"', 'conflicts: "some"', /cannot be read/],
    [V1, 'the rubric', 'rubricVersion: "1.0"', 'rubricVersion: "1.1"', BYTES],
    [V2, 'the summary of changes', 'Names the readers.', 'Names nothing.', BYTES],
    [V1, 'the number of a line', 'seq: 2', 'seq: 3', LINE],
    [V1, 'what happened', 'type: "recommend"', 'type: "approve"', LINE],
    [V1, 'who acted', 'actor: "reviewer"', 'actor: "lab"', LINE],
    [V1, 'a month', 'month: "2026-10"', 'month: "2026-09"', LINE],
    [V1, 'what a line stands for', /mac: ".{8}/, 'mac: "00000000', LINE],
    [V1, 'the hash of a line', / hash: ".{8}/, ' hash: "00000000', LINE],
    [
      V1,
      'the last line',
      / {4}- seq: 3[\s\S]*$/,
      '',
      /its number of review events .*\n {2}expected: 3\n.*2$/,
    ],
    [
      V1,
      'all lines',
      / {2}events:[\s\S]*$/,
      '  events: []\n',
      /the record of its review\.\n.*\n {2}found: {4}none/,
    ],
    [V1, 'how it is laid out', /$/, '# a comment\n', BYTES],
    [COMPILED, 'how far it was checked', 'vetting: "compiled"', 'vetting: "reviewed"', BYTES],
    [NOTICE, 'the reason of a notice', 'asked for it', 'was asked', BYTES],
    [OFFERING, 'what a vendor claims', 'within one minute', 'within one hour', TEXT],
    [RUN, 'a verdict', 'verdict: "verified"', 'verdict: "failed"', BYTES],
    [RUN, 'which time it was there', 'stay: 1', 'stay: 2', /holds another record than its name says/],
    [COMMENT, 'what became of a comment', 'disposition: "accepted"', 'disposition: "declined"', BYTES],
  ])('%s: %s', (file, _, from, to, message) => {
    const text = textOf(file).replace(from, to);
    expect(text).not.toBe(textOf(file));

    expect(() => verifyAll({ ...EXPORTED, [file]: text })).toThrow(message);
    expect(() => verifyAll({ ...EXPORTED, [file]: text })).toThrow(Broken);
  });

  test('whichever byte of whichever file becomes whatever other', () => {
    const files = Object.keys(EXPORTED);
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.nat(), fc.integer({ min: 1, max: 255 }), (file, at, by) => {
        const { bytes, ...rest } = held(file, textOf(file));
        const changed = Uint8Array.from(bytes);
        const place = at % changed.length;
        changed[place] = ((changed[place] ?? 0) + by) % 256;

        expect(() => verifyListed(verifyFile({ ...rest, bytes: changed }), LIST)).toThrow(Broken);
      }),
      { numRuns: 200 },
    );
  });
});

test('a new chain under an old version is found, though it holds by itself and is listed', () => {
  const events = chainOf(['confirm', 'submitter'], ['recommend', 'lab'], ['recommend', 'editor']);
  const text = renderPublished(caseOf('two-rings', {}, { ...SUBMITTED, events }));
  const files = { ...EXPORTED, [V1]: text };

  expect(() => verifyAll(files, listOf(files))).toThrow(
    new RegExp(`${V2}: the record of its review does not go on from ${V1}`),
  );
});

test('a file that is not listed is no published record', () => {
  const { [V1]: _, ...others } = EXPORTED;

  expect(() => verifyAll(EXPORTED, listOf(others))).toThrow(
    /provenance\.json of 2026-12-24 does not list it/,
  );
});

describe('lists follow one another', () => {
  const asHeld = (name: string, list: BuildProvenance) => {
    const bytes = Buffer.from(JSON.stringify(list));
    return { bytes, ...readList(name, bytes) };
  };
  const older = asHeld('older', LIST);
  const newer = (files = EXPORTED) => asHeld('newer', listOf(files, older.sha256));

  test('in either order, where the newer names the older', () => {
    const follows = newer();

    for (const lists of [[older, follows], [follows, older], [follows]])
      expect(verifyLists(lists).newest?.name).toBe('newer');
    expect(verifyLists([older, follows]).holds).toEqual([
      expect.stringMatching(/^newer names older as its predecessor/),
    ]);
    expect(() => verifyLists([follows, follows])).toThrow(/newer does not follow newer/);
  });

  test('whichever byte of the older is changed', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Uint8Array.from(older.bytes);
        const place = at % changed.length;
        changed[place] = ((changed[place] ?? 0) + by) % 256;

        expect(() => verifyLists([readList('older', changed), newer()])).toThrow(Broken);
      }),
    );
  });

  test('a version that went needs a notice, one that stays is the same, and what editors compile is theirs to change', () => {
    const { [V1]: _, [V2]: __, ...gone } = EXPORTED;
    const notice = textOf(NOTICE).replace('taken-back', 'two-rings');
    const retired = { ...gone, 'case-studies/two-rings.retired.yaml': notice };
    const rewritten = { ...EXPORTED, [V1]: `${textOf(V1)}# a comment\n` };
    const { [COMPILED]: ___, ...fewer } = EXPORTED;

    expect(() => verifyLists([older, newer(gone)])).toThrow(
      /two-rings\.v1\.yaml is not what it was[\s\S]*no notice/,
    );
    expect(() => verifyLists([older, newer(rewritten)])).toThrow(/two-rings\.v1\.yaml is not what it was/);
    for (const files of [retired, fewer])
      expect(verifyLists([older, newer(files)]).newest?.name).toBe('newer');
  });

  test('a run of the lab stays, and of a comment a later answer or its withdrawal stands in place of the one before', () => {
    const { [RUN]: _, ...withoutRun } = EXPORTED;
    const { [COMMENT]: answered = '', ...withoutComment } = EXPORTED;
    const earlier =
      'earlier:\n  - disposition: "declined"\n    reason: "No."\n    adjudicatedOn: "2026-11"\n';
    const withdrawn = renderComment({
      schemaVersion: 1,
      text: 'guide/b',
      version: '0.9',
      number: 2,
      withdrawnOn: '2026-12',
    });
    const corrected = { ...withoutComment, 'comments/guide-b.v0.9.c2.a2.yaml': answered + earlier };
    const gone = { ...withoutComment, 'comments/guide-b.v0.9.c2.withdrawn.yaml': withdrawn };

    expect(() => verifyLists([older, newer(withoutRun)])).toThrow(
      /lab-runs\/sample-lathe-1-.* is not what it was[\s\S]*expected: SHA-256 [0-9a-f]{64}\n.*no notice/,
    );
    expect(() => verifyLists([older, newer(withoutComment)])).toThrow(/c2\.yaml is not what it was/);
    for (const files of [corrected, gone])
      expect(verifyLists([older, newer(files)]).newest?.name).toBe('newer');
    const back = asHeld('back', listOf(EXPORTED, newer(gone).sha256));
    expect(() => verifyLists([newer(gone), back])).toThrow(/c2\.withdrawn\.yaml is not what it was/);
  });

  test.each([
    ['a file twice', { ...LIST, records: [...LIST.records, ...LIST.records] }, /lists a file twice/],
    ['another shape', { ...LIST, records: [{ slug: 'x' }] }, /is no provenance\.json/],
    ['a hash that is none', { ...LIST, predecessor: 'x' }, /is no provenance\.json[\s\S]*SHA-256/],
  ])('and one with %s is refused', (_, list, message) => {
    expect(() => readList('list', Buffer.from(JSON.stringify(list)))).toThrow(message);
  });
});

test('a list is read by its bytes, so that its hash is the one that its successor names', () => {
  const bytes = Buffer.from(JSON.stringify(LIST, null, 2));

  expect(readList('list', bytes).sha256).toBe(sha256(bytes));
});
