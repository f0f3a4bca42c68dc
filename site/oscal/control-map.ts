/** Which controls each step helps to meet, by the identifiers of the documents that define them. Our own map, not NIST's. */
import type { CsfNode, NistControl } from '#schemas/control-map.ts';
import type { Process } from '#schemas/process.ts';

export type MappedStep = {
  /** `process/step`. */
  step: string;
  name: string;
  csf: CsfNode[];
  sp80053: NistControl[];
};
export type Catalogs = { csf: readonly CsfNode[]; sp80053: readonly NistControl[] };

/** The steps of all processes that name controls. Throws where one names a control that neither document has. */
export function mapSteps(
  processes: readonly { id: string; data: Process }[],
  { csf, sp80053 }: Catalogs,
): MappedStep[] {
  const outcomes = new Map(csf.map((node) => [node.id, node]));
  const controls = new Map(sp80053.map((control) => [control.label, control]));
  const steps = processes.flatMap(({ id, data }) =>
    data.steps.map((step) => ({ ...step, step: `${id}/${step.id}` })),
  );

  const strays = steps.flatMap(({ step, controls: named }) =>
    named.filter((id) => !outcomes.has(id) && !controls.has(id)).map((id) => `${step} names ${id}`),
  );
  if (strays.length > 0) throw new Error(`No such control in content/controls:\n${strays.join('\n')}`);

  return steps
    .filter(({ controls: named }) => named.length > 0)
    .map(({ step, name, controls: named }) => ({
      step,
      name,
      csf: named.flatMap((id) => outcomes.get(id) ?? []),
      sp80053: named.flatMap((id) => controls.get(id) ?? []),
    }));
}

/** Each control of SP 800-53 that a step names, once, in the order of the catalog. */
export function namedControls(map: readonly MappedStep[], catalog: readonly NistControl[]): NistControl[] {
  const named = new Set(map.flatMap(({ sp80053 }) => sp80053.map(({ id }) => id)));
  return catalog.filter(({ id }) => named.has(id));
}
