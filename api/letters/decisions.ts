/** The letter that goes with a decision of the desk, from what is sent with it. Pure. */
import type { DeskInput, Lettered } from '#schemas/decisions.ts';
import { compose, type Letter } from './wording.ts';

/** What is sent with a decision, as far as its letter tells of it. */
type Said<Name extends Lettered> = Omit<DeskInput<Name>, 'revision'>;

/** `firstNumber`: the number that the first of new requests gets. */
type About = { reference: string; firstNumber?: number | undefined };

const WRITE: { [Name in Lettered]: (said: Said<Name>, about: About) => Letter } = {
  approve: (_, { reference }) => compose('text_to_approve', reference, {}),
  decline: (said, { reference }) => compose('declined', reference, said),
  return: (said, { reference }) => compose('returned', reference, said),
  request_changes: ({ requests }, { reference, firstNumber = 1 }) =>
    compose('changes_requested', reference, {
      requests: requests.map((request, index) => ({ number: firstNumber + index, request })),
    }),
  correct: (said, { reference }) => compose('correction_opened', reference, said),
  retire: (said, { reference }) => compose('retired', reference, said),
};

/** As it is worded, or with the matter as it was edited; subject and body, which holds the link, are never edited. */
export function decisionLetter<Name extends Lettered>(
  action: Name,
  said: { [One in Name]: Said<One> }[Name],
  about: About,
): Letter {
  const worded = WRITE[action](said, about);
  return said.matter === undefined ? worded : { ...worded, matter: said.matter };
}
