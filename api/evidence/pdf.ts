/**
 * A PDF, built anew from the drawing of its pages: no author, dates, XMP, attachments, scripts, forms, comments or earlier
 * revisions. Refused where something that is seen would be lost, or something that was covered would come to light.
 */
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFPage,
} from 'pdf-lib';
import { keepDrawing } from './pdf-drawing.ts';
import { FileRefused } from './refused.ts';

const MOST_PAGES = 300;

/** Throws `FileRefused`. Time and memory are bounded by whoever calls. */
export async function rebuild(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const source = await PDFDocument.load(bytes, { throwOnInvalidObject: true, updateMetadata: false });
    return await drawAnew(source);
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    // Whatever surprises the parser is the file's doing: it throws errors of many kinds, late ones too.
    throw isEncrypted(error, bytes) ? encrypted() : damaged();
  }
}

async function drawAnew(source: PDFDocument): Promise<Uint8Array> {
  const pages = source.getPages();
  if (pages.length === 0) throw damaged();
  if (pages.length > MOST_PAGES)
    throw new FileRefused(`This PDF has ${pages.length} pages. Add the ${MOST_PAGES} or fewer that matter.`);
  refuseHiddenLayers(source);
  const seen = new Set<PDFObject>();
  for (const page of pages) {
    refuseOverlays(page);
    keepDrawing(page.node, seen);
  }
  const fresh = await PDFDocument.create({ updateMetadata: false });
  for (const page of await fresh.copyPages(source, source.getPageIndices())) fresh.addPage(page);
  return fresh.save({ updateFieldAppearances: false });
}

const isEncrypted = (error: unknown, bytes: Uint8Array) =>
  error instanceof EncryptedPDFError || Buffer.from(bytes).includes('/Encrypt');
const encrypted = () =>
  new FileRefused('This PDF is encrypted or asks for a password. Save it without, and add that.');
const damaged = () =>
  new FileRefused('This PDF is damaged or cannot be read. Print it to a new PDF, and add that.');

/** Layers are not kept as such, so all of them would be seen. */
function refuseHiddenLayers({ catalog }: PDFDocument): void {
  const settings = at(catalog, 'OCProperties', 'D');
  if (!(settings instanceof PDFDict)) return;
  const off = at(settings, 'OFF');
  const base = at(settings, 'BaseState');
  if ((off instanceof PDFArray && off.size() > 0) || (base && base !== PDFName.of('ON')))
    throw new FileRefused('This PDF has hidden layers. Print it to a new PDF, and add that.');
}

function at(dict: PDFDict, ...names: readonly string[]) {
  let found: unknown = dict;
  for (const name of names) found = found instanceof PDFDict ? found.lookup(PDFName.of(name)) : undefined;
  return found;
}

/** Annotations without a look of their own, or whose look says nothing. */
const NOT_SEEN = ['Link', 'Popup', 'Text', 'FileAttachment', 'Sound', 'Movie', 'Screen', 'RichMedia', '3D'];
/** The flags Hidden and NoView of ISO 32000-1, table 165. */
const UNSEEN_FLAGS = 0b10_0010;

/** A box drawn over a name is an annotation, too: dropping it would show the name. */
function refuseOverlays(page: PDFPage): void {
  const annotations = page.node.Annots()?.asArray() ?? [];
  if (annotations.some((one) => isSeen(page.doc.context.lookup(one))))
    throw new FileRefused(
      'This PDF has comments, drawings or form fields laid over its pages. Print it to a new PDF, and add that.',
    );
}

function isSeen(annotation: unknown): boolean {
  if (!(annotation instanceof PDFDict)) return false;
  const subtype = at(annotation, 'Subtype');
  const flags = at(annotation, 'F');
  if (flags instanceof PDFNumber && (flags.asNumber() & UNSEEN_FLAGS) !== 0) return false;
  if (!(subtype instanceof PDFName) || NOT_SEEN.includes(subtype.decodeText())) return false;
  return subtype !== PDFName.of('Widget') || at(annotation, 'AP') !== undefined;
}
