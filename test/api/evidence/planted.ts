/** Real files with something in them that must not be kept, and a search that would find it. */
import zlib from 'node:zlib';
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';

/** What is hidden, and where. Each stands in a planted file at least once. */
export const PLANTED = {
  author: 'Author Ana Secretova',
  title: 'Title of secret project',
  xmp: 'xmp-creator-ana',
  attachment: 'attached secret notes',
  script: 'app.alert("secret script")',
  earlier: 'earlier secret revision',
  piece: 'private application secret',
  comment: 'camera secret comment',
} as const;

export const DRAWN = 'Words that are seen';

/** A picture of one colour, wide rather than high. */
export const picture = () =>
  sharp({ create: { width: 60, height: 30, channels: 3, background: { r: 200, g: 30, b: 60 } } });

const xmp = (text: string) =>
  `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" dc:creator="${text}"/></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const EXIF = {
  IFD0: { Artist: PLANTED.author, ImageDescription: PLANTED.comment },
  IFD3: {
    GPSLatitudeRef: 'N',
    GPSLatitude: '48/1 51/1 2952/100',
    GPSLongitudeRef: 'E',
    GPSLongitude: '2/1 21/1 0/1',
  },
};

/** As a camera writes it, lying on its side: GPS, artist, XMP, and a profile with words in it. */
export const plantedJpeg = () =>
  picture()
    .withMetadata({ orientation: 6 })
    .withExif(EXIF)
    .withXmp(xmp(PLANTED.xmp))
    .withIccProfile('p3')
    .jpeg()
    .toBuffer();

/** How the degrees of that place stand in EXIF. */
export const DEGREES = Buffer.from([48, 0, 0, 0, 1, 0, 0, 0]);

export const plantedWebp = () => picture().withExif(EXIF).withXmp(xmp(PLANTED.xmp)).webp().toBuffer();

/** With a text chunk, EXIF, and something behind its end. */
export async function plantedPng(): Promise<Buffer> {
  const png = await picture().withExif(EXIF).png().toBuffer();
  const end = png.length - 12;
  return Buffer.concat([
    png.subarray(0, end),
    chunk('tEXt', Buffer.from(`Author\0${PLANTED.author}`)),
    png.subarray(end),
    Buffer.from(`PK ${PLANTED.attachment}`),
  ]);
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
export function chunk(type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(zlib.crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/** A PNG that says it is 50,000 pixels wide and high, in a few bytes. */
export function pictureBomb(): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(50_000, 0);
  head.writeUInt32BE(50_000, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', zlib.deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Everything that hides in a PDF, and a second revision that overwrites the first one's text. */
export async function plantedPdf(): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  const { context, catalog } = pdf;
  const page = pdf.addPage([300, 200]);
  page.drawImage(await pdf.embedJpg(await plantedJpeg()), { x: 10, y: 10 });
  pdf.setAuthor(PLANTED.author);
  pdf.setTitle(PLANTED.title);
  const metadata = () =>
    context.register(context.stream(xmp(PLANTED.xmp), { Type: 'Metadata', Subtype: 'XML' }));
  catalog.set(PDFName.of('Metadata'), metadata());
  page.node.set(PDFName.of('Metadata'), metadata());
  page.node.set(PDFName.of('PieceInfo'), context.obj({ App: { Private: PDFString.of(PLANTED.piece) } }));
  await pdf.attach(Buffer.from(PLANTED.attachment), 'notes.txt');
  pdf.addJavaScript('open', PLANTED.script);
  const action = context.obj({ Type: 'Action', S: 'JavaScript', JS: PDFString.of(PLANTED.script) });
  catalog.set(PDFName.of('OpenAction'), action);
  page.node.set(PDFName.of('AA'), context.obj({ O: action }));
  page.node.set(
    PDFName.of('Annots'),
    context.obj([
      {
        Type: 'Annot',
        Subtype: 'Link',
        Rect: [0, 0, 9, 9],
        A: action,
        T: PDFHexString.fromText(PLANTED.author),
      },
    ]),
  );
  const text = context.register(context.stream(drawing(PLANTED.earlier)));
  page.node.addContentStream(text);
  const first = Buffer.from(await pdf.save({ useObjectStreams: false }));
  return withRevision(first, text.objectNumber, drawing(DRAWN));
}

const drawing = (words: string) => `BT 20 150 Td (${words}) Tj ET`;

/** Append a newer version of one stream, as programs do that save quickly. ISO 32000-1, 7.5.6. */
function withRevision(pdf: Buffer, object: number, content: string): Buffer {
  const text = pdf.toString('latin1');
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1];
  const root = /\/Root (\d+ 0 R)/.exec(text)?.[1];
  const size = /\/Size (\d+)/.exec(text)?.[1];
  const at = pdf.length + 1;
  const newer = `\n${object} 0 obj\n<< /Length ${content.length} >>\nstream\n${content}\nendstream\nendobj\n`;
  const table = `xref\n${object} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  const trailer = `trailer\n<< /Size ${size} /Root ${root} /Prev ${previous} >>\nstartxref\n${pdf.length + newer.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(newer + table + trailer, 'latin1')]);
}

/** A PDF of one page, with what `change` does to it. */
export async function pdfWith(change: (pdf: PDFDocument) => void | Promise<void>): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  pdf.addPage([300, 200]).drawText(DRAWN, { x: 20, y: 150, size: 12 });
  await change(pdf);
  return Buffer.from(await pdf.save({ useObjectStreams: false }));
}

/** The content of a file as text, what is packed in it unpacked too. */
export function textIn(file: Uint8Array): string {
  const raw = Buffer.from(file).toString('latin1');
  const packed = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream = '']) =>
    inflated(Buffer.from(stream, 'latin1')),
  );
  return [raw, ...packed].join('\n');
}

function inflated(bytes: Buffer): string {
  try {
    return zlib.inflateSync(bytes, { finishFlush: zlib.constants.Z_SYNC_FLUSH }).toString('latin1');
  } catch {
    return '';
  }
}

/** Which of the planted words a file holds: as they are, in UTF-16, or in UTF-16 written in hex. */
export function found(file: Uint8Array): string[] {
  const text = textIn(file);
  return Object.entries(PLANTED)
    .filter(([, words]) => formsOf(words).some((form) => text.includes(form)))
    .map(([where]) => where);
}

function formsOf(words: string): string[] {
  const wide = Buffer.from(words, 'utf16le').swap16();
  return [words, wide.toString('latin1'), wide.toString('hex').toUpperCase()];
}
