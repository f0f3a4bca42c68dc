/** The parts of a submission. Each has an address of its own, so that one can send a colleague there. */
import { type Section, submissionHash } from '../routes.ts';

const SECTION_WORDS = {
  page: 'As the page would read',
  sent: 'As it was sent',
  changes: 'What changed',
  review: 'Recommendations, findings and requests',
  record: 'Letters and record',
} as const satisfies Partial<Record<Section, string>>;
const LINKED = Object.keys(SECTION_WORDS) as (keyof typeof SECTION_WORDS)[];

export const SectionLinks = ({ id, section }: { id: string; section: Section }) => (
  <nav class="desk-tabs" aria-label="This submission">
    <ul>
      {LINKED.map((linked) => (
        <li key={linked}>
          <a href={submissionHash(id, linked)} aria-current={linked === section ? 'page' : undefined}>
            {SECTION_WORDS[linked]}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
