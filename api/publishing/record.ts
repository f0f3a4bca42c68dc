/**
 * Published files, written and read: a case or an offering with its hash and provenance, or the tombstone of one that was
 * retired. Pure.
 * A file is never rewritten: old schema versions are upgraded when read, and verified as they are stored.
 */
import { z } from 'zod';
import type { StoredFile } from '#api/review/stored-names.ts';
import { caseStudy } from '#schemas/case-study.ts';
import { type CommentRecord, commentRecord } from '#schemas/comment.ts';
import { type PublishedLabRun, publishedLabRun } from '#schemas/lab-run.ts';
import { offering } from '#schemas/offering.ts';
import {
  isPublishedOffering,
  type Published,
  type PublishedCase,
  type PublishedFile,
  type PublishedOffering,
  publishedCase,
  publishedOffering,
  SCHEMA_VERSION,
  type StoredKind,
  type Tombstone,
  tombstone,
} from '#schemas/published.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import { contentHash } from './canonical.ts';
import { readYaml, renderYaml } from './yaml-text.ts';

/** By schema version: how a file of that version becomes one of the next. Version 1 is the first. */
export type Upgrades = Readonly<Record<number, (file: Record<string, unknown>) => Record<string, unknown>>>;
const UPGRADES: Upgrades = {};

// The hash covers every default, so that it does not depend on who left one out.

/** Put a case under its address, with the hash that its submitter signs. */
export const sealCase = (parts: Omit<PublishedCase, 'schemaVersion' | 'contentHash'>): PublishedCase =>
  sealed({ ...parts, record: caseStudy.parse(parts.record) });

/** The same of an offering. */
export const sealOffering = (
  parts: Omit<PublishedOffering, 'schemaVersion' | 'contentHash'>,
): PublishedOffering => sealed({ ...parts, record: offering.parse(parts.record) });

function sealed<Parts extends { slug: string; record: unknown }>(parts: Parts) {
  const schemaVersion: typeof SCHEMA_VERSION = SCHEMA_VERSION;
  const { slug, record } = parts;
  return { ...parts, schemaVersion, contentHash: contentHash({ schemaVersion, slug, record }) };
}

/** Write a record as a file, keys in the order of the schema. Throws on one that could not be read again. */
export const renderPublished = (published: Published): string =>
  renderYaml((isPublishedOffering(published) ? publishedOffering : publishedCase).parse(published));

/** Read a case, of this or an older schema version. Throws an `Error` that says what to mend. Does not check the hash. */
export const parseCase = (text: string): PublishedCase => parsed(publishedCase, upgraded(readFile(text)));

/** The same of an offering. */
export const parseOffering = (text: string): PublishedOffering =>
  parsed(publishedOffering, upgraded(readFile(text)));

/** Write what stays at the address of a retired record. */
export const renderTombstone = (stone: Tombstone): string => renderYaml(tombstone.parse(stone));

export const parseTombstone = (text: string): Tombstone => parsed(tombstone, readFile(text));

/** Read a file of the folder that holds records of this kind: one of them, or the tombstone of one. */
export function parsePublished(text: string, of: SubmissionKind): PublishedFile {
  const file = readFile(text);
  if ('retiredOn' in file) return { kind: 'tombstone', of, tombstone: parsed(tombstone, file) };
  return of === 'offering'
    ? { kind: 'offering', published: parsed(publishedOffering, upgraded(file)) }
    : { kind: 'case', published: parsed(publishedCase, upgraded(file)) };
}

/** Write a comment with its answer, or what its withdrawal leaves. Throws on one that could not be read again. */
export const renderComment = (comment: CommentRecord): string => renderYaml(commentRecord.parse(comment));

export const parseComment = (text: string): CommentRecord => parsed(commentRecord, readFile(text));

/** Write what the lab found. Throws on a run that could not be read again. */
export const renderLabRun = (run: PublishedLabRun): string => renderYaml(publishedLabRun.parse(run));

export const parseLabRun = (text: string): PublishedLabRun => parsed(publishedLabRun, readFile(text));

/** Read any file that is published, by what its folder holds. */
export function parseStored(text: string, of: StoredKind): StoredFile {
  if (of === 'lab_run') return { kind: of, run: parseLabRun(text) };
  if (of === 'comment') return { kind: of, comment: parseComment(text) };
  return parsePublished(text, of);
}

export type Verification = { ok: true; contentHash: string } | { ok: false; message: string };

/** Check that a file says what its `contentHash` covers, as it is stored, whatever its schema version. */
export function verifyPublished(text: string): Verification {
  const stored = storedShape.safeParse(readFile(text));
  if (!stored.success) return { ok: false, message: 'The file has no hash, slug, record or schema version.' };
  const hash = contentHash(stored.data);
  return hash === stored.data.contentHash
    ? { ok: true, contentHash: hash }
    : { ok: false, message: `The record was changed: it hashes to ${hash}.` };
}

/** What the hash of a file covers, and the hash, as they are stored. Throws on a file that has none. */
export const storedRecord = (text: string) => parsed(storedShape, readFile(text));

const storedShape = z.object({
  schemaVersion: z.int(),
  slug: z.string(),
  contentHash: z.string(),
  record: z.unknown(),
});

/** Bring a file up to `version`, one step at a time. */
export function upgraded(
  file: Record<string, unknown>,
  upgrades: Upgrades = UPGRADES,
  version: number = SCHEMA_VERSION,
): Record<string, unknown> {
  const stored = file.schemaVersion;
  if (stored === version) return file;
  const upgrade = typeof stored === 'number' ? upgrades[stored] : undefined;
  if (!upgrade) throw new Error(`The file has schema version ${String(stored)}, which is not known here`);
  return upgraded({ ...upgrade(file), schemaVersion: Number(stored) + 1 }, upgrades, version);
}

const mapping = z.record(z.string(), z.unknown());

function readFile(text: string): Record<string, unknown> {
  const file = mapping.safeParse(readYaml(text));
  if (!file.success) throw new Error('The file is not a list of keys with values');
  return file.data;
}

function parsed<T extends z.ZodType>(schema: T, file: unknown): z.infer<T> {
  const result = schema.safeParse(file);
  if (result.success) return result.data;
  throw new Error(`The file does not fit the schema:\n${z.prettifyError(result.error)}`);
}
