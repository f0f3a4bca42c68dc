/** What submitters do: send, look, act, and ask for a fresh link. JSON for programs, forms for browsers without scripts. */
import { Hono } from 'hono';
import type { z } from 'zod';
import type { Party } from '#api/actions/act.ts';
import { confirm } from '#api/actions/confirm.ts';
import { correct } from '#api/actions/correct.ts';
import { dispute } from '#api/actions/dispute.ts';
import { eraseContact } from '#api/actions/erase-contact.ts';
import { openSubmitted } from '#api/actions/open-code.ts';
import { reopen } from '#api/actions/reopen.ts';
import { resubmit } from '#api/actions/resubmit.ts';
import { resume } from '#api/actions/resume.ts';
import { retire } from '#api/actions/retire.ts';
import { showStatus } from '#api/actions/show-status.ts';
import { sign } from '#api/actions/sign.ts';
import { submit } from '#api/actions/submit.ts';
import { withdraw } from '#api/actions/withdraw.ts';
import type { SubmissionRow } from '#api/db/submissions.ts';
import type { Deps } from '#api/deps.ts';
import { type Opened, requireOpened, setOpening } from '#api/require-opened.ts';
import { mailboxKey } from '#api/review/conflicts.ts';
import { setSecret } from '#api/secret-cookies.ts';
import { isForm, validate, validateBody } from '#api/validate.ts';
import { type SubmitterAction, type SubmitterInput, submitterActions } from '#schemas/decisions.ts';
import { moved } from '#schemas/desk.ts';
import { status } from '#schemas/status.ts';
import { submission, submitted } from '#schemas/submission.ts';
import { PATHS } from '#site/paths.ts';
import { asForm, byId, onToAPage, section } from './describe.ts';

/** The receipt page can be read for this long after sending. */
export const RECEIPT_SECONDS = 600;

const { shows, does } = section('Submissions');

type Decisions = {
  [Name in SubmitterAction]: (
    deps: Deps,
    party: Party,
    id: string,
    input: SubmitterInput<Name>,
  ) => Promise<SubmissionRow>;
};
const DECISIONS: Decisions = { confirm, resubmit, sign, dispute, correct, reopen, withdraw, resume, retire };

export function submissionRoutes(deps: Deps) {
  const submissions = new Hono<Opened>()
    .post(
      '/',
      shows('Send a submission', submitted, 201, asForm(submission)),
      validateBody(submission),
      async (c) => {
        const body = c.req.valid('json');
        await deps.limits.consume('submit', deps.limits.addressOf(c));
        await deps.limits.consume('confirm', mailboxKey(body.contact.email));
        const sent = await submit(deps, body);
        if (!isForm(c)) return c.json(sent, 201, { 'Cache-Control': 'no-store' });
        setOpening(c, deps, await openSubmitted(deps, sent.id));
        setSecret(c, deps, 'nonce', sent.nonce, RECEIPT_SECONDS);
        return c.redirect(PATHS.sent, 303);
      },
    )
    .get(
      '/:id',
      shows('Say where a submission stands', status),
      validate('param', byId),
      requireOpened(deps),
      async (c) => c.json(await showStatus(deps, c.var.submitter, c.req.valid('param').id)),
    )
    .post(
      '/:id/erase_contact',
      does('Have the contact erased', 204, { responses: onToAPage }),
      validate('param', byId),
      requireOpened(deps),
      async (c) => {
        await eraseContact(deps, c.var.submitter, c.req.valid('param').id);
        return isForm(c) ? c.redirect(PATHS.status, 303) : c.body(null, 204);
      },
    );
  for (const name of Object.keys(DECISIONS) as SubmitterAction[]) addDecision(submissions, deps, name);
  return submissions;
}

/** One address an action. The body was checked by the action's own schema, which is what its function takes. */
function addDecision<Name extends SubmitterAction>(submissions: Hono<Opened>, deps: Deps, name: Name): void {
  const schema: z.ZodType = submitterActions[name];
  submissions.post(
    `/:id/${name}`,
    shows(`Action “${name}” of the workflow`, moved, 200, { responses: onToAPage }),
    validate('param', byId),
    requireOpened(deps),
    validateBody(schema),
    async (c) => {
      const input = c.req.valid('json') as SubmitterInput<Name>;
      const { id, state, revision, live } = await DECISIONS[name](
        deps,
        c.var.submitter,
        c.req.valid('param').id,
        input,
      );
      return isForm(c) ? c.redirect(PATHS.status, 303) : c.json({ id, state, revision, live });
    },
  );
}
