/** What the re-identification check finds in a submission: a place in a field, why it may give somebody away, and what to write instead. */
import { z } from 'zod';
import { RELEASE_LEVELS } from './vocabulary.ts';

/** What is looked for. Labels and reasons: `api/review/identity-check/kinds.ts`. */
export const IDENTITY_KINDS = [
  'own_organization',
  'own_domain',
  'contact_name',
  'email',
  'telephone',
  'ip_address',
  'mac_address',
  'host_name',
  'unc_path',
  'user_name',
  'ticket_number',
  'asset_number',
  'guid',
  'serial_number',
  'exact_date',
  'money',
  'head_count',
] as const;
export type IdentityKind = (typeof IDENTITY_KINDS)[number];

/** Offsets are of the text as it was checked: trimmed and in Unicode form NFC if it came through the schemas of the forms. */
export const identityFinding = z
  .strictObject({
    path: z
      .string()
      .meta({ description: 'The name of the field in the form, like content.lessons[0].lesson' }),
    start: z.int().min(0).meta({ description: 'Where it begins, in UTF-16 code units' }),
    end: z.int().min(1).meta({ description: 'Where it ends, in UTF-16 code units' }),
    text: z.string().min(1).meta({ description: 'What stands there' }),
    kind: z.enum(IDENTITY_KINDS),
    reason: z.string().meta({ description: 'Why it may give somebody away' }),
    proposal: z
      .string()
      .meta({ description: 'What to write instead. Empty where the field should be left empty.' }),
    release: z
      .enum(RELEASE_LEVELS)
      .exclude(['withheld'])
      .meta({ description: 'How far the field travels as it is released now' }),
  })
  .meta({ id: 'IdentityFinding', description: 'A place in a submission that may give somebody away' });
export type IdentityFinding = z.infer<typeof identityFinding>;
