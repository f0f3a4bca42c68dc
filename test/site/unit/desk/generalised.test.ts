import { expect, test } from 'vitest';
import { checkIdentity } from '#api/review/identity-check/check.ts';
import { lessonContent } from '#schemas/submission.ts';
import { generalised, generalisedNote } from '#site/islands/desk/submission/generalised.ts';
import { submissionSent } from '../../forms/submissions.ts';

const content = lessonContent.parse({
  ...submissionSent.content,
  situation: 'SRV-DB-0042 at 10.20.30.40 was left out, and so was 10.20.30.41.',
});
const findings = checkIdentity(content, {}).filter(({ path }) => path === 'content.situation');

test('every proposal goes in its place, in one text, and nothing else changes', () => {
  expect(findings).toHaveLength(3);

  const { situation, ...others } = generalised(content, findings);

  expect(situation).not.toMatch(/SRV-DB|10\.20/);
  expect({ ...others, situation: content.situation }).toEqual(content);
});

test('what the submitter reads of it names the kinds of words once, and not the words', () => {
  expect(generalisedNote(findings)).toMatch(/^Generalised: [^,]+, [^,]+$/);
  expect(generalisedNote(findings)).not.toMatch(/SRV|10\.20/);
});

test('words of one’s own go where the proposal would have gone', () => {
  const [first] = findings;
  if (!first) throw new Error('Nothing was found');

  expect(generalised(content, [{ ...first, proposal: 'a server' }]).situation).toContain(
    'a server at 10.20.30.40',
  );
});
