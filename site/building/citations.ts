/**
 * Writes the citations of every case and offering beside its page when the site is built. As routes they would be two thirds
 * of all that Astro renders, with a request, a response and four turns at the disk for each line of text.
 */
import fs from 'node:fs';
import type { AstroIntegration } from 'astro';
import type { PublishedCase, PublishedOffering } from '#schemas/published.ts';
import { citationFile, FILES } from '#site/paths.ts';

export function recordCitationFiles(): AstroIntegration {
  let site = '';
  return {
    name: 'record-citations',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
      },
      'astro:build:done': async ({ dir }) => {
        const { kindOf, recordCitations } = await import('#site/citing/record-citations.ts');
        const read = (file: string) => JSON.parse(fs.readFileSync(new URL(`.${file}`, dir), 'utf8'));
        const { cases }: { cases: PublishedCase[] } = read(FILES.caseStudies);
        const { offerings }: { offerings: PublishedOffering[] } = read(FILES.offerings);
        for (const published of [...cases, ...offerings]) {
          const citations = recordCitations(published, new URL(site));
          for (const format of ['bib', 'json'] as const) {
            const file = citationFile(published.slug, format, kindOf(published));
            fs.writeFileSync(new URL(`.${file}`, dir), citations[format]);
          }
        }
      },
    },
  };
}
