/**
 * A JPEG without what cameras and programs wrote beside its pixels, for pictures inside of PDFs: those keep their
 * compressed form. Segments: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, B.1.1.
 */

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
/** Says how the colours were coded: without it some pictures turn green. */
const APP14 = 0xee;
const APP15 = 0xef;
const COM = 0xfe;

const isMetadata = (marker: number) =>
  marker === COM || (marker >= APP0 && marker <= APP15 && marker !== APP14);
/** Within coded pixels: a byte that only looks like a marker, or a point to restart from. */
const isPixels = (marker: number) => marker === 0 || marker === 0xff || (marker >= 0xd0 && marker <= 0xd7);

/**
 * Leave out comments and application segments: EXIF with its place, XMP, IPTC, colour profiles, thumbnails, and whatever
 * stands behind the end. `undefined` where the segments cannot be followed.
 */
export function withoutSegments(jpeg: Uint8Array): Uint8Array | undefined {
  if (jpeg[0] !== 0xff || jpeg[1] !== SOI) return undefined;
  const kept = [jpeg.subarray(0, 2)];
  let at = 2;
  while (at + 2 <= jpeg.length) {
    const marker = jpeg[at + 1] ?? 0;
    if (jpeg[at] !== 0xff) return undefined;
    if (marker === EOI) return Buffer.concat([...kept, jpeg.subarray(at, at + 2)]);
    const next = endOfSegment(jpeg, at, marker);
    if (!isMetadata(marker)) kept.push(jpeg.subarray(at, next));
    at = next;
  }
  return undefined;
}

/** Where the next segment begins: behind this one, and behind the pixels that follow the head of a scan. */
function endOfSegment(jpeg: Uint8Array, at: number, marker: number): number {
  let end = at + 2 + ((jpeg[at + 2] ?? 0) << 8) + (jpeg[at + 3] ?? 0);
  if (marker !== SOS) return end;
  while (end < jpeg.length && (jpeg[end] !== 0xff || isPixels(jpeg[end + 1] ?? 0))) end += 1;
  return end;
}
