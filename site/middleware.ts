/**
 * What happens to every page after it is rendered: the terms of the glossary are linked where they are first used, and a
 * volume on paper has its tables and figures numbered.
 */
import { getCollection } from 'astro:content';
import { defineMiddleware } from 'astro:middleware';
import { type TermLinker, termLinker } from '#site/glossary/link-terms.ts';
import { numberCaptions } from '#site/guide/number-captions.ts';
import { PATHS } from '#site/paths.ts';

const LINKED = [
  PATHS.processes,
  PATHS.architectures,
  PATHS.questions,
  PATHS.guide,
  PATHS.maintenance,
  PATHS.controls,
  PATHS.call,
  PATHS.lessons,
];

const isOnPaper = (path: string) => path.startsWith(PATHS.guide) && path.endsWith('/print/');

let linker: Promise<TermLinker> | undefined;
const openLinker = async () => termLinker((await getCollection('glossary')).map(({ data }) => data));

export const onRequest = defineMiddleware(async ({ url }, next) => {
  const response = await next();
  const isPage = response.headers.get('Content-Type')?.startsWith('text/html');
  if (!isPage || !LINKED.some((path) => url.pathname.startsWith(path))) return response;
  linker ??= openLinker();
  const linked = (await linker)(await response.text());
  return new Response(isOnPaper(url.pathname) ? numberCaptions(linked) : linked, response);
});
