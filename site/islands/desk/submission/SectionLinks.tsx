/** The parts of a submission. Each has an address of its own, so that one can send a colleague there. */

import { Fold } from '../Fold.tsx';
import { type Section, submissionHash } from '../routes.ts';
import { useOpened } from './context.ts';

const SECTION_WORDS = {
  page: 'As the page would read',
  sent: 'As it was sent',
  beside: 'Both, side by side',
  changes: 'What changed',
  review: 'Recommendations, findings and requests',
  lab: 'Lab',
  record: 'Letters and record',
} as const satisfies Partial<Record<Section, string>>;
const LINKED = Object.keys(SECTION_WORDS) as (keyof typeof SECTION_WORDS)[];

/** The lab’s part is there once something was sent to it. */
export function SectionLinks({ id, section }: { id: string; section: Section }) {
  const { lab } = useOpened().submission;
  const linkedHere = LINKED.filter((linked) => linked !== 'lab' || (lab && lab.runs.length > 0));
  return (
    <nav class="desk-tabs" aria-label="This submission">
      <Fold
        id="parts"
        label={`Part: ${section === 'revise' ? 'choose one' : SECTION_WORDS[section]}`}
        at={section}
      >
        <ul>
          {linkedHere.map((linked, index) => (
            <li key={linked}>
              <a
                href={submissionHash(id, linked)}
                aria-current={linked === section ? 'page' : undefined}
                data-key={index + 1}
              >
                {SECTION_WORDS[linked]}
              </a>
            </li>
          ))}
        </ul>
      </Fold>
    </nav>
  );
}
