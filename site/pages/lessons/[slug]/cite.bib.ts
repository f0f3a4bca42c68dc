/** One case as BibTeX, while writing. */
import { citationRoute } from '#site/citing/case-citation-routes.ts';

export { casesWhileWriting as getStaticPaths } from '#site/citing/case-citation-routes.ts';

export const GET = citationRoute('bib');
