/** The citations of one case or offering as files beside its page, by the ends of their names. */
import { isPublishedOffering, type Published } from '#schemas/published.ts';
import type { SubmissionKind } from '#schemas/vocabulary.ts';
import { recordPagePath } from '#site/paths.ts';
import { bibtexOf } from './bibtex.ts';
import { cslOf } from './csl.ts';

/** What was sent that became this record. */
export const kindOf = (published: Published): SubmissionKind =>
  isPublishedOffering(published) ? 'offering' : 'lesson';

/** `site` is the address of the site's root. CSL-JSON is a list of one, as reference managers import it. */
export function recordCitations(published: Published, site: URL): Record<'bib' | 'json', string> {
  const address = new URL(recordPagePath(kindOf(published), published.slug), site).href;
  const item = cslOf(published, address);
  return { bib: bibtexOf(item), json: JSON.stringify([item]) };
}
