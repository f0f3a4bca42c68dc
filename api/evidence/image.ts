/** Pictures, drawn anew: the pixels of the first frame, upright, in sRGB, and nothing else of the file. */
import sharp, { type Sharp } from 'sharp';
import type { EvidenceType } from '#schemas/evidence.ts';
import { FileRefused } from './refused.ts';

/** More than a camera of 50 megapixels. Decoded, that is up to 240 MB. */
const MOST_PIXELS = 60_000_000;

export type ImageType = Extract<EvidenceType, `image/${string}`>;

const ENCODERS = {
  'image/png': (image) => image.png(),
  'image/jpeg': (image) => image.jpeg({ quality: 88 }),
  'image/webp': (image) => image.webp({ quality: 88 }),
} as const satisfies Record<ImageType, (image: Sharp) => Sharp>;

/** Throws `FileRefused` for pictures that are too large or cannot be read to their end. */
export async function redraw(bytes: Uint8Array, type: ImageType): Promise<Uint8Array> {
  const { width, height } = await readHead(bytes);
  if (width * height > MOST_PIXELS)
    throw new FileRefused('This picture has more than 60 million pixels. Make it smaller.');
  // sharp writes no metadata unless asked, and converts to sRGB by the profile that it leaves out.
  const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning', pages: 1 }).autoOrient();
  try {
    return await ENCODERS[type](image).toBuffer();
  } catch {
    throw damaged();
  }
}

async function readHead(bytes: Uint8Array) {
  try {
    return await sharp(bytes, { limitInputPixels: false, pages: 1 }).metadata();
  } catch {
    throw damaged();
  }
}

const damaged = () => new FileRefused('This picture is damaged or cut off. Save it again, and add that.');
