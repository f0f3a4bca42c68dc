/**
 * Identifiers of controls and what documents say of them. The map of steps to controls is not here: it derives from the
 * steps' own `controls` and is Patch Commons' own, not NIST's.
 */
import { z } from 'zod';
import { id, reference, text } from './editorial.ts';
import { stepId } from './text.ts';

/** A function, category or subcategory of CSF 2.0: `PR`, `PR.PS`, `PR.PS-02`. */
export const csfNode = z
  .strictObject({
    id: z.string().regex(/^[A-Z]{2}(\.[A-Z]{2}(-\d{2})?)?$/),
    name: text.nullable().meta({ description: 'Subcategories have none' }),
    text,
  })
  .meta({ id: 'CsfNode' });
export type CsfNode = z.infer<typeof csfNode>;
export const csf = z.strictObject({ source: text, nodes: z.array(csfNode).min(1) });

/** A control or enhancement of SP 800-53. `label` is how steps name it: `SI-2(7)`. */
export const nistControl = z
  .strictObject({
    id: z.string().regex(/^[a-z]{2}-\d+(\.\d+)?$/),
    label: z.string().regex(/^[A-Z]{2}-\d+(\(\d+\))?$/),
    title: text,
    family: text,
    release: z.enum(['5.0.1', '5.2.0']).meta({ description: 'The release it was read in; 5.2.0 added it' }),
    baselines: z
      .array(z.enum(['low', 'moderate', 'high']))
      .nullable()
      .meta({ description: 'Baselines of 5.1.1 that hold it; unknown for what 5.2.0 added' }),
  })
  .meta({ id: 'NistControl' });
export type NistControl = z.infer<typeof nistControl>;
export const nistControls = z.strictObject({ source: text, controls: z.array(nistControl).min(1) });

export const crosswalkRow = z
  .strictObject({
    csf11: z.string().regex(/^[A-Z]{2}\.[A-Z]{2}-\d+$/),
    csf20: z.string().regex(/^[A-Z]{2}\.[A-Z]{2}-\d{2}$/),
    relationship: z.literal('intersect'),
  })
  .meta({ id: 'CrosswalkRow' });
export const crosswalk = z.strictObject({ source: text, rows: z.array(crosswalkRow).min(1) });

/** CIS Controls by number and link only; their text may not be reused. */
export const cisSafeguard = z
  .strictObject({
    number: z.string().regex(/^\d+\.\d+$/),
    url: z.url(),
    steps: z
      .array(stepId)
      .default([])
      .meta({ description: 'Our own pointers; empty where we could not confirm one' }),
  })
  .meta({ id: 'CisSafeguard' });
export const cisControls = z.strictObject({
  version: text,
  note: text,
  safeguards: z.array(cisSafeguard).min(1),
});

/** The controls that a publication itself names for patching. Another thing than our map of steps. */
export const namedControls = z
  .strictObject({
    id,
    publication: text,
    says: text,
    sp80053: z.array(text).min(1),
    csf11: z.array(text).min(1),
    source: reference,
  })
  .meta({ id: 'NamedControls' });
export const controlMapNotes = z
  .strictObject({
    label: text.meta({ description: 'Printed wherever the map is printed or exported' }),
    releaseNotes: z.array(z.strictObject({ says: text, source: reference })).min(1),
    named: z.array(namedControls).min(1),
  })
  .meta({ id: 'ControlMapNotes' });
