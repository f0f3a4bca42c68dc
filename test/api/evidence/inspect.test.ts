/** What is kept of a file: what it shows, and nothing that its makers did not mean to show. */
import zlib from 'node:zlib';
import { degrees, PDFDict, PDFDocument, PDFName, PDFString } from 'pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type Inspected, inspect } from '#api/evidence/inspect.ts';
import {
  DEGREES,
  DRAWN,
  found,
  PLANTED,
  pdfWith,
  picture,
  pictureBomb,
  plantedJpeg,
  plantedPdf,
  plantedPng,
  plantedWebp,
  textIn,
} from './planted.ts';

const HIDDEN = 'hidden-by-a-program';

const answerTo = (bytes: Uint8Array, name: string) =>
  inspect(bytes, name).then(
    ({ type }) => `taken as ${type}`,
    (error: Error) => `${error.name}: ${error.message}`,
  );
const textOf = ({ bytes }: Inspected) => Buffer.from(bytes).toString();

describe('a PDF', () => {
  test('nothing that was planted is found in the rebuilt one, and what is seen is there', async () => {
    const planted = await plantedPdf();
    expect(found(planted)).toEqual(Object.keys(PLANTED));

    const { type, bytes } = await inspect(planted, 'report.pdf');

    expect(type).toBe('application/pdf');
    expect(found(bytes)).toEqual([]);
    const text = textIn(bytes);
    expect(text).toContain(DRAWN);
    expect(text).not.toMatch(
      /Exif|ICC_PROFILE|JavaScript|\/(JS|AA|OpenAction|Names|EmbeddedFile|Metadata|PieceInfo|Annots|Info|AcroForm)\b/,
    );
  });

  test('its pages stay, in number, size and direction', async () => {
    const pdf = await pdfWith((doc) => doc.addPage([400, 500]).setRotation(degrees(90)));

    const rebuilt = await PDFDocument.load((await inspect(pdf, 'a.pdf')).bytes);

    expect(rebuilt.getPages().map((page) => ({ ...page.getSize(), ...page.getRotation() }))).toEqual([
      { width: 300, height: 200, type: 'degrees', angle: 0 },
      { width: 400, height: 500, type: 'degrees', angle: 90 },
    ]);
  });

  test('the same file becomes the same bytes, so that an upload can be tried again', async () => {
    const planted = await plantedPdf();

    expect((await inspect(planted, 'a.pdf')).bytes).toEqual((await inspect(planted, 'b.pdf')).bytes);
  });

  test('a picture in it that was packed twice, and its colour profile, are cleaned too', async () => {
    const jpeg = await plantedJpeg();
    const pdf = await pdfWith((doc) => {
      const { context } = doc;
      const profile = context.register(context.stream(HIDDEN, { N: 3 }));
      const image = context.stream(zlib.deflateSync(jpeg), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: 60,
        Height: 30,
        ColorSpace: ['ICCBased', profile],
        BitsPerComponent: 8,
        Filter: ['FlateDecode', 'DCTDecode'],
      });
      doc.getPage(0).node.setXObject(PDFName.of('Picture'), context.register(image));
    });
    expect(found(pdf)).toEqual(['author', 'xmp', 'comment']);
    expect(textIn(pdf)).toContain(HIDDEN);

    const { bytes } = await inspect(pdf, 'a.pdf');

    expect(found(bytes)).toEqual([]);
    expect(textIn(bytes)).not.toContain(HIDDEN);
    expect(textIn(bytes)).toMatch(/\/Picture \d+ 0 R/);
    expect(textIn(bytes)).toContain('/DCTDecode');
  });

  test('what programs hide under keys of their own, and the names of marked content, are left out', async () => {
    const pdf = await pdfWith(async (doc) => {
      await doc.flush();
      const resources = doc.getPage(0).node.Resources();
      const fonts = resources?.lookup(PDFName.of('Font'), PDFDict);
      const [key] = fonts?.keys() ?? [];
      if (key) fonts?.lookup(key, PDFDict).set(PDFName.of('Secret'), PDFString.of(HIDDEN));
      resources?.set(PDFName.of('Properties'), doc.context.obj({ MC0: { Title: PDFString.of(HIDDEN) } }));
    });
    expect(textIn(pdf).split(HIDDEN)).toHaveLength(3);

    const { bytes } = await inspect(pdf, 'a.pdf');

    expect(textIn(bytes)).not.toContain(HIDDEN);
    expect(textIn(bytes)).toContain('/Helvetica');
  });

  const print = /Print it to a new PDF, and add that|Save it without, and add that/;
  test.each<[string, (doc: PDFDocument) => void]>([
    [
      'a box is drawn over something',
      (doc) =>
        doc
          .getPage(0)
          .node.addAnnot(
            doc.context.register(
              doc.context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [0, 0, 99, 99], IC: [0, 0, 0] }),
            ),
          ),
    ],
    ['it is a filled form', (doc) => filledForm(doc)],
    [
      'a layer is hidden',
      ({ catalog, context }) => {
        const layer = context.register(context.obj({ Type: 'OCG', Name: PDFString.of('Draft') }));
        catalog.set(PDFName.of('OCProperties'), context.obj({ OCGs: [layer], D: { OFF: [layer] } }));
      },
    ],
    [
      'it is encrypted',
      ({ context }) => {
        context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 2, R: 3 }));
      },
    ],
  ])('it is refused where %s, because something would be lost or uncovered', async (_, change) => {
    expect(await answerTo(await pdfWith(change), 'a.pdf')).toMatch(print);
  });

  test('it is refused where it is damaged, cut off, or only begins like one', async () => {
    const pdf = await pdfWith(() => {});
    const damaged = /^FileRefused: This PDF is damaged/;

    expect(await answerTo(pdf.subarray(0, 200), 'a.pdf')).toMatch(damaged);
    expect(await answerTo(Buffer.from('%PDF-1.7\n<html><script>alert(1)</script>'), 'a.pdf')).toMatch(
      damaged,
    );
    expect(await answerTo(await pdfWith((doc) => addPages(doc, 300)), 'a.pdf')).toMatch(/has 301 pages/);
  });

  test('a page for browsers behind its end is gone', async () => {
    const both = Buffer.concat([await pdfWith(() => {}), Buffer.from('<html><script>alert(1)</script>')]);

    expect(textOf(await inspect(both, 'a.html'))).not.toContain('<script>');
  });
});

