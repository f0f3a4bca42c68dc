/** Pictures inside of PDFs: their metadata goes, their pixels do not change. */
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { withoutSegments } from '#api/evidence/jpeg.ts';
import { withoutBoxes } from '#api/evidence/jpeg2000.ts';
import { found, PLANTED, picture, plantedJpeg } from './planted.ts';

const pixels = (jpeg: Uint8Array) => sharp(jpeg).toColourspace('srgb').raw().toBuffer();
const comment = Buffer.concat([
  Buffer.from([0xff, 0xfe, 0, PLANTED.comment.length + 2]),
  Buffer.from(PLANTED.comment),
]);
const noisy = () =>
  sharp({
    create: {
      width: 64,
      height: 64,
      channels: 3,
      background: 'white',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  });

describe('JPEG', () => {
  test('loses its segments and keeps its pixels', async () => {
    const jpeg = await plantedJpeg();
    expect(found(jpeg)).not.toEqual([]);

    const cleaned = withoutSegments(jpeg) ?? Buffer.alloc(0);

    expect(found(cleaned)).toEqual([]);
    expect((await sharp(cleaned).metadata()).exif).toBeUndefined();
  });

  test('a comment between the scans of a progressive one, and words behind its end, are found too', async () => {
    const jpeg = await noisy().jpeg({ progressive: true }).toBuffer();
    const secondScan = jpeg.lastIndexOf(Buffer.from([0xff, 0xda]));
    const planted = Buffer.concat([
      jpeg.subarray(0, secondScan),
      comment,
      jpeg.subarray(secondScan),
      Buffer.from(PLANTED.attachment),
    ]);
    expect(found(planted)).toEqual(['attachment', 'comment']);

    const cleaned = withoutSegments(planted) ?? Buffer.alloc(0);

    expect(found(cleaned)).toEqual([]);
    expect(await pixels(cleaned)).toEqual(await pixels(jpeg));
  });

  test('it is given up where it cannot be followed', async () => {
    const jpeg = await picture().jpeg().toBuffer();

    expect(withoutSegments(jpeg.subarray(0, jpeg.length - 2))).toBeUndefined();
    expect(withoutSegments(Buffer.from('not a picture'))).toBeUndefined();
  });
});

describe('JPEG 2000', () => {
  const box = (type: string, content: string) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(8 + content.length);
    head.write(type, 4);
    return Buffer.concat([head, Buffer.from(content)]);
  };

  test('loses every box that nothing is drawn from', () => {
    const drawn = [box('jP  ', '\r\n'), box('ftyp', 'jp2 '), box('jp2h', 'head')];
    const pixelBox = box('jp2c', 'pixels');
    const planted = Buffer.concat([
      ...drawn,
      box('xml ', PLANTED.xmp),
      box('uuid', PLANTED.author),
      pixelBox,
    ]);

    expect(withoutBoxes(planted)).toEqual(Buffer.concat([...drawn, pixelBox]));
  });

  test('one without boxes stays, and one that cannot be followed is given up', () => {
    const bare = Buffer.from([0xff, 0x4f, 0xff, 0x51]);

    expect(withoutBoxes(bare)).toEqual(bare);
    expect(withoutBoxes(Buffer.from([0, 0, 9, 9, 0, 0, 0, 0, 1]))).toBeUndefined();
    expect(withoutBoxes(Buffer.from([0, 0, 0, 3, 0, 0, 0, 0, 1]))).toBeUndefined();
  });
});
