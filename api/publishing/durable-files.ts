/** Writing that survives a crash: a file appears whole or not at all, and what was acknowledged is on the disk. */
import fs from 'node:fs/promises';
import path from 'node:path';

const UNFINISHED = /^\..+\.unfinished$/;

/** Bring a file, or the list of names in a folder, to the disk. */
export async function sync(entry: string): Promise<void> {
  const handle = await fs.open(entry, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Write a file in one step, making its folder if need be. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const folder = path.dirname(file);
  await fs.mkdir(folder, { recursive: true });
  const unfinished = path.join(folder, `.${path.basename(file)}.unfinished`);
  await fs.writeFile(unfinished, text, { flush: true });
  await fs.rename(unfinished, file);
  await sync(folder);
}

/** Remove what a killed process left of `writeWhole`. Nobody else may be writing there. */
export async function clearUnfinished(folder: string): Promise<void> {
  const names = await fs.readdir(folder);
  await Promise.all(
    names.filter((name) => UNFINISHED.test(name)).map((name) => fs.rm(path.join(folder, name))),
  );
}
