/** Bring somebody to a review, or take somebody off. An editor moves anybody, a reviewer only themselves. */
import { options, Select } from '#site/forms/fields/Select.tsx';
import { TextArea } from '#site/forms/fields/TextArea.tsx';
import { useDesk } from '../context.ts';
import { Audience } from '../forms/Audience.tsx';
import { useOpened } from '../submission/context.ts';
import { ActionForm } from './ActionForm.tsx';
import { labelledPeople } from './labelled-people.ts';

const useIsEditor = () => useDesk().me.roles.includes('editor');

export function Assign() {
  const { me } = useDesk();
  const { available, assigned } = useOpened().submission;
  const isEditor = useIsEditor();
  const isAssigned = (id: string) => assigned.some((one) => one.id === id);
  const others = available.filter(({ id }) => !isAssigned(id));
  if (!isEditor && isAssigned(me.id)) return <p>You are assigned to this. An editor assigns others.</p>;
  if (!isEditor) return <ActionForm action="assign" button="Take this review" also={{ person: me.id }} />;
  if (others.length === 0) return <p>Everybody who is available is assigned.</p>;
  return (
    <ActionForm action="assign" button="Assign">
      <Select name="person" label="Whom?" required empty="Choose a person">
        {options(labelledPeople(others))}
      </Select>
    </ActionForm>
  );
}

export function Unassign() {
  const { me } = useDesk();
  const { assigned } = useOpened().submission;
  const isEditor = useIsEditor();
  const movable = isEditor ? assigned : assigned.filter(({ id }) => id === me.id);
  if (movable.length === 0) return <p>Nobody whom you could take off is assigned.</p>;
  if (!isEditor) return <StepDown person={me.id} />;
  return (
    <ActionForm action="unassign" button="Take them off">
      <Select name="person" label="Whom?" required empty="Choose a person">
        {options(Object.fromEntries(movable.map(({ id, name }) => [id, name])))}
      </Select>
      <Reason hint="Only editors read it. Needed if it is you who steps down." />
    </ActionForm>
  );
}

/** A reviewer declines: the editors look for somebody else. */
const StepDown = ({ person }: { person: string }) => (
  <ActionForm action="unassign" button="Step down from this review" also={{ person }}>
    <p>
      The editors are told, so that they ask somebody else. If you have a conflict of interest, declare that
      instead: nobody asks why.
    </p>
    <Reason hint="Only editors read it." required />
  </ActionForm>
);

const Reason = ({ hint, required }: { hint: string; required?: boolean }) => (
  <Audience reader="desk">
    <TextArea name="reason" label="Why?" hint={hint} required={required} max={2_000} rows={2} />
  </Audience>
);
