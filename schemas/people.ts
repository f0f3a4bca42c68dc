/** People of the desk: who they are, what roles they hold, and what ties they have. */
import { z } from 'zod';
import { line } from './text.ts';
import { ROLES, TIES } from './workflow.ts';

const email = z
  .string({ error: 'Enter an e-mail address, like name@example.org' })
  .trim()
  .toLowerCase()
  .max(254, 'Use 254 characters or fewer')
  .pipe(z.email('Enter an e-mail address, like name@example.org'));

export const roles = z
  .array(z.enum(ROLES, { error: 'Choose a role' }))
  .min(1, 'Choose at least one role')
  .max(ROLES.length)
  .refine((chosen) => new Set(chosen).size === chosen.length, 'Name each role once');

/** An organization that a person is bound to. Submissions from it are hidden from that person. */
export const tie = z
  .strictObject({
    tie: z.enum(TIES, { error: 'Choose what ties you to it' }),
    organization: line('Enter the name of the organization'),
    domain: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'Enter a mail domain, like example.org')
      .optional(),
  })
  .meta({ id: 'Tie' });
export type TieEntry = z.infer<typeof tie>;
export const ties = z.strictObject({ ties: z.array(tie).max(50, 'Give at most 50 organizations') });

export const invitation = z
  .strictObject({ name: line('Enter the person’s name'), email, roles })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof invitation>;

export const password = z
  .string({ error: 'Enter a password of at least 12 characters' })
  .min(12, 'Enter a password of at least 12 characters')
  .max(128, 'Use 128 characters or fewer');

/** The first editor makes an account by the one-time link that the console shows. */
export const firstEditor = z.strictObject({
  token: z.string({ error: 'Open the link that the console shows' }).max(200),
  name: line('Enter your name'),
  email,
  password,
});
export type FirstEditor = z.infer<typeof firstEditor>;

/** What a person sees of their own sessions, passkeys and recovery codes. */
export const ownSession = z
  .strictObject({
    id: z.string(),
    began: z.iso.datetime(),
    lastUsed: z.iso.datetime().meta({ description: 'To within ten minutes' }),
    isThis: z.boolean().meta({ description: 'The session that asks' }),
    userAgent: z.string().optional().meta({ description: 'What the browser said of itself' }),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof ownSession>;
export const ownPasskey = z
  .strictObject({ id: z.string(), name: z.string().optional(), addedAt: z.iso.datetime().optional() })
  .meta({ id: 'OwnPasskey' });
export type OwnPasskey = z.infer<typeof ownPasskey>;
export const recoveryCodesLeft = z
  .strictObject({ left: z.int().nonnegative() })
  .meta({ id: 'RecoveryCodesLeft' });
export const newPasskey = z.strictObject({ name: line('Name the passkey, so that you know it again', 80) });
