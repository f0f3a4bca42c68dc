/** Numbers as people write them, and the order of magnitude in words that hides the exact one. */

/** Digits with separators of thousands of several countries, and perhaps decimals. */
export const NUMBER = String.raw`\d{1,3}(?:(?:[.,'’\u00A0\u202F]|(?<=\d) )\d{2,3}(?!\d))+(?:[.,]\d{1,2}(?!\d))?|\d{1,12}(?:[.,]\d{1,3})?`;

/** Read `1.250`, `1,250`, `1 250` and `1’250` as 1250, and `3,5` and `3.5` as 3.5. */
export function valueOfNumber(text: string): number {
  const grouped = /[.,](\d{1,2})$/.exec(text);
  const whole = grouped ? text.slice(0, grouped.index) : text;
  return Number(`${whole.replace(/\D/g, '')}.${grouped?.[1] ?? 0}`);
}

/** What a word or letter after a number multiplies it by. */
export const SCALES: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  lakh: 1e5,
  m: 1e6,
  mn: 1e6,
  mm: 1e6,
  mio: 1e6,
  mil: 1e6,
  mill: 1e6,
  million: 1e6,
  crore: 1e7,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
};

/** Digits that say something: 2 in `1,200`, 1 in `5000`. */
export const significantDigits = (text: string) => text.replace(/\D/g, '').replace(/^0+|0+$/g, '').length;

const UNITS = ['', 'thousand', 'million', 'billion', 'trillion'];

/** Say how large: “over a million”, “several thousand”, “over ten thousand”, “hundreds of millions of”. For 10 and more. */
export function magnitude(value: number): string {
  const digits = String(Math.floor(value)).length - 1;
  const unit = UNITS[Math.min(Math.floor(digits / 3), UNITS.length - 1)] ?? '';
  const within = digits % 3;
  if (unit === '') return within === 2 ? (value < 200 ? 'over a hundred' : 'several hundred') : 'dozens of';
  if (value < 2 * 10 ** digits) return `over ${['a', 'ten', 'a hundred'][within]} ${unit}`;
  return within === 0 ? `several ${unit}` : `${within === 1 ? 'tens' : 'hundreds'} of ${unit}s of`;
}

/** Before a number that only tells about how much. */
export const ABOUT =
  /\b(?:about|around|roughly|approximately|approx\.?|some|nearly|almost|over|under|more than|less than|up to|at least|circa|ca\.?) $|[~≈<>] ?$/i;
