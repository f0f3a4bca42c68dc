/** The app as a function of its dependencies: the API, the pages it prints, and the built site under everything else. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { csrf } from 'hono/csrf';
import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Deps } from './deps.ts';
import { AppError, asRefusal, notFound, problemResponse, toProblem } from './errors.ts';
import type { FirstEditorLink } from './first-editor-link.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { serveSite } from './publishing/serve-site.ts';
import { inSandbox } from './routes/answer-file.ts';
import { attestationRoutes } from './routes/attestations.ts';
import { blockRoutes } from './routes/blocks.ts';
import { commentRoutes, deskCommentRoutes } from './routes/comments.ts';
import { deskRoutes } from './routes/desk.ts';
import { deskEvidenceRoutes } from './routes/desk-evidence.ts';
import { addDocs } from './routes/docs.ts';
import { draftPageRoutes, draftStepRoutes } from './routes/draft-pages.ts';
import { draftRoutes } from './routes/drafts.ts';
import { answerEvidence, evidenceRoutes, isDeskUpload, isEvidence, isUpload } from './routes/evidence.ts';
import { insightRoutes } from './routes/insight.ts';
import { deskLabRoutes, labStatementRoutes } from './routes/lab-runs.ts';
import { openRoutes } from './routes/open.ts';
import { ownCommentPageRoutes, ownCommentRoutes } from './routes/own-comment.ts';
import { answerForm, pageRoutes, redraw } from './routes/pages.ts';
import { pendingRoutes, preparingRoutes } from './routes/pending.ts';
import { peopleRoutes } from './routes/people.ts';
import { publishingRoutes } from './routes/publishing.ts';
import { queueRoutes } from './routes/queue.ts';
import { recordingRoutes } from './routes/recordings.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { submissionRoutes } from './routes/submissions.ts';
import { systemRoutes } from './routes/system.ts';
import { isForm } from './validate.ts';

/** The longest body that any form here can have, in bytes. */
const MAX_BODY = 512 * 1024;

export type AppOptions = {
  firstEditor: FirstEditorLink;
  metrics?: Metrics;
  metricsToken?: string | undefined;
};

export function createApp(deps: Deps, { firstEditor, metrics = createMetrics(), metricsToken }: AppOptions) {
  const app = new Hono()
    .onError((error, c) => refuse(c, deps, error))
    .use(metrics.observe)
    .use('/api/desk/submissions/:id/evidence/*', inSandbox)
    .use('/api/submissions/:id/evidence/*', inSandbox)
    .use(
      secureHeaders({
        // Not no-referrer: with it, forms without scripts post `Origin: null`.
        referrerPolicy: 'same-origin',
        xFrameOptions: 'DENY',
        // A page's own policy stands in its head, where this directive does not count.
        contentSecurityPolicy: { frameAncestors: ["'none'"] },
        strictTransportSecurity: deps.publicUrl.startsWith('https:') && 'max-age=31536000; includeSubDomains',
      }),
    )
    .use('/api/*', notStored)
    .use('/api/*', shortBody, sameSite(deps))
    // Before the next one, which reads every form whole.
    .route('/api/submissions', evidenceRoutes(deps))
    .use('/api/submissions/*', redraw(deps))
    .route('/api/submissions', submissionRoutes(deps))
    .route('/api/submissions', labStatementRoutes(deps))
    .route('/api/drafts', draftRoutes(deps))
    .route('/api/drafts', draftStepRoutes(deps))
    .route('/api', openRoutes(deps))
    .route('/api/desk/submissions', deskEvidenceRoutes(deps))
    .route('/api/desk/submissions', deskLabRoutes(deps))
    // Before the next one, which takes “next” for an id.
    .route('/api/desk', queueRoutes(deps))
    .route('/api/desk', insightRoutes(deps))
    .route('/api/desk/submissions', preparingRoutes(deps))
    .route('/api/desk/submissions', deskRoutes(deps))
    .route('/api/desk/pending', pendingRoutes(deps))
    .route('/api/desk/attestations', attestationRoutes(deps))
    .route('/api/desk/recordings', recordingRoutes(deps))
    .route('/api/desk/publishing', publishingRoutes(deps))
    .route('/api/desk/blocks', blockRoutes(deps))
    .route('/api/comments', commentRoutes(deps))
    .route('/api/comments', ownCommentRoutes(deps))
    .route('/api/desk/comments', deskCommentRoutes(deps))
    .route('/api/people', peopleRoutes({ ...deps, firstEditor }))
    .route('/api/auth', signInRoutes(deps))
    .route('/api', systemRoutes({ ...deps, metrics, metricsToken }));
  addDocs(app, deps);
  app
    .all('/api/*', () => {
      throw notFound();
    })
    .route('/', draftPageRoutes(deps))
    .route('/', pageRoutes(deps))
    .route('/', ownCommentPageRoutes(deps))
    .get('*', serveSite(deps.site))
    .notFound((c) => refuse(c, deps, onlyRead()));
  return app;
}
export type App = ReturnType<typeof createApp>;

/** Answers that are the same for everybody. */
const PUBLIC = ['/api/openapi.json', '/api/receipt-key'];

/** What the API answers is for whoever asked, refusals too. */
const notStored = createMiddleware(async (c, next) => {
  await next();
  if (!PUBLIC.includes(c.req.path)) c.header('Cache-Control', 'no-store');
});

/** Evidence is the one thing that may be long: its route counts it, and keeps it out of memory. */
const limitBody = bodyLimit({ maxSize: MAX_BODY, onError: () => tooLarge() });
const shortBody = createMiddleware(async (c, next) => (isUpload(c) ? next() : limitBody(c, next)));

/** Another site's form would come with this browser's cookies. Codes sent as Bearer are not sent by browsers by themselves. */
function sameSite({ publicUrl }: Deps) {
  const guard = csrf({ origin: new URL(publicUrl).origin });
  return createMiddleware(async (c, next) => {
    if (!/^Bearer /i.test(c.req.header('authorization') ?? '')) await guard(c, passed).catch(fromElsewhere);
    await next();
  });
}
const passed = async () => {};
const fromElsewhere = () => {
  throw new AppError('forbidden', 'Send JSON as application/json, or post from this site’s own page.');
};

const onlyRead = () =>
  new AppError('not_allowed', 'This address can only be read.', { headers: { Allow: 'GET, HEAD' } });

const tooLarge = () => {
  throw new AppError('too_large', `Send less than ${MAX_BODY / 1024} kB.`);
};

/** Who prints the page that a browser expects, by its form or its wish; nobody where a program asks. */
function printerFor(c: Context): typeof answerForm | undefined {
  const wantsPage = /\btext\/html\b/.test(c.req.header('accept') ?? '');
  // Programs send files as forms, too.
  if (isDeskUpload(c)) return undefined;
  if (isEvidence(c)) return wantsPage ? answerEvidence : undefined;
  return isForm(c) || (wantsPage && !c.req.path.startsWith('/api/')) ? answerForm : undefined;
}

/** A refusal becomes a problem document, or a page where one is expected; a bug is logged and answered without detail. */
async function refuse(c: Context, deps: Deps, error: Error): Promise<Response> {
  const refusal = asRefusal(error);
  if (!refusal)
    deps.log.error({ err: error, route: c.req.path.replace(/[0-9a-f-]{36}/g, ':id') }, 'A request failed');
  const answerPage = printerFor(c);
  if (answerPage && deps.site.current() !== undefined) return answerPage(c, deps, refusal);
  return problemResponse(toProblem(refusal), refusal?.headers);
}
