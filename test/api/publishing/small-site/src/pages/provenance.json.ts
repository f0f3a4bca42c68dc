import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** As much of the real one as the publisher has to do with. */
export const GET = () =>
  Response.json({
    predecessor: import.meta.env.PREDECESSOR ?? null,
    records: readdirSync(join(process.env.RECORDS_DIR ?? '', 'case-studies')),
  });
