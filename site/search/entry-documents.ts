/** Entries of pages as search documents: terms, maintenance groups; and the call. */
import type { Call } from '#schemas/call.ts';
import type { Term } from '#schemas/glossary.ts';
import type { MaintenanceGroup } from '#schemas/maintenance-group.ts';
import { SCENARIO_LABELS } from '#schemas/vocabulary.ts';
import { PATHS, termPath } from '#site/paths.ts';
import { SP_SCENARIO_LABELS } from '#site/timelines/words.ts';
import type { SearchDocument } from './documents.ts';
import { section, written } from './sections.ts';

export const termDocument = ({ id, term, expands, definition, synonyms }: Term): SearchDocument => ({
  kind: 'term',
  href: termPath(id),
  about: 'Glossary',
  title: expands ? `${term}: ${expands}` : term,
  summary: definition,
  sections: written([section('', '', synonyms)]),
});

export const groupDocument = (group: MaintenanceGroup): SearchDocument => ({
  kind: 'group',
  href: `${PATHS.maintenance}#${group.id}`,
  about: 'Maintenance group',
  title: group.name,
  summary: group.canaries,
  sections: written([
    section('', '', [group.example, ...Object.values(group.attributes), group.exceptions, ...group.watch]),
    ...group.plan.map(({ scenario, does, order, way }) =>
      section(`${group.id}-${scenario}`, SP_SCENARIO_LABELS[scenario], [does, ...order, way]),
    ),
  ]),
});

export const callDocument = (call: Call): SearchDocument => ({
  kind: 'call',
  href: PATHS.call,
  about: 'The call',
  title: call.title,
  summary: call.summary,
  sections: written([
    section('responsive', 'What a responsive offering states', [
      ...call.responsive.flatMap(({ states, why }) => [states, why]),
      ...call.notResponsive,
    ]),
    section('after', 'What happens to it', call.after),
    ...call.scenarios.map(({ scenario, requirements, lessons }) =>
      section(`sought-${scenario}`, SCENARIO_LABELS[scenario], [
        ...requirements.map(({ requires }) => requires),
        ...lessons,
      ]),
    ),
  ]),
});
