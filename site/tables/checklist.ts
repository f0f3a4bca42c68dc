/** A process as a checklist to work by and to keep: one box for each step. */
import type { Process, Step } from '#schemas/process.ts';
import { longDate } from '#site/dates.ts';
import { several, type Table, tableOf } from './table.ts';

/** One row for each step, with columns left empty for those who do it. */
export const checklistTable = (process: Process): Table =>
  tableOf(
    ['number', 'step', 'who', 'target', 'done_when', 'keep', 'done_on', 'done_by', 'note'],
    process.steps.map((step, index) => ({
      number: index + 1,
      step: step.name,
      who: actorOf(process, step),
      target: targetOf(step),
      done_when: step.doneWhen,
      keep: several(step.evidence),
      done_on: undefined,
      done_by: undefined,
      note: undefined,
    })),
  );

/** As Markdown with task lists. `address` is the full address of the process. */
export const checklistMarkdown = (process: Process, address: string): string =>
  [
    `# ${plain(process.title)}: checklist`,
    `Version ${process.version}, last reviewed ${longDate(process.reviewedOn)}. Patch Commons, CC BY 4.0. <${address}>`,
    'For: ______________________ Opened on: ______________ Led by: ______________________',
    ...process.steps.map((step) => stepItem(process, step)),
  ]
    .join('\n\n')
    .concat('\n');

function stepItem(process: Process, step: Step): string {
  const target = targetOf(step);
  return [
    `- [ ] **${plain(step.name)}** (${plain(actorOf(process, step))})`,
    ...(target ? [`  - Target: ${plain(target)}`] : []),
    `  - Done when: ${plain(step.doneWhen)}`,
    ...step.evidence.map((item) => `  - [ ] Keep: ${plain(item)}`),
  ].join('\n');
}

const actorOf = ({ roles }: Process, { actor }: Step) => roles.find(({ id }) => id === actor)?.name ?? actor;

/** A target that no document sets must not look as if one did. */
function targetOf({ target }: Step): string | undefined {
  if (!target) return undefined;
  return target.basis === 'patch_commons' ? `${target.within} (proposed by Patch Commons)` : target.within;
}

/** Text whose marks Markdown would take for its own. */
const plain = (text: string) => text.replace(/[\\`*_[\]<>#]/g, '\\$&');
