/** Offerings, their claims and what the lab found as flat tables. */
import type { PublishedLabRun } from '#schemas/lab-run.ts';
import type { PublishedOffering } from '#schemas/published.ts';
import { runAnchor } from '#site/offerings/lab-runs.ts';
import { offeringPath } from '#site/paths.ts';
import { several, tableOf } from './table.ts';

/** One row for each offering. */
export const offeringsTable = (offerings: readonly PublishedOffering[], site: URL) =>
  tableOf(
    [
      'slug',
      'version',
      'url',
      'vendor',
      'product',
      'product_version',
      'summary',
      'scenarios',
      'places',
      'published_on',
      'content_hash',
    ],
    offerings.map(({ slug, version, record, provenance, contentHash }) => ({
      slug,
      version,
      url: new URL(offeringPath(slug), site).href,
      vendor: record.vendor,
      product: record.product,
      product_version: record.version,
      summary: record.summary,
      scenarios: several(record.scenarios),
      places: several(record.roles),
      published_on: provenance.publishedOn,
      content_hash: contentHash,
    })),
  );

/** One row for each claim, in its vendor's words. */
export const claimsTable = (offerings: readonly PublishedOffering[]) =>
  tableOf(
    ['slug', 'claim_number', 'capability', 'claim', 'requirement'],
    offerings.flatMap(({ slug, record }) =>
      record.claims.map(({ capability, claim, requirement }, index) => ({
        slug,
        claim_number: index + 1,
        capability,
        claim,
        requirement,
      })),
    ),
  );

/** One row for each run, older ones too. A procedure that has no row was not tried, or its result is not out. */
export const labRunsTable = (runs: readonly PublishedLabRun[], site: URL) =>
  tableOf(
    [
      'slug',
      'url',
      'stay',
      'procedure',
      'procedure_version',
      'verdict',
      'product_version',
      'ran_on',
      'summary',
      'statement',
    ],
    runs.map((run) => ({
      slug: run.offering,
      url: new URL(`${offeringPath(run.offering)}#${runAnchor(run)}`, site).href,
      stay: run.stay,
      procedure: run.procedure,
      procedure_version: run.procedureVersion,
      verdict: run.verdict,
      product_version: run.productVersion,
      ran_on: run.ranOn,
      summary: run.summary,
      statement: run.statement,
    })),
  );

/** One row for each file that the lab kept of a run. The files are not published: by its hash one can be told from another. */
export const labFilesTable = (runs: readonly PublishedLabRun[]) =>
  tableOf(
    ['slug', 'stay', 'procedure', 'file', 'type', 'bytes', 'sha256'],
    runs.flatMap(({ offering, stay, procedure, files = [] }) =>
      files.map(({ name, type, bytes, sha256 }) => ({
        slug: offering,
        stay,
        procedure,
        file: name,
        type,
        bytes,
        sha256,
      })),
    ),
  );
