/** Everything public may be indexed; pages that should not be say so themselves. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ site, url }) =>
  new Response(
    `User-agent: *\nDisallow: /api/\n\nSitemap: ${new URL('/sitemap-index.xml', site ?? url).href}\n`,
  );
