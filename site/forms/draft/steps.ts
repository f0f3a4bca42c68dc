/** The steps of a form: one page each. A step owns the fields named here and no other, so that two can be written at once. */
import type { FormName } from '#schemas/draft.ts';
import type { Issue } from '#schemas/problem.ts';
import { filledIn } from '../check.ts';
import { type FormValues, nameOfPath, valueAt, withValueAt } from '../names.ts';

export type FormStep = {
  /** The last part of its address. */
  id: string;
  title: string;
  /** Fields, and groups of fields, by the path into the body. */
  names: readonly string[];
};

const CHECK: FormStep = { id: 'check', title: 'Check and send', names: ['contact', 'consent'] };

const STEPS = {
  full: [
    {
      id: 'what-happened',
      title: 'What happened',
      names: [
        'content.title',
        'content.summary',
        'content.outcome',
        'content.period',
        'content.situation',
        'content.actions',
        'content.result',
      ],
    },
    { id: 'timeline', title: 'Timeline', names: ['content.timeline'] },
    { id: 'lessons', title: 'Lessons', names: ['content.lessons'] },
    {
      id: 'evidence',
      title: 'Evidence',
      names: [
        'content.vulnerabilities',
        'content.technologies',
        'content.postPatchActions',
        'content.measures',
        'content.sources',
      ],
    },
    {
      id: 'how-you-appear',
      title: 'How you appear',
      names: ['content.organization', 'content.release'],
    },
    CHECK,
  ],
  short: [
    {
      id: 'two-minutes',
      title: 'Your lesson',
      names: ['content.happened', 'content.differently', 'content.sector'],
    },
    CHECK,
  ],
} as const satisfies Record<FormName, readonly FormStep[]>;

export const stepsOf = (form: FormName): readonly FormStep[] => STEPS[form];

export const findStep = (form: FormName, id: string): FormStep | undefined =>
  stepsOf(form).find((step) => step.id === id);

/** The step after this one, or the last one itself. */
export function nextStep(form: FormName, step: FormStep): FormStep {
  const steps = stepsOf(form);
  return steps[steps.indexOf(step) + 1] ?? step;
}

/** The step before this one, or the first one itself. */
export function stepBefore(form: FormName, step: FormStep): FormStep {
  const steps = stepsOf(form);
  return steps[steps.indexOf(step) - 1] ?? step;
}

/** What the fields of one step hold, without what was left empty. */
export const partOf = (values: FormValues, { names }: FormStep): FormValues =>
  filledIn(names.reduce<FormValues>((part, name) => withValueAt(part, name, valueAt(values, name)), {}));

/** `values` with the fields of one step as in `typed`, and everything else as it was. */
export const withPart = (values: FormValues, { names }: FormStep, typed: FormValues): FormValues =>
  filledIn(names.reduce((whole, name) => withValueAt(whole, name, valueAt(typed, name)), values));

/** A draft without what colleagues said of it: what is sent, once it is complete. */
export const toSend = ({ notes: _, ...values }: FormValues): FormValues => values;

/** The step that asks for the field of an issue. */
export const stepOfIssue = (form: FormName, { path }: Issue): FormStep | undefined =>
  stepsOf(form).find((step) => isAskedIn(step, path));

/** Whether a step asks for the field at `path`, or for what the field is a part of. */
export function isAskedIn({ names }: FormStep, path: string): boolean {
  const field = nameOfPath(path);
  return names.some((name) => field === name || field.startsWith(`${name}.`) || field.startsWith(`${name}[`));
}

/** What was typed and cannot be taken as it is. What is still missing is told at the end, not while one writes. */
export const typedWrong = (issues: readonly Issue[], values: FormValues, step: FormStep): Issue[] =>
  issues.filter(({ path }) => {
    const field = nameOfPath(path);
    const asked = step.names.some((name) => field.startsWith(name));
    return asked && isFilled(valueAt(values, field));
  });

const isFilled = (value: unknown) =>
  typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) && value.length > 0;
