/** The same for JPEG 2000, whose metadata are boxes. https://www.itu.int/rec/T-REC-T.800, annex I. */

/** What a picture is drawn from. XMP and other XML, UUIDs and their addresses are not. */
const DRAWN = new Set(['jP  ', 'ftyp', 'rreq', 'jp2h', 'jpch', 'jplh', 'jp2c']);
/** How a picture without any boxes begins. */
const CODESTREAM = 0xff4f;

/** Leave out every box that nothing is drawn from. `undefined` where the boxes cannot be followed. */
export function withoutBoxes(picture: Uint8Array): Uint8Array | undefined {
  const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
  if (picture.length >= 2 && view.getUint16(0) === CODESTREAM) return picture;
  const kept: Uint8Array[] = [];
  let at = 0;
  while (at + 8 <= picture.length) {
    const end = at + lengthOfBox(view, at);
    if (end < at + 8 || end > picture.length) return undefined;
    const type = String.fromCharCode(...picture.subarray(at + 4, at + 8));
    if (DRAWN.has(type)) kept.push(picture.subarray(at, end));
    at = end;
  }
  return kept.length > 0 ? Buffer.concat(kept) : undefined;
}

/** 0: up to the end. 1: the length stands behind the type, in 64 bits. */
function lengthOfBox(view: DataView, at: number): number {
  const length = view.getUint32(at);
  if (length === 0) return view.byteLength - at;
  if (length > 1) return length;
  return at + 16 <= view.byteLength ? Number(view.getBigUint64(at + 8)) : 0;
}
