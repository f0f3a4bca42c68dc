/** What the API knows of `content/`: what lessons and offerings may name, what the lab tries, and the addresses that editors' cases hold. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Deps, KnownStep } from '#api/deps.ts';
import { architecture } from '#schemas/architecture.ts';
import { call } from '#schemas/call.ts';
import type { CaseStudy } from '#schemas/case-study.ts';
import { volume } from '#schemas/guide.ts';
import { type KnownProcedure, labTest } from '#schemas/lab-test.ts';
import { process as processSchema } from '#schemas/process.ts';
import { supplierQuestions } from '#schemas/question.ts';
import {
  type CommentedText,
  commentedArchitecture,
  commentedProcess,
  commentedVolume,
} from '#site/forms/comment/texts.ts';
import { choicesOf, type OfferChoices } from '#site/record/offer-choices.ts';
import { parseCase } from './record.ts';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---/;
const MDX = '.mdx';
const YAML = '.yaml';

const filesIn = (folder: string, ending: string) =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => path.join(folder, name));

type Known = Pick<Deps, 'steps' | 'offers' | 'procedures' | 'compiledCases' | 'texts'>;

/** All of it, as the app is given it. Throws on a file that cannot be read. */
export const readKnownContent = (contentDir: string): Known => ({
  steps: readKnownSteps(contentDir),
  offers: readOfferChoices(contentDir),
  procedures: readProcedures(contentDir),
  compiledCases: readCompiledCases(contentDir),
  texts: readCommentedTexts(contentDir),
});

/** The steps of all reference processes, in the order of the processes. Throws on a file that does not hold one. */
export function readKnownSteps(contentDir: string): KnownStep[] {
  return filesIn(path.join(contentDir, 'processes'), MDX)
    .map((file) => ({ slug: path.basename(file, MDX), process: processSchema.parse(frontMatterOf(file)) }))
    .sort((a, b) => a.process.order - b.process.order)
    .flatMap(({ slug, process }) =>
      process.steps.map(({ id, name }) => ({ id: `${slug}/${id}`, name, process: process.title })),
    );
}

/** What an offering may name and is asked, in the editors' words. Throws on a file that does not hold it. */
export function readOfferChoices(contentDir: string): OfferChoices {
  const read = (...names: string[]) => parse(fs.readFileSync(path.join(contentDir, ...names), 'utf8'));
  const architectures = filesIn(path.join(contentDir, 'architectures'), MDX).map((file) => ({
    id: path.basename(file, MDX),
    ...architecture.parse(frontMatterOf(file)),
  }));
  return choicesOf({
    call: call.parse(read('call.yaml')),
    architectures: architectures.toSorted((a, b) => a.order - b.order),
    questions: supplierQuestions.parse(read('questions', 'supplier-questions.yaml')).questions,
  });
}

/** The lab procedures, by the names of their files, which are their ids. Throws on one that cannot be read. */
export const readProcedures = (contentDir: string): KnownProcedure[] =>
  filesIn(path.join(contentDir, 'lab-tests'), YAML).map((file) => ({
    id: path.basename(file, YAML),
    ...labTest.parse(parse(fs.readFileSync(file, 'utf8'))),
  }));

const frontMatterOf = (file: string): unknown =>
  parse(FRONT_MATTER.exec(fs.readFileSync(file, 'utf8'))?.[1] ?? '');

/** The cases that editors compiled, by the names of their files, which are their addresses. Throws on one that cannot be read. */
export const readCompiledCases = (contentDir: string): ReadonlyMap<string, CaseStudy> =>
  new Map(
    filesIn(path.join(contentDir, 'case-studies'), YAML).map((file) => [
      path.basename(file, YAML),
      parseCase(fs.readFileSync(file, 'utf8')).record,
    ]),
  );

/** The texts that can be commented on, with their sections. Throws on a file that does not hold one. */
export function readCommentedTexts(contentDir: string): CommentedText[] {
  const named = (folder: string) =>
    filesIn(path.join(contentDir, folder), MDX).map(
      (file) => [path.basename(file, MDX), frontMatterOf(file)] as const,
    );
  const volumes = filesIn(path.join(contentDir, 'guide'), YAML).filter((file) =>
    path.basename(file).startsWith('volume-'),
  );
  return [
    ...named('processes').map(([id, text]) => commentedProcess(id, processSchema.parse(text))),
    ...named('architectures').map(([id, text]) => commentedArchitecture(id, architecture.parse(text))),
    ...volumes.map((file) => commentedVolume(volume.parse(parse(fs.readFileSync(file, 'utf8'))))),
  ];
}
