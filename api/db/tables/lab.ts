/** What the lab was asked to try, and what it found. */
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { KeptLabFile, TriedStep } from '#schemas/lab-run.ts';
import { type KnownProcedure, LAB_VERDICTS } from '#schemas/lab-test.ts';
import { oneOf, when } from './columns.ts';
import { people } from './people.ts';
import { ofSubmission } from './submissions.ts';

/** One procedure that an offering goes through in one stay in the lab: assigned first, with a verdict once it was tried. */
export const labRuns = pgTable(
  'lab_runs',
  {
    id: uuid().primaryKey(),
    submissionId: ofSubmission(),
    /** How often the offering was sent to the lab, counted from 1. */
    stay: integer().notNull(),
    /** The name of a file in `content/lab-tests/`, and its version when it was assigned; once it was tried, the one followed. */
    procedure: text().notNull(),
    procedureVersion: text().notNull(),
    /** Its text when it was assigned: what is run should the guide drop it meanwhile. */
    procedureText: jsonb().$type<KnownProcedure>().notNull(),
    /** The revision that was tried. */
    revision: integer().notNull(),
    /** Of the instructions in it, as `instructionsHash` makes it: readers learn whether they were changed since. */
    instructionsHash: text().notNull(),
    assignedAt: when().notNull(),
    /** These come with the verdict. */
    verdict: text({ enum: LAB_VERDICTS }),
    productVersion: text(),
    environment: text(),
    /** Each step of the procedure as it then was, with what was seen. */
    results: jsonb().$type<TriedStep[]>(),
    summary: text(),
    /** Files of the run as they then were: what is published of them must outlive them. */
    files: jsonb().$type<KeptLabFile[]>(),
    ranOn: date(),
    personId: text().references(() => people.id),
    recordedAt: when(),
    /** Until when the vendor may give a statement: set when the results are sent. */
    statementDue: when(),
    statement: text(),
    statementAt: when(),
    /** Set when the run is up on the site. */
    publishedAt: when(),
  },
  (t) => [
    uniqueIndex().on(t.submissionId, t.stay, t.procedure),
    index().on(t.publishedAt, t.statementDue),
    oneOf('lab_runs_verdict', 'verdict', LAB_VERDICTS),
    check(
      'lab_runs_tried',
      sql.raw(
        'num_nonnulls(verdict, product_version, environment, results, summary, files, ran_on, person_id, recorded_at) in (0, 9)',
      ),
    ),
    check('lab_runs_statement', sql.raw('(statement is null) = (statement_at is null)')),
  ],
);
