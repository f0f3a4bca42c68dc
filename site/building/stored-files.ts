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

/** `recordsDir`: what came through review, from the root of the project. What editors compiled is in `content/`. */
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
        const homes = [path.resolve(root, recordsDir), path.join(root, 'content')];
        for (const one of (JSON.parse(provenance) as BuildProvenance).records)
          copyUnchanged(homes, fileURLToPath(new URL(`.${storedFile(one.file)}`, dir)), one);
      },
    },
  };
}

/** No file is in both: addresses are unique. */
function copyUnchanged(homes: readonly string[], to: string, { file, sha256 }: Fingerprint): void {
  const from = homes.map((home) => path.join(home, file)).find(fs.existsSync);
  const bytes = from && fs.readFileSync(from);
  if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw new Error(`${file} was changed while the site was built. Build it again.`);
  fs.mkdirSync(path.dirname(to), { recursive: true });
  fs.writeFileSync(to, bytes);
}
