/**
 * The map of steps to controls, derived from the steps' own `controls`. It is Patch Commons' own and not NIST's, and every
 * row that leaves this site says so. Pure.
 */
import type { CsfNode, NistControl } from '#schemas/control-map.ts';
import type { Process } from '#schemas/process.ts';

export const FRAMEWORKS = ['CSF', 'SP 800-53', 'CIS Controls'] as const;
export type Framework = (typeof FRAMEWORKS)[number];
export const FRAMEWORK_VERSIONS = {
  CSF: '2.0',
  'SP 800-53': '5.2.0',
  'CIS Controls': '8.1',
} as const satisfies Record<Framework, string>;

export type MapRow = {
  process: string;
  /** `process/step`. */
  step: string;
  stepName: string;
  framework: Framework;
  control: string;
  /** Text of a CSF outcome, title of a NIST control. Safeguards of CIS are named by number only. */
  title: string;
};

export type Catalogs = {
  csf: readonly CsfNode[];
  nist: readonly NistControl[];
  cis: readonly { number: string; steps: readonly string[] }[];
};

/** One row for each step and control, in the order of the processes. Throws where a step names no known control. */
export function mapControls(
  processes: readonly { id: string; data: Pick<Process, 'title' | 'steps'> }[],
  { csf, nist, cis }: Catalogs,
): MapRow[] {
  const known = new Map<string, { framework: Framework; title: string }>([
    ...csf.map(({ id, text }) => [id, { framework: 'CSF', title: text }] as const),
    ...nist.map(({ label, title }) => [label, { framework: 'SP 800-53', title }] as const),
  ]);
  return processes.flatMap(({ id, data }) =>
    data.steps.flatMap((step) => {
      const about = { process: data.title, step: `${id}/${step.id}`, stepName: step.name };
      const named = step.controls.map((control) => {
        const found = known.get(control);
        if (!found) throw new Error(`${about.step} names ${control}, which content/controls/ does not hold`);
        return { ...about, ...found, control };
      });
      const safeguards = cis
        .filter(({ steps }) => steps.includes(about.step))
        .map(({ number }) => ({ ...about, framework: 'CIS Controls' as const, control: number, title: '' }));
      return [...named, ...safeguards];
    }),
  );
}

/** Rows of one framework by their control, sorted as people number controls. */
export function byControl(rows: readonly MapRow[], framework: Framework): [string, MapRow[]][] {
  const groups = Map.groupBy(
    rows.filter((row) => row.framework === framework),
    ({ control }) => control,
  );
  return [...groups].toSorted(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
}
