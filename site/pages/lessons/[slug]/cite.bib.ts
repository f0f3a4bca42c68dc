/** One case as BibTeX, while writing. */
import { citationRoute } from '#site/citing/record-citation-routes.ts';

export { casesWhileWriting as getStaticPaths } from '#site/citing/record-citation-routes.ts';

export const GET = citationRoute('bib');
