/** One offering as CSL-JSON, while writing. */
import { citationRoute } from '#site/citing/record-citation-routes.ts';

export { offeringsWhileWriting as getStaticPaths } from '#site/citing/record-citation-routes.ts';

export const GET = citationRoute('json');
