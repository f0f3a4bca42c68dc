/**
 * `npm run content:seal`: brings the editors' cases in `content/case-studies` into their published form: checked, with
 * keys in order and the hash of what they say. To be run after each edit; a test tells when it was not.
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { contentHash } from '#api/publishing/canonical.ts';
import { renderPublished } from '#api/publishing/record.ts';
import { publishedCase } from '#schemas/published.ts';

const folder = fileURLToPath(new URL('../../content/case-studies/', import.meta.url));

for (const name of fs.readdirSync(folder).filter((file) => file.endsWith('.yaml'))) {
  const file = path.join(folder, name);
  const text = fs.readFileSync(file, 'utf8');
  const written = publishedCase.safeParse(parse(text));
  if (!written.success) {
    const issues = written.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
    process.stderr.write(`${name} cannot be sealed:\n${issues.join('\n')}\n`);
    process.exitCode = 1;
    continue;
  }
  const sealed = renderPublished({ ...written.data, contentHash: contentHash(written.data) });
  if (sealed !== text) {
    fs.writeFileSync(file, sealed);
    process.stdout.write(`Sealed ${name}\n`);
  }
}
