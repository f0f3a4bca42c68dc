/** The citations of one case as files beside its page, by the ends of their names. */
import type { PublishedCase } from '#schemas/published.ts';
import { lessonPath } from '#site/paths.ts';
import { bibtexOf } from './bibtex.ts';
import { cslOf } from './csl.ts';

/** `site` is the address of the site's root. CSL-JSON is a list of one, as reference managers import it. */
export function caseCitations(published: PublishedCase, site: URL): Record<'bib' | 'json', string> {
  const item = cslOf(published, new URL(lessonPath(published.slug), site).href);
  return { bib: bibtexOf(item), json: JSON.stringify([item]) };
}
