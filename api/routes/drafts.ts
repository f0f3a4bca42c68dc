/** Drafts: begin one, read it, save over a version of it, send it, throw it away. Everything but the first is behind its code. */
import { type Context, Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { z } from 'zod';
import { beginDraft } from '#api/actions/begin-draft.ts';
import { discardDraft } from '#api/actions/discard-draft.ts';
import { openSubmitted } from '#api/actions/open-code.ts';
import { saveDraft } from '#api/actions/save-draft.ts';
import { sendDraft } from '#api/actions/send-draft.ts';
import { showDraft } from '#api/actions/show-draft.ts';
import { packOf, takePack } from '#api/actions/take-pack.ts';
import type { Deps } from '#api/deps.ts';
import { AppError, notFound } from '#api/errors.ts';
import { printPack } from '#api/pages/clearance-pack.tsx';
import { type Opened, renewOpening, requireOpened, setOpening } from '#api/require-opened.ts';
import { setSecret } from '#api/secret-cookies.ts';
import { fileOrBody, isForm, validate, validateBody } from '#api/validate.ts';
import { clearancePack, draft, draftBegun, draftSaved, draftSent, draftValues } from '#schemas/draft.ts';
import { PATHS } from '#site/paths.ts';
import { asForm, byId, section } from './describe.ts';
import { RECEIPT_SECONDS } from './submissions.ts';

const { shows, does } = section('Drafts');
/** The version that a save replaces, as `ETag` gave it. */
const ifMatch = z.string().regex(/^"\d{1,9}"$/);

export function draftRoutes(deps: Deps) {
  const ofOpened = [validate('param', byId), requireOpened(deps)] as const;
  return new Hono<Opened>()
    .post(
      '/',
      shows('Begin a draft', draftBegun, 201, asForm(draftValues)),
      validateBody(draftValues),
      async (c) => {
        await deps.limits.consume('drafts', deps.limits.addressOf(c));
        const begun = await beginDraft(deps, c.req.valid('json'));
        if (!isForm(c)) return c.json(begun, 201, { ETag: tagOf(begun) });
        setOpening(c, deps, await openSubmitted(deps, begun.id));
        setSecret(c, deps, 'code', begun.token, RECEIPT_SECONDS);
        return c.redirect(PATHS.draft, 303);
      },
    )
    .get('/:id', shows('Read a draft', draft), ...ofOpened, async (c) => {
      const found = await showDraft(deps, ownId(c));
      return c.json(found, 200, { ETag: tagOf(found) });
    })
    .put(
      '/:id',
      shows('Save a draft over the version that `If-Match` names', draftSaved, 200, {
        description: '412 answers with both versions when somebody saved another one in the meantime.',
      }),
      ...ofOpened,
      validate('json', draftValues),
      async (c) => {
        const saved = await saveDraft(deps, ownId(c), versionOf(c), c.req.valid('json'));
        await renewOpening(c, deps);
        return c.json(saved, 200, { ETag: tagOf(saved) });
      },
    )
    .delete('/:id', does('Erase a draft'), ...ofOpened, async (c) => {
      await discardDraft(deps, ownId(c));
      return c.body(null, 204);
    })
    .get('/:id/pack.json', shows('The clearance pack, as JSON', clearancePack), ...ofOpened, async (c) => {
      const pack = packOf(await showDraft(deps, ownId(c)));
      return c.json(pack, 200, asFile(`${pack.reference}-clearance.json`));
    })
    .get('/:id/pack.html', describeRoute({ hide: true }), ...ofOpened, async (c) => {
      const pack = packOf(await showDraft(deps, ownId(c)));
      return c.html(printPack(pack, deps.steps), 200, asFile(`${pack.reference}-clearance.html`));
    })
    .post(
      '/:id/pack',
      describeRoute({
        summary: 'Go on from a clearance pack',
        description: 'The JSON of a pack as the body, or as the file `pack` of a form.',
        tags: ['Drafts'],
        responses: { 200: { description: 'Taken' } },
      }),
      ...ofOpened,
      async (c) => {
        const taken = await takePack(deps, ownId(c), await fileOrBody(c, 'pack'));
        if (!isForm(c)) return c.json(taken);
        return c.redirect(`${PATHS.draft}?pack=${taken.textKept ? 'comments' : 'all'}`, 303);
      },
    )
    .post('/:id/discard', describeRoute({ hide: true }), ...ofOpened, async (c) => {
      await discardDraft(deps, ownId(c));
      return c.redirect(PATHS.submitLesson, 303);
    })
    .post('/:id/send', shows('Send a draft', draftSent, 201), ...ofOpened, async (c) => {
      await deps.limits.consume('submit', deps.limits.addressOf(c));
      return c.json(await sendDraft(deps, ownId(c)), 201);
    });
}

const asFile = (name: string) => ({ 'Content-Disposition': `attachment; filename="${name}"` });

const tagOf = ({ version }: { version: number }) => `"${version}"`;

/** A code opens one draft; any other is answered like none. */
function ownId(c: Context<Opened>): string {
  const id = c.req.param('id');
  if (id !== c.var.submitter.submissionId) throw notFound();
  return id;
}

function versionOf(c: Context): number {
  const tag = ifMatch.safeParse(c.req.header('if-match'));
  if (!tag.success)
    throw new AppError('unconditional', 'Send If-Match with the ETag of the version that you changed.');
  return Number(tag.data.slice(1, -1));
}
