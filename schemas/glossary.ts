/** The glossary: terms of the field in plain words. One YAML file, an array, sorted as the editors keep it. */
import { z } from 'zod';
import { id, reference, refuseTwins, text } from './editorial.ts';
import { stepId } from './text.ts';

export const term = z
  .strictObject({
    id,
    term: text,
    expands: text.optional().meta({ description: 'For an acronym: what it stands for' }),
    definition: text,
    synonyms: z.array(text).default([]).meta({ description: 'Other words that a search should find it by' }),
    source: reference
      .optional()
      .meta({ description: 'The document that the definition follows, if one does' }),
    related: z.array(id).default([]).meta({ description: 'Ids of other terms' }),
    steps: z.array(stepId).default([]).meta({ description: 'Steps in which the term matters most' }),
  })
  .meta({ id: 'Term' });
export type Term = z.infer<typeof term>;

export const glossary = z
  .array(term)
  .min(1)
  .superRefine((terms, context) => {
    refuseTwins(context, terms, 'terms', (row) => row.id);
    const ids = new Set(terms.map((row) => row.id));
    for (const [index, { related }] of terms.entries())
      for (const other of related)
        if (!ids.has(other))
          context.addIssue({ code: 'custom', path: [index, 'related'], message: `No term ${other}` });
  })
  .meta({ id: 'Glossary' });
export type Glossary = z.infer<typeof glossary>;
