/** Makes the PDFs of the guide: builds the site with its pages for paper, prints them, and leaves nothing else behind. */
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { runBuild } from '#api/publishing/build.ts';
import { VOLUMES, type Volume, type VolumeOutline, volume as volumeSchema } from '#schemas/guide.ts';
import { guidePdfName } from '#site/paths.ts';
import { startBrowser } from '../browser.ts';
import { printVolume } from './print.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

export type GuideOrder = {
  /** Where the PDFs go. A volume's earlier versions stay. */
  target: string;
  recordsDir: string;
  publicUrl: string;
  volumes?: readonly Volume[];
};

/** Make the PDFs, one after the other; gives their files. Throws `BuildFailed`. */
export async function makeGuidePdfs({ target, recordsDir, publicUrl, volumes = VOLUMES }: GuideOrder) {
  const place = await mkdtemp(path.join(os.tmpdir(), 'patch-commons-guide-'));
  const folder = path.join(place, 'site');
  await mkdir(folder);
  try {
    await runBuild(
      { projectRoot: PROJECT, folder, cacheDir: path.join(place, 'cache'), earlier: [] },
      { RECORDS_DIR: path.resolve(recordsDir), PUBLIC_URL: publicUrl, GUIDE_PRINT: 'true' },
      () => {},
    );
    return await printAll(folder, { target, publicUrl, volumes });
  } finally {
    await rm(place, { recursive: true, force: true, maxRetries: 5 });
  }
}

type Printing = Required<Pick<GuideOrder, 'target' | 'publicUrl' | 'volumes'>>;

async function printAll(folder: string, { target, publicUrl, volumes }: Printing): Promise<string[]> {
  await mkdir(target, { recursive: true });
  const browser = await startBrowser();
  const files: string[] = [];
  try {
    for (const name of volumes) {
      const volume = await readVolume(name);
      const file = path.join(target, guidePdfName(volume.volume, volume.version));
      // A build of the site may be reading the folder, and must not find half a file.
      await writeFile(`${file}.part`, await printVolume(browser, { volume, folder, publicUrl }));
      await rename(`${file}.part`, file);
      files.push(file);
    }
  } finally {
    await browser.close();
  }
  return files;
}

const readVolume = async (name: Volume): Promise<VolumeOutline> =>
  volumeSchema.parse(
    parse(await readFile(path.join(PROJECT, 'content/guide', `volume-${name}.yaml`), 'utf8')),
  );
