/** Addresses from which the desk takes nothing. Read and changed by editors alone. */
import { z } from 'zod';
import { line } from './text.ts';

const ADDRESS = 'Enter an e-mail address, like name@example.org, or a domain, like example.org';
const DOMAIN = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;
const isAddress = (text: string) =>
  text.includes('@') ? z.email().safeParse(text).success : DOMAIN.test(text);

export const newBlock = z
  .strictObject({
    address: line(ADDRESS, 254)
      .toLowerCase()
      .refine(isAddress, ADDRESS)
      .meta({ description: 'A mailbox, or a domain with everything below it' }),
    reason: line('Say why, for the editors who read this later', 300),
  })
  .meta({ id: 'NewBlock' });
export type NewBlock = z.infer<typeof newBlock>;

export const liftedBlock = z
  .strictObject({ reason: line('Say why it is taken back', 300) })
  .meta({ id: 'LiftedBlock' });
export type LiftedBlock = z.infer<typeof liftedBlock>;

const instant = z.iso.datetime();
export const block = z
  .strictObject({
    id: z.uuid(),
    address: z.string(),
    reason: z.string(),
    by: z.string().meta({ description: 'The name of the editor' }),
    at: instant,
    lifted: z.strictObject({ reason: z.string(), by: z.string(), at: instant }).optional(),
  })
  .meta({ id: 'Block' });
export type Block = z.infer<typeof block>;
