/** The capabilities by the names that people read. */
import type { Capability } from '#schemas/vocabulary.ts';

export const CAPABILITY_LABELS = {
  scan: 'Scan',
  report: 'Report',
  deploy: 'Deploy',
  measure_risk: 'Measure risk',
  isolate: 'Isolate',
} as const satisfies Record<Capability, string>;

/** Like “Scan, report”. Nothing where a component has none. */
export function capabilitiesText(capabilities: readonly Capability[]): string {
  const text = capabilities.map((capability) => CAPABILITY_LABELS[capability].toLowerCase()).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
