/**
 * The PDFs of the guide, where `npm run guide:pdf` left them. The build takes those that are there and waits for none; one
 * of an earlier version is not offered beside the newer text.
 */
import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { VolumeOutline } from '#schemas/guide.ts';
import { guidePdfName } from '#site/paths.ts';

const FOLDER: string = import.meta.env.GUIDE_DIR ?? '.data/site/guide';

export type PdfFile = { path: string; bytes: number };

/** The PDF of this version of a volume, if it was made. */
export async function findPdf({
  volume,
  version,
}: Pick<VolumeOutline, 'volume' | 'version'>): Promise<PdfFile | undefined> {
  const file = path.resolve(FOLDER, guidePdfName(volume, version));
  const found = await stat(file).catch(() => undefined);
  return found && { path: file, bytes: found.size };
}
