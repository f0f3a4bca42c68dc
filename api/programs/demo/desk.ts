/** The invented people of the desk: they come as real ones do, by the first editor's link and by invitations. */
import { changeRoles } from '#api/actions/change-roles.ts';
import { declareTies } from '#api/actions/declare-ties.ts';
import { invitePerson } from '#api/actions/invite-person.ts';
import { makeFirstEditor } from '#api/actions/make-first-editor.ts';
import { findPerson, type Person } from '#api/db/people.ts';
import type { Deps } from '#api/deps.ts';
import { openFirstEditorLink } from '#api/first-editor-link.ts';
import type { Role } from '#schemas/workflow.ts';
import { clockFrom, type Post } from './past.ts';

type Member = { name: string; email: string; roles: Role[] };

/** `edda` comes first and brings the others, so she is an admin until there is one. */
const MEMBERS = {
  edda: { name: 'Edda Thorne', email: 'edda@desk.example', roles: ['editor'] },
  erin: { name: 'Erin Mbeki', email: 'erin@desk.example', roles: ['editor', 'reviewer'] },
  rita: { name: 'Rita Solano', email: 'rita@desk.example', roles: ['reviewer'] },
  rolf: { name: 'Rolf Aaltonen', email: 'rolf@desk.example', roles: ['reviewer'] },
  rosa: { name: 'Rosa Quist', email: 'rosa@desk.example', roles: ['reviewer'] },
  lars: { name: 'Lars Benning', email: 'lars@desk.example', roles: ['lab'] },
  ada: { name: 'Ada Moreau', email: 'ada@desk.example', roles: ['admin'] },
} as const satisfies Record<string, Omit<Member, 'roles'> & { roles: readonly Role[] }>;
type MemberName = keyof typeof MEMBERS;

export type Desk = Record<MemberName, Person>;

/** Bring everybody to the desk, with `password`, `daysAgo`. */
export async function gatherDesk(post: Post, password: string, daysAgo: number): Promise<Desk> {
  const deps = { ...post.deps, now: clockFrom(daysAgo).now };
  const first = await comeFirst(deps, password);
  const names = Object.keys(MEMBERS).filter((name) => name !== 'edda') as Exclude<MemberName, 'edda'>[];
  const ids = new Map<MemberName, string>([['edda', first.id]]);
  for (const name of names) {
    const { email, roles, ...member } = MEMBERS[name];
    ids.set(name, await invitePerson(deps, first, { ...member, email, roles: [...roles] }));
    await post.deliver(deps);
    await choosePassword(deps, post.linkTo(email), password);
  }

  const people = await Promise.all([...ids].map(async ([name, id]) => [name, await find(deps, id)] as const));
  const desk = Object.fromEntries(people) as Desk;
  await changeRoles(deps, desk.ada, first.id, [...MEMBERS.edda.roles]);
  // A conflict to look at: what comes from her sister's employer is hidden from this editor.
  await declareTies(deps, desk.erin, [
    { tie: 'customer', organization: 'Fjordwater', domain: 'fjordwater.example' },
  ]);
  return { ...desk, edda: await find(deps, first.id) };
}

async function comeFirst(deps: Deps, password: string): Promise<Person> {
  const firstEditor = await openFirstEditorLink(deps.db, deps.publicUrl);
  const { name, email } = MEMBERS.edda;
  const token = tokenOf(firstEditor.address);
  return find(deps, await makeFirstEditor({ ...deps, firstEditor }, { token, name, email, password }));
}

async function choosePassword(deps: Deps, link: string | undefined, newPassword: string): Promise<void> {
  await deps.auth.api.resetPassword({ body: { token: tokenOf(link), newPassword } });
}

const tokenOf = (link: string | undefined) => new URL(link ?? '').hash.slice(1);

async function find(deps: Deps, id: string): Promise<Person> {
  const person = await findPerson(deps.db, id);
  if (!person) throw new Error(`Nobody at the desk has the id ${id}`);
  return person;
}
