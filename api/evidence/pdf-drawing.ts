/**
 * What a page of a PDF is drawn from, and nothing beside it. An allowlist: programs invent keys to hide things under, and
 * one list of what is drawn is shorter than one of what is not. ISO 32000-1 (PDF 1.7), tables as noted.
 */
import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObject,
  type PDFPageLeaf,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib';
import { withoutProfile, withPixelsOnly } from './pdf-pictures.ts';

const words = (text: string) => text.trim().split(/\s+/);

/** Table 30. Without annotations, actions, metadata, thumbnails, structure, and what programs keep for themselves. */
const OF_PAGES = new Set(
  words('Type Parent Resources MediaBox CropBox BleedBox TrimBox ArtBox Rotate Contents Group UserUnit'),
);
/** Table 33, without Properties and ProcSet. Under these, keys are names that the page itself chose. */
const RESOURCES = words('ExtGState ColorSpace Pattern Shading XObject Font');
/** Other dictionaries whose keys are names of somebody's choice: glyphs (table 112) and inks (table 71). */
const NAMED = new Set(['CharProcs', 'Colorants']);

const KEPT = new Set(
  words(`
    Type Subtype Length Filter DecodeParms Resources
    Predictor Colors Columns EarlyChange K EndOfLine EncodedByteAlign Rows EndOfBlock BlackIs1
    DamagedRowsBeforeError JBIG2Globals ColorTransform
    FormType BBox Matrix Group S CS I
    Width Height ColorSpace BitsPerComponent Intent ImageMask Mask Decode Interpolate SMask SMaskInData Matte
    LW LC LJ ML D RI OP op OPM Font BG BG2 UCR UCR2 TR TR2 HT FL SM SA BM CA ca AIS TK G BC
    HalftoneType Frequency Angle SpotFunction AccurateScreens Xsquare Ysquare TransferFunction
    PatternType PaintType TilingType XStep YStep Shading ExtGState
    ShadingType Background AntiAlias Coords Domain Function Extend BitsPerCoordinate BitsPerFlag VerticesPerRow
    FunctionType Range Size BitsPerSample Order Encode C0 C1 N Functions Bounds
    WhitePoint BlackPoint Gamma Colorants Process Components
    BaseFont FirstChar LastChar Widths FontDescriptor Encoding BaseEncoding Differences ToUnicode DescendantFonts
    CIDSystemInfo Registry Ordering Supplement DW W DW2 W2 CIDToGIDMap CMapName WMode UseCMap CharProcs
    FontName FontFamily FontStretch FontWeight Flags FontBBox FontMatrix ItalicAngle Ascent Descent Leading CapHeight
    XHeight StemV StemH AvgWidth MaxWidth MissingWidth FontFile FontFile2 FontFile3 CharSet CIDSet Length1 Length2
    Length3
  `),
);

/** Remove from a page, in place, whatever it is not drawn from. Throws `FileRefused` for pictures that hold more than pixels. */
export function keepDrawing(page: PDFPageLeaf, seen: Set<PDFObject>): void {
  const resources = page.Resources();
  for (const key of page.keys()) if (!OF_PAGES.has(key.decodeText())) page.delete(key);
  const walk = walker(page.context, seen);
  if (resources) walk.resources(resources);
  for (const key of ['Contents', 'Group']) walk.value(page.get(PDFName.of(key)));
}

/** `seen`: what was walked already, so that pages share it and circles end. */
function walker(context: PDFContext, seen: Set<PDFObject>) {
  function value(object: PDFObject | undefined): void {
    if (!object || seen.has(object)) return;
    seen.add(object);
    if (object instanceof PDFRef) {
      const found = context.lookup(object);
      const stored = found instanceof PDFRawStream ? withPixelsOnly(found) : found;
      if (stored && stored !== found) context.assign(object, stored);
      value(stored);
    }
    if (object instanceof PDFStream) value(object.dict);
    if (object instanceof PDFDict) entries(object);
    if (object instanceof PDFArray) items(object);
  }

  function entries(dict: PDFDict): void {
    for (const [key, entry] of dict.entries()) {
      const name = key.decodeText();
      const inner = context.lookup(entry);
      if (!KEPT.has(name)) dict.delete(key);
      else if (name === 'Resources' && inner instanceof PDFDict) resources(inner);
      else if (NAMED.has(name) && inner instanceof PDFDict) named(inner);
      else value(entry);
    }
  }

  function items(array: PDFArray): void {
    withoutProfile(array);
    for (const item of array.asArray()) value(item);
  }

  function resources(dict: PDFDict): void {
    if (seen.has(dict)) return;
    seen.add(dict);
    for (const key of dict.keys()) if (!RESOURCES.includes(key.decodeText())) dict.delete(key);
    for (const [, entry] of dict.entries()) {
      const inner = context.lookup(entry);
      if (inner instanceof PDFDict) named(inner);
    }
  }

  function named(dict: PDFDict): void {
    if (seen.has(dict)) return;
    seen.add(dict);
    for (const [, entry] of dict.entries()) value(entry);
  }

  return { value, resources };
}
