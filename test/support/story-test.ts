/** `test` with a submission on its way: `test('…', async ({ story }) => …)`. */
import type { SubmissionInput } from '#schemas/submission.ts';
import { test } from './database.ts';
import { lesson, tell } from './story.ts';

/** What each test tells of; `inReview`: the desk has begun to read it. */
type Telling = { sent?: SubmissionInput; inReview?: boolean };

export const testWithStory = ({ sent = lesson, inReview = false }: Telling = {}) =>
  test.extend('story', async ({ db, jobs }, { onCleanup }) => {
    const story = await tell(db, jobs, sent);
    onCleanup(story.close);
    if (inReview) await story.toReview();
    return story;
  });