const addPages = (doc: PDFDocument, count: number) => {
  for (let number = 0; number < count; number += 1) doc.addPage();
};

function filledForm(doc: PDFDocument): void {
  const field = doc.getForm().createTextField('name');
  field.setText(PLANTED.author);
  field.addToPage(doc.getPage(0));
}

describe('a picture', () => {
  test('a JPEG keeps its pixels, upright, and loses place, artist, XMP and profile', async () => {
    const planted = await plantedJpeg();
    const before = await sharp(planted).metadata();
    expect(before.exif?.includes(DEGREES)).toBe(true);
    expect(found(planted)).toEqual(['author', 'xmp', 'comment']);
    expect(before).toMatchObject({ width: 60, height: 30, orientation: 6, hasProfile: true });

    const { type, bytes } = await inspect(planted, 'IMG_0042.JPG');

    expect(type).toBe('image/jpeg');
    expect(found(bytes)).toEqual([]);
    const after = await sharp(bytes).metadata();
    expect(after).toMatchObject({ width: 30, height: 60, hasProfile: false });
    expect([after.exif, after.xmp, after.icc, after.iptc, after.orientation]).toEqual(
      Array(5).fill(undefined),
    );
  });

  test.each([
    ['PNG', plantedPng, 'image/png', ['author', 'attachment', 'comment']],
    ['WebP', plantedWebp, 'image/webp', ['author', 'xmp', 'comment']],
  ])('a %s loses its texts, EXIF and what is behind its end', async (_, plant, expected, planted) => {
    const file = await plant();
    expect(found(file)).toEqual(planted);

    const { type, bytes } = await inspect(file, 'a');

    expect(type).toBe(expected);
    expect(found(bytes)).toEqual([]);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 60, height: 30 });
  });

  test('of an animation one frame is kept', async () => {
    const frames = await sharp(
      [await picture().png().toBuffer(), await picture().negate().png().toBuffer()],
      {
        join: { animated: true },
      },
    )
      .webp()
      .toBuffer();
    expect((await sharp(frames).metadata()).pages).toBe(2);

    const { bytes } = await inspect(frames, 'a.webp');

    expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
  });

  test('it is refused where it is a bomb or cut off', async () => {
    const jpeg = await picture().resize(600, 600).jpeg().toBuffer();
    const png = await picture().png().toBuffer();

    expect(await answerTo(pictureBomb(), 'a.png')).toMatch(/^FileRefused: .*more than 60 million pixels/);
    expect(await answerTo(jpeg.subarray(0, jpeg.length / 2), 'a.jpg')).toMatch(/^FileRefused: .*damaged/);
    expect(await answerTo(png.subarray(0, 60), 'a.png')).toMatch(/^FileRefused: .*damaged/);
  });

  test('its content decides what it is, not its name', async () => {
    const png = await picture().png().toBuffer();

    expect(await answerTo(png, 'report.pdf')).toBe('taken as image/png');
    expect(await answerTo(png, 'table.csv')).toBe('taken as image/png');
    expect(await answerTo(await picture().gif().toBuffer(), 'a.png')).toMatch(
      /^FileRefused: .*not taken here/,
    );
  });
});

