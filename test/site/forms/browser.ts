/**
 * What a browser would send for a form that Preact printed: names and values are read from the HTML itself.
 * It knows only the regular markup of preact-render-to-string.
 */

export type Field = {
  tag: string;
  name: string;
  value: string;
  id: string | undefined;
  type: string | undefined;
};

const NAMED_ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const decoded = (html: string) =>
  html.replace(/&(amp|lt|gt|quot);/g, (_, name) => NAMED_ENTITIES[name] ?? '');

function attributesOf(markup: string): Map<string, string> {
  return new Map(
    [...markup.matchAll(/([a-z:-]+)(?:="([^"]*)")?/gi)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decoded(value),
    ]),
  );
}

const CONTROL = /<input((?:"[^"]*"|[^>"])*)\/?>|<(textarea|select)((?:"[^"]*"|[^>"])*)>([\s\S]*?)<\/\2>/g;

/** Every control of the form, in order, whether it would be sent or not. */
export function controls(html: string): (Field & { isSent: boolean })[] {
  return [...html.matchAll(CONTROL)].map(([, input, tag, markup, inner = '']) => {
    const attributes = attributesOf(input ?? markup ?? '');
    const type = attributes.get('type');
    return {
      tag: tag ?? 'input',
      name: attributes.get('name') ?? '',
      id: attributes.get('id'),
      type,
      value: tag ? innerValue(tag, inner) : (attributes.get('value') ?? ''),
      isSent: type !== 'checkbox' && type !== 'radio' ? true : attributes.has('checked'),
    };
  });
}

function innerValue(tag: string, inner: string): string {
  if (tag === 'textarea') return decoded(inner.replace(/^\n/, '')).replace(/\r?\n/g, '\r\n');
  const options = [...inner.matchAll(/<option([^>]*)>/g)].map(([, markup = '']) => attributesOf(markup));
  const chosen = options.find((option) => option.has('selected')) ?? options[0];
  return chosen?.get('value') ?? '';
}

/** The fields that a press of “Send it” would send. */
export const sentFields = (html: string): [string, string][] =>
  controls(html)
    .filter(({ isSent, name }) => isSent && name !== '')
    .map(({ name, value }) => [name, value]);
