/** A reference process: what a team does, step by step, in one scenario. Written by the editors as front matter of an MDX file. */
import { z } from 'zod';
import { MAINTENANCE_SCENARIOS, RISK_RESPONSES, SCENARIOS, STANDINGS } from './vocabulary.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().trim().min(1);

/** A target time. Figures that no document sets say so: `source` is then absent and `basis` tells whose they are. */
export const target = z
  .strictObject({
    within: text.meta({
      description: 'The target as a reader would say it, like “within 72 hours of the decision”',
    }),
    basis: z
      .enum(['published', 'patch_commons'])
      .meta({ description: 'Set by the cited document, or proposed by Patch Commons' }),
    source: z.strictObject({ title: text, url: z.url(), standing: z.enum(STANDINGS) }).optional(),
  })
  .refine(
    ({ basis, source }) => basis === 'patch_commons' || source !== undefined,
    'A published target names its source',
  );

export const step = z
  .strictObject({
    id: id.meta({ description: 'Unique in the process; `process/step` is the address that lessons use' }),
    name: text,
    actor: id.meta({ description: 'A role of this process' }),
    does: text.meta({ description: 'What the actor does, in a few imperative sentences' }),
    inputs: z.array(text).min(1),
    outputs: z.array(text).min(1),
    decision: z
      .strictObject({
        question: text,
        options: z
          .array(
            z.strictObject({ answer: text, goTo: z.union([id, z.literal('end')]), process: id.optional() }),
          )
          .min(2)
          .meta({ description: '`goTo` is a step of this process, or of `process` where that is named' }),
      })
      .optional(),
    target: target.optional(),
    doneWhen: text.meta({ description: 'How one knows that the step is done' }),
    evidence: z.array(text).min(1).meta({ description: 'What to keep' }),
    failureModes: z.array(text).default([]).meta({ description: 'How the step goes wrong' }),
    controls: z
      .array(text)
      .default([])
      .meta({ description: 'CSF 2.0 and SP 800-53 identifiers, like PR.PS-02 and SI-2; our own mapping' }),
  })
  .meta({ id: 'Step' });
export type Step = z.infer<typeof step>;

export const process = z
  .strictObject({
    title: text,
    scenario: z.enum(SCENARIOS),
    order: z.int().positive(),
    summary: text.max(300),
    purpose: text,
    sp80040: z
      .strictObject({
        scenarios: z.array(z.enum(MAINTENANCE_SCENARIOS)),
        responses: z.array(z.enum(RISK_RESPONSES)),
      })
      .meta({ description: 'What SP 800-40r4 calls it: a different list, linked and never merged' }),
    roles: z.array(z.strictObject({ id, name: text, does: text })).min(1),
    steps: z.array(step).min(3),
    measures: z.array(z.strictObject({ name: text, how: text, why: text })).min(1),
    sources: z.array(z.strictObject({ title: text, url: z.url(), standing: z.enum(STANDINGS) })).min(1),
    version: z.string().regex(/^\d+\.\d+$/),
    status: z.discriminatedUnion('is', [
      z.strictObject({ is: z.literal('draft_for_comment'), from: z.iso.date(), to: z.iso.date() }),
      z.strictObject({ is: z.literal('final'), on: z.iso.date() }),
    ]),
    reviewedOn: z.iso.date(),
  })
  .superRefine(({ roles, steps }, context) => {
    const actors = new Set(roles.map((role) => role.id));
    const ids = new Set<string>();
    for (const [index, { id, actor }] of steps.entries()) {
      if (!actors.has(actor))
        context.addIssue({ code: 'custom', path: ['steps', index, 'actor'], message: `No role ${actor}` });
      if (ids.has(id))
        context.addIssue({
          code: 'custom',
          path: ['steps', index, 'id'],
          message: `Two steps are called ${id}`,
        });
      ids.add(id);
    }
    for (const [index, { decision }] of steps.entries())
      for (const { goTo, process } of decision?.options ?? [])
        if (!process && goTo !== 'end' && !ids.has(goTo))
          context.addIssue({
            code: 'custom',
            path: ['steps', index, 'decision'],
            message: `No step ${goTo}`,
          });
  })
  .meta({ id: 'Process' });
export type Process = z.infer<typeof process>;
