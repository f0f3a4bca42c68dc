/** What people of the desk say of a submission outside of a decision: among themselves, or to its submitter. */
import { z } from 'zod';
import { paragraphs } from './text.ts';
import { AUDIENCES, type Role } from './workflow.ts';

export const newRemark = z
  .strictObject({
    text: paragraphs('Write something first', 4_000),
    audience: z
      .enum(AUDIENCES, { error: 'Say who reads it: reviewers or submitter' })
      .default('reviewers')
      .meta({ description: '“submitter” also writes a letter; “reviewers” stays at the desk' }),
  })
  .meta({ id: 'NewRemark' });
export type NewRemark = z.output<typeof newRemark>;

/** Kinds of people who write to a submitter: that is all that is ever said of who it was. In the order that counts. */
export const WRITERS = ['editor', 'reviewer', 'lab'] as const;
export type Writer = (typeof WRITERS)[number];
export const WRITER_WORDS = {
  editor: 'An editor wrote to you:',
  reviewer: 'A reviewer wrote to you:',
  lab: 'Somebody of the lab wrote to you:',
} as const satisfies Record<Writer, string>;

/** The part in which somebody of these roles writes and acts: an editor’s before a reviewer’s. */
export const writerOf = (roles: readonly Role[]): Writer =>
  WRITERS.find((writer) => roles.includes(writer)) ?? 'reviewer';
