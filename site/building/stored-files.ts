/**
 * Puts every file of the records beside the pages when the site is built, byte for byte, so that anybody can check it against
 * `provenance.json`. As routes they would cost more than the pages they belong to.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { BuildProvenance, Fingerprint } from '#schemas/build-provenance.ts';
import { FILES, storedFile } from '#site/paths.ts';

/** `recordsDir`: what came through review, from the root of the project. Editors’ cases are in `content/`. */
export function storedFiles(recordsDir: string): AstroIntegration {
  let root = '';
  return {
    name: 'stored-files',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': ({ dir }) => {
        const provenance = fs.readFileSync(new URL(`.${FILES.provenance}`, dir), 'utf8');
        for (const one of (JSON.parse(provenance) as BuildProvenance).records) {
          const home = isCompiled(one) ? path.join(root, 'content') : path.resolve(root, recordsDir);
          copyUnchanged(
            path.join(home, one.file),
            fileURLToPath(new URL(`.${storedFile(one.file)}`, dir)),
            one,
          );
        }
      },
    },
  };
}

const isCompiled = (one: Fingerprint) => one.kind !== 'tombstone' && one.chain === null;

function copyUnchanged(from: string, to: string, { sha256 }: Pick<Fingerprint, 'sha256'>): void {
  const bytes = fs.readFileSync(from);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`${from} was changed while the site was built. Build it again.`);
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, bytes);
}
