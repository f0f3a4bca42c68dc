/**
 * A reference architecture: which capabilities stand where, what flows between them, and whom each must trust.
 * Written by the editors as front matter of an MDX file. The site draws it from this data, so nothing here is a position.
 */
import { z } from 'zod';
import { id, reference, refuseTwins, text, textStatus, versionNumber } from './editorial.ts';
import { stepId } from './text.ts';
import { CAPABILITIES } from './vocabulary.ts';

export const zone = z
  .strictObject({
    id,
    name: text,
    trust: text.meta({ description: 'What may be assumed of everything in it, and what may not' }),
  })
  .meta({ id: 'Zone' });
export type Zone = z.infer<typeof zone>;

export const component = z
  .strictObject({
    id,
    name: text.meta({ description: 'What it does, never a product' }),
    zone: id.meta({ description: 'A zone of this architecture' }),
    capabilities: z.array(z.enum(CAPABILITIES)).meta({
      description: 'What it contributes to patching. Empty for what is patched, asked or relied on',
    }),
    does: text,
    steps: z.array(stepId).meta({ description: 'Steps of the reference processes that need it' }),
    trust: text
      .optional()
      .meta({ description: 'Why it must be protected, or what must not be believed of it' }),
  })
  .meta({ id: 'Component' });
export type Component = z.infer<typeof component>;

export const connection = z
  .strictObject({
    from: id,
    to: id,
    carries: text.meta({ description: 'What flows, from `from` to `to`' }),
    opens: z
      .enum(['from', 'to'])
      .meta({ description: 'Which end opens the connection; the other end must accept it' }),
    oneWay: z
      .boolean()
      .default(false)
      .meta({ description: 'Nothing can flow back, by construction and not by rule' }),
    protocol: text.meta({ description: 'By what, in general terms' }),
    trust: text.meta({ description: 'What is checked at the boundary, and by which end' }),
  })
  .meta({ id: 'Connection' });
export type Connection = z.infer<typeof connection>;

export const architecture = z
  .strictObject({
    title: text,
    order: z.int().positive(),
    summary: text.max(300),
    purpose: text,
    zones: z.array(zone).min(2).meta({ description: 'From the least trusted to the most protected' }),
    components: z.array(component).min(3),
    connections: z.array(connection).min(2),
    trustNotes: z.array(text).min(1).meta({ description: 'What holds for the whole drawing' }),
    processes: z.array(id).min(1).meta({ description: 'Reference processes that it serves' }),
    assumptions: z.array(text).min(1).meta({ description: 'What the drawing takes for granted' }),
    sources: z.array(reference).min(1),
    version: versionNumber,
    status: textStatus,
    reviewedOn: z.iso.date(),
  })
  .superRefine(({ zones, components, connections }, context) => {
    refuseTwins(context, zones, 'zones', (row) => row.id);
    refuseTwins(context, components, 'components', (row) => row.id);
    refuseTwins(context, connections, 'connections', (row) => `${row.from} to ${row.to}: ${row.carries}`);
    const places = new Set(zones.map((row) => row.id));
    for (const [index, { zone }] of components.entries())
      if (!places.has(zone))
        context.addIssue({ code: 'custom', path: ['components', index, 'zone'], message: `No zone ${zone}` });
    const ends = new Set(components.map((row) => row.id));
    for (const [index, { from, to }] of connections.entries())
      for (const end of [from, to])
        if (!ends.has(end))
          context.addIssue({ code: 'custom', path: ['connections', index], message: `No component ${end}` });
  })
  .meta({ id: 'Architecture' });
export type Architecture = z.infer<typeof architecture>;
