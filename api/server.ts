/** The program behind `npm start`: reads the environment, starts, and says where to look. */
import { readConfig } from './config.ts';
import { openLog } from './log.ts';
import { fail, say, serveStarted } from './serve.ts';
import { start } from './start.ts';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.LOG_LEVEL);
  const { firstEditorAddress } = await serveStarted(config, () => start(config, { log, say }));

  say(`\nPatch Commons:  ${config.PUBLIC_URL}/`);
  say(`The desk:       ${config.PUBLIC_URL}/desk/`);
  if (firstEditorAddress)
    say(`\nThere is no editor yet. Open this link once to become the first:\n${firstEditorAddress}`);
}

main().catch(fail);
