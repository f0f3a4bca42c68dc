/**
 * Numbers the tables and figures of a volume that is printed whole. It works on the finished page, because only there is
 * known which table comes first: they come from many components. Pure; the page must be valid HTML, as all of ours are.
 */

const KINDS = { caption: 'Table', figcaption: 'Figure' } as const;
type Element = keyof typeof KINDS;
type Numbered = { name: string; id: string; title: string };

const CAPTION = /<(caption|figcaption)((?:\s[^>]*)?)>([\s\S]*?)<\/\1>/g;
const LINK = /(<a\b[^>]*\shref="#([^"]+)"[^>]*>[\s\S]*?)(<\/a>)/g;
const LIST = /(<nav\b[^>]*\sdata-list-of="(caption|figcaption)"[^>]*>[\s\S]*?<ul[^>]*>)(<\/ul>\s*<\/nav>)/g;

/**
 * Begin each caption with its number, like “Table 3.”, put the number behind each link that leads to one, and fill the
 * empty lists of `<nav data-list-of="caption">` and `<nav data-list-of="figcaption">`. Where there is none to list, the
 * list goes.
 */
export function numberCaptions(html: string): string {
  const found: Record<Element, Numbered[]> = { caption: [], figcaption: [] };
  const numbered = html.replace(CAPTION, (_, element: Element, attributes: string, inside: string) => {
    const name = `${KINDS[element]} ${found[element].length + 1}`;
    const own = /\sid="([^"]+)"/.exec(attributes)?.[1];
    const id = own ?? name.toLowerCase().replace(' ', '-');
    found[element].push({ name, id, title: titleOf(inside) });
    const marked = own ? attributes : `${attributes} id="${id}"`;
    return `<${element}${marked}><span class="caption-number">${name}.</span> ${inside.trim()}</${element}>`;
  });

  const names = new Map(Object.values(found).flatMap((list) => list.map(({ id, name }) => [id, name])));
  return numbered
    .replace(LINK, (link, open: string, id: string, close: string) =>
      names.has(id) ? `${open} (${names.get(id)})${close}` : link,
    )
    .replace(LIST, (_, open: string, element: Element, close: string) =>
      found[element].length > 0 ? [open, ...found[element].map(entryOf), close].join('') : '',
    );
}

/** The first sentence of a caption without its marks; what is set small explains it and is no part of it. */
const titleOf = (inside: string) =>
  inside
    .replace(/<small\b[\s\S]*$/, '')
    .replace(/<[^>]+>/g, '')
    .trim()
    .replace(/\.(?:\s[\s\S]*)?$/, '');

const entryOf = ({ name, id, title }: Numbered) => `<li><a href="#${id}">${name}. ${title}</a></li>`;
