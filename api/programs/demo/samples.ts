/** The invented lessons of the demonstration, one file each in `lessons/`. The name of a file becomes its address. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { CONSENT_VERSION, type Submission, submission } from '#schemas/submission.ts';

const FOLDER = fileURLToPath(new URL('./lessons', import.meta.url));
const ENDING = '.yaml';

/** `slug`: the address that it gets if it is published. `sent`: the body of `POST /api/submissions`. */
export type Sample = { slug: string; sent: Submission };

/** Read every sample, by its slug, as strictly as if it had been sent. Throws on one that would be refused. */
export function readSamples(): ReadonlyMap<string, Sample> {
  const files = fs.readdirSync(FOLDER).filter((name) => name.endsWith(ENDING));
  return new Map(files.map((file) => path.basename(file, ENDING)).map((slug) => [slug, read(slug)]));
}

function read(slug: string): Sample {
  const written = parse(fs.readFileSync(path.join(FOLDER, slug + ENDING), 'utf8'));
  const consent = { publish: true, authority: true, textVersion: CONSENT_VERSION };
  return { slug, sent: submission.parse({ kind: 'lesson', consent, ...written }) };
}
