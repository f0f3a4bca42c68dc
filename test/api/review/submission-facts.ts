/** A submission about which every condition of the workflow holds, and people to act on it. Tests change what they are about. */
import type { Actor, DeskPerson, Facts } from '#api/review/facts.ts';
import type { ActorKind, Role } from '#schemas/workflow.ts';

export const deskPerson = (id: string, ...roles: Role[]): DeskPerson => ({ id, roles, conflicted: false });

export const DESK = [
  deskPerson('ada', 'editor'),
  deskPerson('ben', 'reviewer'),
  deskPerson('cleo', 'reviewer'),
  deskPerson('dov', 'lab'),
];

export const readyFacts = (changes: Partial<Facts> = {}): Facts => ({
  kind: 'offering',
  state: 'in_review',
  live: 'none',
  revision: 3,
  complete: true,
  expanded: true,
  authors: [{ kind: 'submitter' }],
  desk: DESK,
  assigned: ['ben', 'cleo'],
  recommendations: [
    { person: 'ben', revision: 3, verdict: 'publish' },
    { person: 'cleo', revision: 3, verdict: 'publish' },
  ],
  openFindings: 0,
  openRequests: [1, 2],
  proceduresWithoutVerdict: 0,
  shownHash: 'a'.repeat(64),
  lapsedFrom: 'changes_requested',
  labFrom: 'in_review',
  idleDays: 90,
  reminders: 2,
  ...changes,
});

/** A body that meets every demand, whatever the action. */
export const readyInput = {
  revision: 3,
  person: 'ben',
  reviewers: ['ben', 'cleo'],
  verdict: 'publish',
  responsiveness: { product: 'yes', requirement: 'yes', contact: 'yes' },
  slug: 'two-rings',
  contentHash: 'a'.repeat(64),
  answers: [{ number: 1 }, { number: 2 }],
};

export const submitter: Actor = { kind: 'submitter', mailedCode: true };
export const system: Actor = { kind: 'system' };
export const person = (id: string, ...roles: Role[]): Actor => ({
  kind: 'person',
  ...deskPerson(id, ...roles),
});
export const editor = person('ada', 'editor');
export const reviewer = person('ben', 'reviewer');

/** Somebody who acts in this part and no other. */
export function actorOf(kind: ActorKind): Actor {
  if (kind === 'submitter') return submitter;
  if (kind === 'system') return system;
  return person(kind === 'editor' ? 'ada' : 'ben', kind);
}
