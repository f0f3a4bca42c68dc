/** The editors' files as tests read them: without a build, by the schemas of the site. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { parseCase } from '#api/publishing/record.ts';
import { controlMapNotes, csf, nistControls } from '#schemas/control-map.ts';
import { process as processSchema } from '#schemas/process.ts';

export const CONTENT = fileURLToPath(new URL('../../content', import.meta.url));

export const readContent = (file: string) => fs.readFileSync(path.join(CONTENT, file), 'utf8');

/** Names of the files in a folder that end so, in order. */
export const listContent = (folder: string, ending: string) =>
  fs
    .readdirSync(path.join(CONTENT, folder))
    .filter((name) => name.endsWith(ending))
    .toSorted();

/** The front matter of an MDX file. Throws where there is none. */
export function frontMatter(file: string): unknown {
  const found = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readContent(file));
  if (!found?.[1]) throw new Error(`${file} has no front matter`);
  return parse(found[1]);
}

/** All processes in their order. */
export const readProcesses = () =>
  listContent('processes', '.mdx')
    .map((name) => ({
      id: path.basename(name, '.mdx'),
      data: processSchema.parse(frontMatter(`processes/${name}`)),
    }))
    .toSorted((a, b) => a.data.order - b.data.order);

/** All cases that editors compiled. */
export const readCases = () =>
  listContent('case-studies', '.yaml').map((name) => parseCase(readContent(`case-studies/${name}`)));

export const readCatalogs = () => ({
  csf: csf.parse(JSON.parse(readContent('controls/csf-2.0.json'))).nodes,
  sp80053: nistControls.parse(JSON.parse(readContent('controls/sp800-53.json'))).controls,
});

export const readControlNotes = () => controlMapNotes.parse(parse(readContent('controls/notes.yaml')));
