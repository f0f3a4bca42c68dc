/**
 * Published files, written and read: a case with its hash and provenance, or the tombstone of a retired one. Pure.
 * A file is never rewritten: old schema versions are upgraded when read, and verified as they are stored.
 */
import { z } from 'zod';
import { caseStudy } from '#schemas/case-study.ts';
import {
  type PublishedCase,
  publishedCase,
  SCHEMA_VERSION,
  type Tombstone,
  tombstone,
} from '#schemas/published.ts';
import { contentHash } from './canonical.ts';
import { readYaml, renderYaml } from './yaml-text.ts';

/** By schema version: how a file of that version becomes one of the next. Version 1 is the first. */
export type Upgrades = Readonly<Record<number, (file: Record<string, unknown>) => Record<string, unknown>>>;
const UPGRADES: Upgrades = {};

/** Put a record under its address, with the hash that its submitter signs. */
export function sealCase(parts: Omit<PublishedCase, 'schemaVersion' | 'contentHash'>): PublishedCase {
  const { slug, version, provenance } = parts;
  // The hash covers every default, so that it does not depend on who left one out.
  const record = caseStudy.parse(parts.record);
  const hash = contentHash({ schemaVersion: SCHEMA_VERSION, slug, record });
  return { schemaVersion: SCHEMA_VERSION, slug, version, contentHash: hash, record, provenance };
}

/** Write a case as a file, keys in the order of the schema. Throws on a case that could not be read again. */
export const renderCase = (published: PublishedCase): string => renderYaml(publishedCase.parse(published));

/** Read a case, of this or an older schema version. Throws an `Error` that says what to mend. Does not check the hash. */
export const parseCase = (text: string): PublishedCase => parsed(publishedCase, upgraded(readFile(text)));

/** Write what stays at the address of a retired case. */
export const renderTombstone = (stone: Tombstone): string => renderYaml(tombstone.parse(stone));

export const parseTombstone = (text: string): Tombstone => parsed(tombstone, readFile(text));

export type PublishedFile =
  | { kind: 'case'; published: PublishedCase }
  | { kind: 'tombstone'; tombstone: Tombstone };

/** Read a file of the records folder, whichever of the two it is. */
export function parsePublished(text: string): PublishedFile {
  const file = readFile(text);
  if ('retiredOn' in file) return { kind: 'tombstone', tombstone: parsed(tombstone, file) };
  return { kind: 'case', published: parsed(publishedCase, upgraded(file)) };
}

export type Verification = { ok: true; contentHash: string } | { ok: false; message: string };

/** Check that a file says what its `contentHash` covers, as it is stored, whatever its schema version. */
export function verifyCase(text: string): Verification {
  const stored = storedCase.safeParse(readFile(text));
  if (!stored.success) return { ok: false, message: 'The file has no hash, slug, record or schema version.' };
  const hash = contentHash(stored.data);
  return hash === stored.data.contentHash
    ? { ok: true, contentHash: hash }
    : { ok: false, message: `The record was changed: it hashes to ${hash}.` };
}

const storedCase = z.object({
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
