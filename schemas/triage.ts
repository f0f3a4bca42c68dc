/** What editors are told when they begin with a submission: what it names, and what it is like. Hints, never a verdict. */
import { z } from 'zod';

/** What a text can be checked by. Counted one by one: a sum of them would say nothing. */
export const SPECIFICS = ['dates', 'versions', 'steps', 'figures', 'vulnerabilities', 'sources'] as const;
export type Specific = (typeof SPECIFICS)[number];
export const SPECIFIC_LABELS = {
  dates: 'Dates',
  versions: 'Versions',
  steps: 'Steps',
  figures: 'Figures',
  vulnerabilities: 'CVEs',
  sources: 'Sources',
} as const satisfies Record<Specific, string>;

const count = z.int().nonnegative();
export const specificity = z
  .strictObject({
    dates: count,
    versions: count,
    steps: count.meta({
      description: 'Of reference processes that a lesson bears on; of an offering, those of its instructions',
    }),
    figures: count,
    vulnerabilities: count,
    sources: count,
  } satisfies Record<Specific, unknown>)
  .meta({ id: 'Specificity', description: 'How many different ones the text names' });
export type Specificity = z.infer<typeof specificity>;

const alike = {
  title: z.string(),
  share: z.number().min(0).max(1).meta({ description: 'Of the words of both, rare ones counting more' }),
  words: z.array(z.string()).meta({ description: 'The rarest that both have' }),
};
/** Something that tells much the same: a submission that the asker may see, or a page that everybody may. */
export const likeness = z
  .discriminatedUnion('is', [
    z.strictObject({ is: z.literal('submission'), id: z.uuid(), reference: z.string(), ...alike }),
    z.strictObject({ is: z.literal('page'), address: z.string(), ...alike }),
  ])
  .meta({ id: 'Likeness' });
export type Likeness = z.infer<typeof likeness>;

export const triageHints = z
  .strictObject({ specificity, alike: z.array(likeness) })
  .meta({ id: 'TriageHints' });
export type TriageHints = z.infer<typeof triageHints>;