describe('a table', () => {
  test.each([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['a,=1+1', "a,'=1+1"],
    ['a;@SUM(A1)', "a;'@SUM(A1)"],
    ['a\t+1+cmd', "a\t'+1+cmd"],
    ['"=1+1",b', '"\'=1+1",b'],
    ['a, =1+1', "a, '=1+1"],
    ['a\r=1+1', "a\r'=1+1"],
    ['a\n\t=1+1', "a\n\t'=1+1"],
    ["a\n-2+3+cmd|' /C calc'!A0", "a\n'-2+3+cmd|' /C calc'!A0"],
    ['＝1+1', "'＝1+1"],
    ['\uFEFF=1+1', "\uFEFF'=1+1"],
    ['"",""=1', `"",""'=1`],
    ['-5,x-5,+1,-', '-5,x-5,+1,-'],
    ['-5\n-1.5e-3;+12,5\n"-7"\n-5 %', '-5\n-1.5e-3;+12,5\n"-7"\n-5 %'],
    ['-5-1', "'-5-1"],
    ['-5=1', "'-5=1"],
    ['mail@example.org,a=b,1-2', 'mail@example.org,a=b,1-2'],
    ['name,found\nlog4j,214\n', 'name,found\nlog4j,214\n'],
  ])('%j is kept as %j', async (given, kept) => {
    expect(textOf(await inspect(Buffer.from(given), 'a.csv'))).toBe(kept);
  });
});

describe('a text', () => {
  test('it is kept to the letter', async () => {
    const text = '# Patchday\r\n\n= not a cell\t→ ünïcode 日本 ‮\n';

    expect(textOf(await inspect(Buffer.from(text), 'notes.md'))).toBe(text);
    expect(await answerTo(Buffer.from(text), 'notes.MD')).toBe('taken as text/markdown');
    expect(await answerTo(Buffer.from(text), 'notes.txt')).toBe('taken as text/plain');
    expect(await answerTo(Buffer.from('BM, and other words'), 'a.csv')).toBe('taken as text/csv');
  });

  test.each<[string, string | Uint8Array, string, RegExp]>([
    ['empty', '', 'a.txt', /is empty/],
    ['blank', ' \n ', 'a.txt', /is empty/],
    ['in another encoding', Buffer.from([0x63, 0x61, 0x66, 0xe9]), 'a.csv', /UTF-8/],
    ['in UTF-16', Buffer.from('\uFEFFa,b', 'utf16le'), 'a.csv', /UTF-8|control/],
    ['binary', 'a\0b', 'a.txt', /Line 1 holds control characters/],
    ['full of orders to a terminal', 'a\nb \u001b[2J', 'a.log', /Line 2 holds control characters/],
    ['a web page', '<!DOCTYPE html><script>alert(1)</script>', 'a.txt', /web page/],
    ['a drawing', ' <svg onload="alert(1)">', 'a.md', /web page/],
    ['XML', '<?xml version="1.0"?><a/>', 'a.txt', /XML/],
    ['a program', '#!/bin/sh\nrm -rf /', 'a.txt', /a program/],
    ['a spreadsheet that calculates', 'ID;PWXL;N;E\nC;Y1;X1;E1+1', 'a.csv', /a spreadsheet/],
    ['rich text, which names its author', '{\\rtf1{\\info{\\author Ana}}}', 'a.txt', /document/],
    ['of a kind that is not taken', 'let me in', 'a.html', /not taken here. Add PDF, PNG/],
    ['without an ending', 'let me in', 'LICENSE', /not taken here/],
  ])('it is refused where it is %s', async (_, content, name, message) => {
    const answer = await answerTo(Buffer.from(content), name);

    expect(answer).toMatch(/^FileRefused/);
    expect(answer).toMatch(message);
  });
});
