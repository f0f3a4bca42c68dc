/**
 * The search page in the browser: what is typed stands in the address and is sent nowhere. The index and the code that
 * reads it are loaded when the box is first used.
 */
import type { Find, Hit } from './find.ts';

type Parts = { form: HTMLFormElement; box: HTMLInputElement; status: HTMLElement; results: HTMLElement };

const SHOWN = 20;
const PAUSE = 150;

/** `address` is that of the index. */
export function startSearch({ form, box, status, results }: Parts, address: string) {
  let opening: Promise<Find> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = () => {
    opening ??= Promise.all([import('./find.ts'), fetch(address).then(readJson)]).then(
      ([{ openIndex }, index]) => openIndex(index),
    );
    return opening.catch((fault) => {
      opening = undefined;
      throw fault;
    });
  };

  async function show() {
    const query = box.value.trim();
    if (query === '') return print([], '');
    try {
      const hits = (await open())(query);
      if (query === box.value.trim()) print(hits.slice(0, SHOWN), summed(hits.length));
    } catch {
      print([], 'The index could not be loaded. Check your connection and press Search.');
    }
  }

  function print(hits: readonly Hit[], message: string) {
    results.replaceChildren(...hits.map(resultOf));
    status.textContent = message;
  }

  const keep = () => {
    const query = box.value.trim();
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname);
  };
  box.addEventListener('focus', () => void open().catch(() => {}), { once: true });
  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show().then(keep), PAUSE);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(timer);
    void show().then(keep);
  });
  box.value = new URLSearchParams(location.search).get('q') ?? '';
  if (box.value) void show();
}

const readJson = (answer: Response) => (answer.ok ? answer.json() : Promise.reject(answer.status));

const summed = (count: number) => {
  if (count === 0) return 'Nothing found. Try fewer or other words, like “rollback” or a CVE id.';
  if (count > SHOWN) return `${count} pages found, the first ${SHOWN} shown`;
  return count === 1 ? '1 page found' : `${count} pages found`;
};

function resultOf({ href, title, kind, excerpt }: Hit): Node {
  const item = element('li', 'entry');
  const heading = element('h2', 'entry__title');
  const link = Object.assign(document.createElement('a'), { href, textContent: title });
  const about = element('p', 'entry__about');
  const summary = element('p', 'entry__summary');
  about.textContent = kind;
  summary.append(
    ...excerpt.map(({ text, found }) => {
      if (!found) return text;
      return Object.assign(document.createElement('mark'), { textContent: text });
    }),
  );
  heading.append(link);
  item.append(heading, about, summary);
  return item;
}

const element = (name: string, className: string) =>
  Object.assign(document.createElement(name), { className });
