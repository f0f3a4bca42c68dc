/** The capabilities by the names that people read. */
import { CAPABILITY_LABELS, type Capability } from '#schemas/vocabulary.ts';

/** Like “Scan, report”. Nothing where a component has none. */
export function capabilitiesText(capabilities: readonly Capability[]): string {
  const text = capabilities.map((capability) => CAPABILITY_LABELS[capability].toLowerCase()).join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
