/** A QR code as one SVG path. Pure. */
import { encode } from 'uqr';

/** Light modules around the code that readers need to find it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** `size`: modules a side with the quiet zone; `path`: the dark ones, one run of a row after the other. */
export function qrPath(text: string): { size: number; path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const runs = data.flatMap((row, y) =>
    darkRuns(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`),
  );
  return { size, path: runs.join('') };
}

/** Where runs of dark modules begin, and how long they are. */
function darkRuns(row: readonly boolean[]): [number, number][] {
  return row.flatMap((dark, x): [number, number][] => {
    if (!dark || row[x - 1]) return [];
    const end = row.indexOf(false, x);
    return [[x, (end < 0 ? row.length : end) - x]];
  });
}
