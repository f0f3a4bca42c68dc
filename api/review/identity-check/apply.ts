/** Put proposals in place of what was found. A finding whose words have changed since is passed over. */
import type { IdentityFinding } from '#schemas/identity-finding.ts';

type Place = Pick<IdentityFinding, 'start' | 'end' | 'text' | 'proposal'>;

/** Replace one finding in the text of its field. Returns the text as it is if something else stands there by now. */
export const applyProposal = (text: string, { start, end, text: found, proposal }: Place): string =>
  text.slice(start, end) === found ? text.slice(0, start) + proposal + text.slice(end) : text;

/** Replace findings of one text, whatever their order. */
export const applyProposals = (text: string, places: readonly Place[]): string =>
  places.toSorted((a, b) => b.start - a.start).reduce(applyProposal, text);

/**
 * Replace findings throughout what holds the field `content`, such as the body of a submission or the values of a form.
 * Returns a copy that shares what did not change. A field that becomes empty is left out; one that is gone is passed over.
 */
export function applyAll<Values extends object>(
  values: Values,
  findings: readonly IdentityFinding[],
): Values {
  const byPath = Map.groupBy(findings, ({ path }) => path);
  return [...byPath].reduce((changed, [path, places]) => {
    const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
    return replacedAt(changed, keys, (text) => applyProposals(text, places));
  }, values);
}

function replacedAt<Value>(value: Value, keys: readonly string[], replace: (text: string) => string): Value {
  const [key, ...rest] = keys;
  if (key === undefined) return (typeof value === 'string' ? replace(value) : value) as Value;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const next = replacedAt(Reflect.get(value, key), rest, replace);
  if (Array.isArray(value)) return value.with(Number(key), next) as Value;
  const { [key as keyof typeof value]: _, ...others } = value;
  return (next === '' ? others : { ...value, [key]: next }) as Value;
}
