/** The four scenarios of SP 800-40r4 section 3.3 by name. Another list than the seven that the processes follow. */
import type { MAINTENANCE_SCENARIOS } from '#schemas/vocabulary.ts';

export const SP_SCENARIO_LABELS = {
  routine_patching: 'Routine patching',
  emergency_patching: 'Emergency patching',
  emergency_mitigation: 'Emergency mitigation',
  unpatchable_assets: 'Unpatchable assets',
} as const satisfies Record<(typeof MAINTENANCE_SCENARIOS)[number], string>;
