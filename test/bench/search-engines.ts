/** The engines that are measured: how each builds its index into a folder, and the page that asks it. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import MiniSearch from 'minisearch';
import { close, createIndex } from 'pagefind';
import { build } from 'vite';
import { buildSearch } from '#site/search/build.ts';
import { BETWEEN, FIELDS, fieldsOf, type SearchDocument } from '#site/search/documents.ts';

export type Engine = {
  name: 'lunr, split' | 'Pagefind' | 'MiniSearch';
  /** Write all files of a site that holds nothing but the search. Gives the seconds that the index took. */
  write: (folder: string, documents: readonly SearchDocument[]) => Promise<number>;
};

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** `open` gives a function that takes a query and gives what is printed of the first ten hits. */
const pageWith = (open: string) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Search</title><link rel="icon" href="data:,"></head>
  <body>
    <pre></pre>
    <script type="module">
      let opening;
      const open = async () => { ${open} };
      window.ask = async (query) => {
        const began = performance.now();
        const hits = await (await (opening ??= open()))(query);
        document.querySelector('pre').textContent = JSON.stringify(hits, null, 2);
        return { hits: hits.length, milliseconds: performance.now() - began };
      };
    </script>
  </body>
</html>
`;

const lunrSplit: Engine = {
  name: 'lunr, split',
  write: async (folder, documents) => {
    const began = performance.now();
    const { catalog, parts } = buildSearch(documents, []);
    writeFile(folder, 'search/index.json', JSON.stringify(catalog));
    for (const [name, text] of parts) writeFile(folder, `search/parts/${name}.json`, text);
    const seconds = secondsSince(began);
    await bundle(folder, path.join(PROJECT, 'site/search/fetch-search.ts'));
    writeFile(
      folder,
      'index.html',
      pageWith(`
        const search = await (await import('/client.js')).fetchSearch('/search/index.json');
        return async (query) => search.hits((await search.find(query)).results.slice(0, 10));`),
    );
    return seconds;
  },
};

const pagefind: Engine = {
  name: 'Pagefind',
  write: async (folder, documents) => {
    const began = performance.now();
    const { index, errors } = await createIndex();
    if (!index) throw new Error(errors.join('\n'));
    for (const document of documents)
      await index.addHTMLFile({ url: document.href, content: htmlOf(document) });
    await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
    await close();
    const seconds = secondsSince(began);
    writeFile(
      folder,
      'index.html',
      pageWith(`
        const { search } = await import('/pagefind/pagefind.js');
        return async (query) => Promise.all((await search(query)).results.slice(0, 10).map((one) => one.data()));`),
    );
    return seconds;
  },
};

/** Its own advice for options: boosts, beginnings, and all that is printed stored beside the index. */
const miniSearch: Engine = {
  name: 'MiniSearch',
  write: async (folder, documents) => {
    const began = performance.now();
    const fields = Object.keys(FIELDS);
    const index = new MiniSearch({ fields, storeFields: ['href', ...fields] });
    index.addAll(documents.map((document, id) => ({ id, href: document.href, ...fieldsOf(document) })));
    writeFile(folder, 'index.json', JSON.stringify(index));
    const seconds = secondsSince(began);
    await bundle(folder, fileURLToPath(import.meta.resolve('minisearch')));
    writeFile(
      folder,
      'index.html',
      pageWith(`
        const { default: MiniSearch } = await import('/client.js');
        const options = { fields: ${JSON.stringify(fields)}, storeFields: ${JSON.stringify(['href', ...fields])} };
        const index = MiniSearch.loadJSON(await (await fetch('/index.json')).text(), options);
        const how = { boost: ${JSON.stringify(FIELDS)}, combineWith: 'AND', prefix: (term, at, all) => at === all.length - 1 };
        return async (query) => index.search(query, how).slice(0, 10);`),
    );
    return seconds;
  },
};

export const ENGINES: readonly Engine[] = [lunrSplit, pagefind, miniSearch];

const secondsSince = (began: number) => (performance.now() - began) / 1000;

function writeFile(folder: string, name: string, text: string): void {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** Bundle a module as the site is bundled, as `/client.js`. */
const bundle = (folder: string, entry: string) =>
  build({
    root: PROJECT,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry, formats: ['es'], fileName: () => 'client.js' },
      minify: true,
    },
  });

function htmlOf({ title, summary, sections }: SearchDocument): string {
  const body = sections.map(
    (part) => `${part.title && `<h2>${escaped(part.title)}</h2>`}<p>${escaped(part.text)}</p>`,
  );
  return `<!doctype html><html lang="en"><head><title>${escaped(title)}</title></head><body><h1>${escaped(title)}</h1><p>${escaped(summary)}</p>${body.join(BETWEEN)}</body></html>`;
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
