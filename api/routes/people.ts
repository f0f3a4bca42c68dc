/** People of the desk: who they are, how they come, what ties they have. To be mounted at `/api/people`. */
import { Hono } from 'hono';
import { z } from 'zod';
import { changeRoles } from '#api/actions/change-roles.ts';
import { declareTies } from '#api/actions/declare-ties.ts';
import { inviteAgain, invitePerson, mailPasswordLink } from '#api/actions/invite-person.ts';
import { makeFirstEditor } from '#api/actions/make-first-editor.ts';
import { removePerson } from '#api/actions/remove-person.ts';
import { listPeople, listTies, type Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import type { FirstEditorLink } from '#api/first-editor-link.ts';
import { mustEnrol, requirePerson, requireProof, requireSignIn } from '#api/require-person.ts';
import { validate } from '#api/validate.ts';
import { firstEditor, invitation, roles, ties } from '#schemas/people.ts';
import { section } from './describe.ts';
import { ownAccountRoutes } from './own-account.ts';

type Needs = Pick<Deps, 'auth' | 'db' | 'jobs' | 'limits' | 'newId' | 'now' | 'publicUrl'> & {
  firstEditor: FirstEditorLink;
};

const { shows, does } = section('People');
const byId = z.strictObject({ id: z.string().max(64) });
const changedRoles = z.strictObject({ roles }).meta({ id: 'ChangedRoles' });
const askedLink = invitation.pick({ email: true }).meta({ id: 'AskedLink' });
const made = z.strictObject({ id: z.string() });
const listed = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    roles,
    secondFactor: z.boolean(),
    email: z.string().optional().meta({ description: 'Shown to editors and admins' }),
  })
  .meta({ id: 'Person' });
const oneself = listed
  .extend({
    email: z.string(),
    mustEnrol: z.boolean().meta({ description: 'A second factor has to be set up before the desk opens' }),
  })
  .meta({ id: 'Oneself' });

export const peopleRoutes = (deps: Needs) =>
  new Hono()
    .post('/first', shows('Make the first editor', made, 201), validate('json', firstEditor), async (c) => {
      await deps.limits.consume('account', deps.limits.addressOf(c));
      return c.json({ id: await makeFirstEditor(deps, c.req.valid('json')) }, 201);
    })
    .post('/links', does('Mail a link to choose a password', 202), validate('json', askedLink), async (c) => {
      const { email } = c.req.valid('json');
      await deps.limits.consume('links', deps.limits.addressOf(c));
      await deps.limits.consume('letters', email);
      await mailPasswordLink(deps, email);
      return c.body(null, 202);
    })
    .get('/me', shows('Say who is signed in', oneself), requireSignIn(deps), (c) =>
      c.json({ ...c.var.person, mustEnrol: mustEnrol(deps, c.var.person) }),
    )
    .get('/me/ties', shows('List your ties', ties), requirePerson(deps), async (c) => {
      const stored = await listTies(deps.db, c.var.person.id);
      return c.json({
        ties: stored.map(({ tie, organization, domain }) => ({
          tie,
          organization,
          ...(domain && { domain }),
        })),
      });
    })
    .put(
      '/me/ties',
      does('Say what ties you have'),
      requirePerson(deps),
      validate('json', ties),
      async (c) => {
        await declareTies(deps, c.var.person, c.req.valid('json').ties);
        return c.body(null, 204);
      },
    )
    .route('/me', ownAccountRoutes(deps))
    .get('/', shows('List the people of the desk', z.array(listed)), requirePerson(deps), async (c) =>
      c.json((await listPeople(deps.db)).map((person) => shownTo(c.var.person, person))),
    )
    .post(
      '/',
      shows('Invite a person', made, 201),
      requirePerson(deps),
      requireProof(deps, 'invite_person'),
      validate('json', invitation),
      async (c) => c.json({ id: await invitePerson(deps, c.var.person, c.req.valid('json')) }, 201),
    )
    .post(
      '/:id/invitation',
      does('Send an invitation again', 202),
      requirePerson(deps),
      validate('param', byId),
      async (c) => {
        await inviteAgain(deps, c.var.person, c.req.valid('param').id);
        return c.body(null, 202);
      },
    )
    .put(
      '/:id/roles',
      does('Change the roles of a person'),
      requirePerson(deps),
      requireProof(deps, 'change_roles'),
      validate('param', byId),
      validate('json', changedRoles),
      async (c) => {
        await changeRoles(deps, c.var.person, c.req.valid('param').id, c.req.valid('json').roles);
        return c.body(null, 204);
      },
    )
    .delete(
      '/:id',
      does('Let a person leave the desk'),
      requirePerson(deps),
      requireProof(deps, 'remove_person'),
      validate('param', byId),
      async (c) => {
        await removePerson(deps, c.var.person, c.req.valid('param').id);
        return c.body(null, 204);
      },
    );

/** Addresses are for those who invite. */
function shownTo(viewer: Person, { email, ...person }: Person) {
  const invites = viewer.roles.some((role) => role === 'editor' || role === 'admin');
  return invites ? { ...person, email } : person;
}
