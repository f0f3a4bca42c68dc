/**
 * `npm run guide:pdf`: prints the volumes of the guide where the next build of the site finds them. Publishing never waits
 * for it: a volume page links its PDF once there is one of its version.
 */
import path from 'node:path';
import { readConfig } from '#api/config.ts';
import { makeGuidePdfs } from './guide-pdf/make.ts';

const { DATA_DIR, RECORDS_DIR, PUBLIC_URL } = readConfig(process.env);
const files = await makeGuidePdfs({
  target: path.join(DATA_DIR, 'site', 'guide'),
  recordsDir: RECORDS_DIR ?? path.join(DATA_DIR, 'records'),
  publicUrl: PUBLIC_URL,
});
process.stdout.write(`${files.join('\n')}\nThe volume pages link them from the next build of the site on.\n`);
