/** The several names of one thing: who looks for one finds pages that use another. */
import type { Term } from '#schemas/glossary.ts';
import type { Names } from './catalog.ts';
import { termsOf } from './terms.ts';

/** Short names of products and crafts that reports use without a word, and that are no terms of the glossary. */
const SHORT_NAMES = [
  ['EDR', 'endpoint detection and response'],
  ['ICS', 'industrial control systems'],
  ['MDM', 'mobile device management'],
  ['PoC', 'proof of concept'],
  ['RCE', 'remote code execution'],
  ['RMM', 'remote monitoring and management'],
  ['SCCM', 'MECM', 'Configuration Manager'],
  ['WSUS', 'Windows Server Update Services'],
] as const;

type Named = Pick<Term, 'term' | 'expands' | 'synonyms'>;

/** Sets of names, each name as terms with a space between. What goes by one name only is left out. */
export const namesOf = (glossary: readonly Named[]): Names =>
  [
    ...glossary.map(({ term, expands, synonyms }) => [term, ...(expands ? [expands] : []), ...synonyms]),
    ...SHORT_NAMES,
  ]
    .map((names) => [...new Set(names.map((name) => termsOf(name).join(' ')))].filter(Boolean))
    .filter((names) => names.length > 1);
