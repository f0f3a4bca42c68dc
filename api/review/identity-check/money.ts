/** Exact sums of money. A round sum after “about” tells no more than its order, and stays. */
import { ABOUT, magnitude, NUMBER, SCALES, significantDigits, valueOfNumber } from './magnitudes.ts';
import { before, type Detector, fitted, matchesOf } from './matches.ts';

const CODES =
  'USD|EUR|GBP|CHF|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|JPY|CNY|RMB|KRW|INR|AUD|CAD|NZD|SGD|HKD|TWD|ZAR|BRL|MXN|TRY|ILS|AED|SAR|THB|IDR|MYR|Rs\\.?|kr\\.?|Fr\\.|R\\$|zł|Kč';
const SYMBOLS = `(?:US|AU|NZ|HK|CA|[ACS])?[$]|[€£¥₹₩₺₪]`;
const WORDS =
  'US[ -]dollars|dollars?|euros?|pounds?(?: sterling)?|francs?|kronor|kroner|krona|crowns?|yen|yuan|rupees?|zloty|z[łl]otych|reais|pesos?|rand|won|shekels?|lira';
const SCALE = String.raw`(?:[\s-]?(?<scale>thousand|million|billion|lakh|crore|mill?|tsd|mio|mrd|mn|bn|mm|[kmb])s?\b\.?)?`;
const AMOUNT = String.raw`(?<number>${NUMBER})(?:(?: ?[–-] ?| to )\d[\d.,]{0,11}(?<!\D))?(?:,[-–])?${SCALE}`;
const AMOUNT_AGAIN = AMOUNT.replace('<number>', '<count>').replace('<scale>', '<factor>');
const MONEY = new RegExp(
  String.raw`(?<![\w$€£.,])(?:(?:(?<currency>\b(?:${CODES}) ?(?:${SYMBOLS})?|${SYMBOLS})[ \u00A0]?)${AMOUNT}(?:[ \u00A0](?:USD|EUR|AUD|CAD))?|${AMOUNT_AGAIN}[ \u00A0]?(?:of )?(?<named>(?:${CODES})(?![\w])|${SYMBOLS}|(?:${WORDS})\b))(?![\d])`,
  'gi',
);

/** Codes are written in capitals: “try 2,000 times” is no sum in lira. */
const CODE = new RegExp(`^(?:${CODES})$`);
const isOnlyAWord = (unit: string) => CODE.test(unit.toUpperCase()) && !CODE.test(unit);

const SMALL_SUM = 1_000;

export const money: Detector = (text) =>
  matchesOf(text, MONEY, (match) => {
    const { number, scale, currency, count, factor, named } = match.groups ?? {};
    const written = number ?? count ?? '';
    const unit = (currency ?? named ?? '').trim();
    if (isOnlyAWord(unit)) return undefined;
    const value = valueOfNumber(written) * (SCALES[(scale ?? factor ?? '').toLowerCase()] ?? 1);
    const isRough = significantDigits(written) <= 1 && ABOUT.test(before(text, match.index));
    if (value < SMALL_SUM || isRough) return undefined;
    return {
      kind: 'money',
      start: match.index,
      end: match.index + match[0].length,
      proposal: fitted(text, match.index, `${magnitude(value)} ${currencyName(unit)}`),
    };
  });

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/R\$|reais|BRL/i, 'reais'],
  [/\$|dollar|USD|AUD|CAD|NZD/i, 'dollars'],
  [/€|euro|EUR/i, 'euros'],
  [/£|pound|GBP/i, 'pounds'],
  [/¥|yen|JPY/i, 'yen'],
  [/₹|rupee|INR|Rs/i, 'rupees'],
  [/franc|CHF/i, 'francs'],
  [/kr|crown|SEK|NOK|DKK/i, 'kroner'],
];
const currencyName = (written: string) =>
  CURRENCIES.find(([pattern]) => pattern.test(written))?.[1] ?? written.trim();
