/** An editor puts the exact public text before the submitter: nothing else can be signed or published. */

import { isSlugTaken } from '#api/db/versions.ts';
import type { Deps } from '#api/deps.ts';
import { AppError } from '#api/errors.ts';
import { contentHash } from '#api/publishing/canonical.ts';
import type { DeskInput } from '#schemas/decisions.ts';
import { SCHEMA_VERSION } from '#schemas/published.ts';
import { act, type Party } from './act.ts';
import { letterOf } from './decision-letter.ts';
import { findRecord } from './find-record.ts';

export const approve = (deps: Deps, party: Party, id: string, input: DeskInput<'approve'>) =>
  act(deps, { party, id, action: 'approve', input }, async (situation) => {
    const { tx, row } = situation;
    const { slug, changes = null } = input;
    if (row.live === 'live' && changes === null)
      throw new AppError('invalid', 'Readers are told what a new version changes.', {
        issues: [{ path: 'changes', message: 'Say in a sentence or two what this version changes' }],
      });
    if (deps.compiledCases.has(slug) || (await isSlugTaken(tx, slug, id)))
      throw new AppError('invalid', 'Another page has this address.', {
        issues: [{ path: 'slug', message: 'Another page has this address. Choose another.' }],
      });
    const record = await findRecord(tx, id, row.revision);
    const hash = contentHash({ schemaVersion: SCHEMA_VERSION, slug, record });
    return {
      set: { slug, changes, contentHash: hash },
      letter: await letterOf(deps, situation, 'approve', input),
      payload: { contentHash: hash },
    };
  });
