/** What the lab was asked to try, and what it found. */
import { sql } from 'drizzle-orm';
import { check, date, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { TriedStep } from '#schemas/lab-run.ts';
import { LAB_VERDICTS } from '#schemas/lab-test.ts';
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
    /** The revision that was tried. */
    revision: integer().notNull(),
    assignedAt: when().notNull(),
    /** These come with the verdict. */
    verdict: text({ enum: LAB_VERDICTS }),
    productVersion: text(),
    environment: text(),
    /** Each step of the procedure as it then was, with what was seen. */
    results: jsonb().$type<TriedStep[]>(),
    summary: text(),
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
        'num_nonnulls(verdict, product_version, environment, results, summary, ran_on, person_id, recorded_at) in (0, 8)',
      ),
    ),
    check('lab_runs_statement', sql.raw('(statement is null) = (statement_at is null)')),
  ],
);
