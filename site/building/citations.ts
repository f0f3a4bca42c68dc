/**
 * Writes the citations of every case beside its page when the site is built. As routes they would be two thirds of all that
 * Astro renders, with a request, a response and four turns at the disk for each line of text.
 */
import fs from 'node:fs';
import type { AstroIntegration } from 'astro';
import type { PublishedCase } from '#schemas/published.ts';
import { citationFile, FILES } from '#site/paths.ts';

export function caseCitationFiles(): AstroIntegration {
  let site = '';
  return {
    name: 'case-citations',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = config.site ?? '';
      },
      'astro:build:done': async ({ dir }) => {
        const { caseCitations } = await import('#site/citing/case-citations.ts');
        const { cases } = JSON.parse(fs.readFileSync(new URL(`.${FILES.caseStudies}`, dir), 'utf8')) as {
          cases: PublishedCase[];
        };
        for (const published of cases) {
          const citations = caseCitations(published, new URL(site));
          for (const format of ['bib', 'json'] as const)
            fs.writeFileSync(new URL(`.${citationFile(published.slug, format)}`, dir), citations[format]);
        }
      },
    },
  };
}
