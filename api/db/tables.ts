/**
 * All tables. What a row promises is promised by the database too: not null, unique, foreign keys, checks.
 * Personal data of submitters is in `contacts`, `commentContacts` and `drafts` alone; secrets are stored as hashes alone.
 */
export * from './tables/comments.ts';
export * from './tables/lab.ts';
export * from './tables/letters.ts';
export * from './tables/people.ts';
export * from './tables/review.ts';
export * from './tables/running.ts';
export * from './tables/submissions.ts';
