/** The description of the API, for programs as OpenAPI 3.1 and for people as a page. */
import type { Hono } from 'hono';
import { generateSpecs, openAPIRouteHandler, resolver } from 'hono-openapi';
import type { Deps } from '#api/deps.ts';
import { docsPage } from '#api/pages/docs-page.tsx';
import { renderInShell } from '#api/pages/shell.tsx';
import { problem } from '#schemas/problem.ts';

const documentation = {
  info: {
    title: 'Patch Commons',
    version: '1',
    description: 'Submit lessons about patch management, follow their review, and work at the desk.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    securitySchemes: {
      code: { type: 'http', scheme: 'bearer', description: 'The secret code of a submission: eight words' },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'better-auth.session_token',
        description: 'A session of the desk',
      },
    },
    responses: {
      Problem: {
        description: 'Refused (RFC 9457)',
        content: { 'application/problem+json': { schema: resolver(problem) } },
      },
    },
  },
} as const;

/** Mount the description of everything that `app` holds so far. */
export function addDocs(app: Hono, { site, publicUrl }: Pick<Deps, 'site' | 'publicUrl'>): void {
  const options = {
    documentation: { ...documentation, servers: [{ url: publicUrl }] },
    defaultValidationErrorResponse: false as const,
    includeEmptyPaths: false,
  };
  app.get('/api/openapi.json', openAPIRouteHandler(app, options));
  app.get('/api/docs', async (c) =>
    c.html(renderInShell(site.shell(), docsPage(await generateSpecs(app, options)))),
  );
}
