/** What the API knows of `content/`: the steps that lessons may name, and the addresses that editors' cases hold. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { KnownStep } from '#api/deps.ts';
import { process as processSchema } from '#schemas/process.ts';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---/;
const MDX = '.mdx';
const YAML = '.yaml';

const filesIn = (folder: string, ending: string) =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folder, name));

/** The steps of all reference processes, in the order of the processes. Throws on a file that does not hold one. */
export function readKnownSteps(contentDir: string): KnownStep[] {
  return filesIn(path.join(contentDir, 'processes'), MDX)
    .map((file) => ({
      slug: path.basename(file, MDX),
      process: processSchema.parse(parse(FRONT_MATTER.exec(fs.readFileSync(file, 'utf8'))?.[1] ?? '')),
    }))
    .sort((a, b) => a.process.order - b.process.order)
    .flatMap(({ slug, process }) =>
      process.steps.map(({ id, name }) => ({ id: `${slug}/${id}`, name, process: process.title })),
    );
}

/** Addresses of the cases that editors compiled: the names of their files. */
export const readCompiledSlugs = (contentDir: string): ReadonlySet<string> =>
  new Set(filesIn(path.join(contentDir, 'case-studies'), YAML).map((file) => path.basename(file, YAML)));
