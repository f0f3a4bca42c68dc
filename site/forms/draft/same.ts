/** Whether two drafts say the same. A database keeps the keys of an object in an order of its own, so order does not count. */
import canonicalize from 'canonicalize';
import type { FormValues } from '../names.ts';

/** RFC 8785 JSON of what a form holds. */
export const canonical = (values: FormValues): string => canonicalize(values) ?? '';

export const isSame = (one: FormValues, other: FormValues): boolean => canonical(one) === canonical(other);
