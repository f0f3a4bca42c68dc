/**
 * Bare Astro projects that print the text of every page of a built site by one template: without styles, scripts, schemas,
 * components or files beside the pages.
 *
 * `data`: the text lies ready as paragraphs in one file. It is the least that Astro can do.
 * `markdown`: each page is a Markdown file, read by Astro's own loader. Like our site it has to read and to understand as many
 * files as there are pages.
 */
import fs from 'node:fs';
import path from 'node:path';

export const BARE_PROJECTS = { data: writeDataProject, markdown: writeMarkdownProject } as const;
export type BareProject = keyof typeof BARE_PROJECTS;

type PageText = { page: string; title: string; paragraphs: string[] };

export const listPages = (folder: string) =>
  fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.html'));

function writeDataProject(root: string, site: string): void {
  writeProject(root, {
    'pages.json': JSON.stringify(textsOf(site)),
    'pages/[...page].astro': `---
import pages from '../pages.json';
export const getStaticPaths = () =>
  pages.map(({ page, ...props }) => ({ params: { page }, props }));
const { title, paragraphs } = Astro.props;
---
${template('{title}', '{paragraphs.map((text) => <p>{text}</p>)}')}`,
  });
}

function writeMarkdownProject(root: string, site: string): void {
  const files = textsOf(site).map((text, index) => [`text/${index}.md`, markdownOf(text)]);
  writeProject(root, {
    ...Object.fromEntries(files),
    'content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
export const collections = { pages: defineCollection({ loader: glob({ base: './src/text', pattern: '*.md' }) }) };
`,
    'pages/[...page].astro': `---
import { getCollection, render } from 'astro:content';
export const getStaticPaths = async () =>
  (await getCollection('pages')).map((entry) => ({ params: { page: entry.data.page }, props: { entry } }));
const { entry } = Astro.props;
const { Content } = await render(entry);
---
${template('{entry.data.title}', '<Content />')}`,
  });
}

const template = (title: string, text: string) => `
<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>${title}</title></head>
  <body><main>${text}</main></body>
</html>
`;

const markdownOf = ({ page, title, paragraphs }: PageText) =>
  `---\npage: ${JSON.stringify(page)}\ntitle: ${JSON.stringify(title)}\n---\n\n${paragraphs.map(escaped).join('\n\n')}\n`;

const escaped = (text: string) => text.replace(/[\\`*_<>[\]#]/g, '\\$&');

function writeProject(root: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, 'src', name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
  fs.writeFileSync(path.join(root, 'astro.config.mjs'), 'export default {};\n');
}

const textsOf = (site: string) =>
  listPages(site).map((file) => textOf(file, fs.readFileSync(path.join(site, file), 'utf8')));

function textOf(file: string, html: string): PageText {
  const plain = (part: string) =>
    part
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
  const body = html.slice(html.indexOf('<body')).replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, '');
  return {
    page: `p/${file.replace(/(\/?index)?\.html$/, '')}`,
    title: plain(/<title>([\s\S]*?)<\/title>/.exec(html)?.[1] ?? ''),
    paragraphs: body
      .split(/<\/(?:p|li|h\d|td|th|dt|dd|summary)>/)
      .map(plain)
      .filter(Boolean),
  };
}
