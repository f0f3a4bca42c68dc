/** Opens the database in the folder it is given, as the server does, and says how it went. */
import { openDb } from '#api/db/client.ts';

const [dir = ''] = process.argv.slice(2);

try {
  await openDb({ dir });
  console.log('open');
  setInterval(() => {}, 60_000);
} catch (error) {
  console.log(error instanceof Error ? `${error.name}: ${error.message}` : error);
}
