import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { manualKey } from '#site/islands/sign-in/Enrol.tsx';
import { qrPath } from '#site/islands/sign-in/qr-path.ts';

const uri = 'otpauth://totp/Patch%20Commons:ada@example.org?secret=JBSWY3DPEHPK3PXPAB&issuer=Patch%20Commons';

/** Paint a path of rectangles that are one module high. */
function painted({ size, path }: ReturnType<typeof qrPath>): boolean[][] {
  const modules = Array.from({ length: size }, () => Array<boolean>(size).fill(false));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    modules[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  return modules;
}

test('the path paints every module of the code, with the quiet zone that readers need', () => {
  const path = qrPath(uri);

  expect(painted(path)).toEqual(encode(uri, { ecc: 'M', border: 4 }).data);
  expect(painted(path).slice(0, 4).flat()).not.toContain(true);
});

test('the key is shown in groups of four, because people type it', () => {
  expect(manualKey(uri)).toBe('JBSW Y3DP EHPK 3PXP AB');
});
