/** Findings of the re-identification check, as a person of the desk may see them. */
import type { Finding } from '#api/db/findings.ts';
import type { Person } from '#api/db/people.ts';
import type { DeskSubmission } from '#schemas/desk.ts';

/** These are found by comparing with the contact, so they tell who it is. */
const TELLS_THE_CONTACT = ['own_organization', 'own_domain', 'contact_name'];

/** Contacts are read by editors only, and so is what follows from them. */
export const mayReadFinding = ({ roles }: Pick<Person, 'roles'>, { kind }: Pick<Finding, 'kind'>): boolean =>
  roles.includes('editor') || !TELLS_THE_CONTACT.includes(kind);

export const findingsFor = (person: Person, findings: readonly Finding[]): DeskSubmission['findings'] =>
  findings
    .filter((finding) => mayReadFinding(person, finding))
    .map(({ kept, ...finding }) => ({ ...finding, ...(kept && { kept }) }));
