/**
 * PGlite has one connection. A query issued beside an open transaction would wait for that transaction, which waits for
 * the query: a hang without a word. Here it is an error, which also finds on the embedded engine the bug that on
 * PostgreSQL would be a write outside its transaction.
 *
 * PGlite works inside this process and never waits for anything, so a long line of queries would let nothing else have
 * a turn: no request read, no timer, no answer sent. Here each of them gives way once.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as otherWork } from 'node:timers/promises';
import { PGlite, type Transaction } from '@electric-sql/pglite';

/** Code inside `transaction` used the database instead of the transaction. Always a bug of the caller. */
export class QueryBesideTransaction extends Error {
  override name = 'QueryBesideTransaction';

  constructor() {
    super('A query beside the open transaction. Inside a transaction use tx, not db.');
  }
}

/** A PGlite that refuses what would wait for itself. */
export class SingleConnection extends PGlite {
  readonly #inside = new AsyncLocalStorage<{ open: boolean }>();

  override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction(async (tx) => {
      const here = { open: true };
      try {
        return await this.#inside.run(here, work, tx);
      } finally {
        here.open = false;
      }
    });
  }

  // Whatever PGlite does outside a transaction's own object passes through here.
  override async _runExclusiveTransaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.#inside.getStore()?.open) throw new QueryBesideTransaction();
    return super._runExclusiveTransaction(async () => {
      await otherWork();
      return work();
    });
  }
}
