/** Pictures and colours of a PDF, without what their own formats hold beside them. */
import { decodePDFRawStream, PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFStream } from 'pdf-lib';
import { withoutSegments } from './jpeg.ts';
import { withoutBoxes } from './jpeg2000.ts';
import { FileRefused } from './refused.ts';

const DEVICE_SPACES: Readonly<Record<number, string>> = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' };

/** A colour profile may be named after a person's screen: the plain space of as many colours takes its place. */
export function withoutProfile(space: PDFArray): void {
  if (space.size() !== 2 || space.get(0) !== PDFName.of('ICCBased')) return;
  const profile = space.lookup(1);
  const colours = profile instanceof PDFStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
  const device = colours instanceof PDFNumber ? DEVICE_SPACES[colours.asNumber()] : undefined;
  if (!device) throw unreadable();
  space.set(0, PDFName.of(device));
  space.remove(1);
}

const PICTURES = {
  DCTDecode: withoutSegments,
  JPXDecode: withoutBoxes,
} as const;
const isPicture = (filter: string | undefined): filter is keyof typeof PICTURES =>
  filter !== undefined && Object.hasOwn(PICTURES, filter);

/** The stream with nothing but pixels, where it is a picture in a format that could hold more. */
export function withPixelsOnly(stream: PDFRawStream): PDFRawStream {
  const filters = filtersOf(stream);
  const last = filters.at(-1);
  if (!isPicture(last)) return stream;
  const pixels = PICTURES[last](filters.length === 1 ? stream.contents : unwrapped(stream, filters));
  if (!pixels) throw unreadable();
  const dict = stream.dict.clone();
  dict.set(PDFName.of('Filter'), PDFName.of(last));
  if (filters.length > 1) dict.delete(PDFName.of('DecodeParms'));
  return PDFRawStream.of(dict, pixels);
}

function filtersOf({ dict }: PDFRawStream): string[] {
  const filter = dict.lookup(PDFName.of('Filter'));
  const names =
    filter instanceof PDFArray ? filter.asArray().map((one) => dict.context.lookup(one)) : [filter];
  return names.filter((name) => name instanceof PDFName).map((name) => name.decodeText());
}

/** A picture that was packed once more: without the outer filters. */
function unwrapped({ dict, contents }: PDFRawStream, filters: readonly string[]): Uint8Array {
  const outer = PDFDict.withContext(dict.context);
  outer.set(PDFName.of('Filter'), dict.context.obj(filters.slice(0, -1)));
  return decodePDFRawStream(PDFRawStream.of(outer, contents)).decode();
}

const unreadable = () =>
  new FileRefused('A picture in this PDF cannot be read. Print the PDF to a new PDF, and add that.');
