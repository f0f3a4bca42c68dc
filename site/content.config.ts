/** The collections: what editors write as MDX and YAML, and case studies and offerings that are YAML wherever they come from. */

import { defineCollection } from 'astro:content';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { file, glob, type Loader } from 'astro/loaders';
import { parse } from 'yaml';
import { z } from 'zod';
import { fileOf } from '#api/review/stored-names.ts';
import { architecture } from '#schemas/architecture.ts';
import { call } from '#schemas/call.ts';
import { commentRecord } from '#schemas/comment.ts';
import { cisControls, controlMapNotes, crosswalk, csf, nistControls } from '#schemas/control-map.ts';
import { term } from '#schemas/glossary.ts';
import { offeringTemplate, volume } from '#schemas/guide.ts';
import { publishedLabRun } from '#schemas/lab-run.ts';
import { labTest } from '#schemas/lab-test.ts';
import { maintenanceGroups, measures } from '#schemas/maintenance-group.ts';
import { process as processSchema } from '#schemas/process.ts';
import { publishedCase, publishedOffering, sha256, tombstone } from '#schemas/published.ts';
import { barriers, question, supplierQuestions } from '#schemas/question.ts';
import { measuredService } from '#schemas/service-levels.ts';
import { beliefAndRecord, bod2604Row, deployerRow, programme, regimes } from '#schemas/timeline.ts';
import { SUBMISSION_KINDS } from '#schemas/vocabulary.ts';
import { readComments, readLabRuns } from '#site/beside-files.ts';
import { readRecords } from '#site/record-files.ts';
import { readMeasuredService } from '#site/service-levels.ts';
import { decisionRows } from '#site/timelines/decision-table.ts';

const asRead = {
  file: z.string(),
  sha256,
  current: z.boolean(),
};
const recordFile = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), ...asRead, published: publishedCase }),
  z.strictObject({ kind: z.literal('offering'), ...asRead, published: publishedOffering }),
  z.strictObject({ kind: z.literal('tombstone'), ...asRead, of: z.enum(SUBMISSION_KINDS), tombstone }),
]);

/** Records are checked as they are read, so the store takes them as they are. */
const records: Loader = {
  name: 'records',
  load: async ({ config, store, watcher }) => {
    const root = fileURLToPath(config.root);
    const content = path.join(root, 'content');
    const folder = path.resolve(root, process.env.RECORDS_DIR ?? '.data/records');
    const reload = async () => {
      const files = await readRecords({ content, records: folder });
      store.clear();
      for (const { slug: _, file, ...read } of files)
        store.set({ id: fileOf(read), data: { ...read, file: path.relative(root, file) } });
    };
    await reload();
    watcher?.add([path.join(content, 'case-studies'), folder]);
    watcher?.on('change', (changed) => {
      if (changed.endsWith('.yaml')) void reload();
    });
  },
};

/** What the API measured by night, where it has; the page says so where it has not. */
const measured: Loader = {
  name: 'measured-service',
  load: async ({ config, store }) => {
    const folder = path.resolve(fileURLToPath(config.root), process.env.RECORDS_DIR ?? '.data/records');
    store.clear();
    const data = await readMeasuredService(folder);
    if (data) store.set({ id: 'service', data });
  },
};

/** Answered comments, by the names of their files. */
const comments: Loader = {
  name: 'comments',
  load: async ({ config, store }) => {
    const root = fileURLToPath(config.root);
    const folders = [
      path.join(root, 'content'),
      path.resolve(root, process.env.RECORDS_DIR ?? '.data/records'),
    ];
    store.clear();
    for (const data of await readComments(folders)) store.set({ id: fileOf(data), data });
  },
};

/** What the lab found, by the names of their files. */
const labRuns: Loader = {
  name: 'lab-runs',
  load: async ({ config, store }) => {
    const folder = path.resolve(fileURLToPath(config.root), process.env.RECORDS_DIR ?? '.data/records');
    store.clear();
    for (const data of await readLabRuns(folder)) store.set({ id: fileOf(data), data });
  },
};

/** A file that is one thing and not a list: a collection of one entry of that name. */
const single = (path: string, id: string) => file(path, { parser: (text) => ({ [id]: parse(text) }) });
/** The same by the schema of the file: `path` below `content/`. */
const whole = <S extends z.ZodType>(path: string, schema: S) =>
  defineCollection({ loader: single(`content/${path}`, path), schema });
const decisionTable = <S extends z.ZodType>(name: 'bod-26-04' | 'deployer', schema: S) =>
  defineCollection({
    loader: file(`content/timelines/ssvc/${name}.csv`, { parser: (text) => decisionRows(name, text) }),
    schema,
  });

export const collections = {
  processes: defineCollection({
    loader: glob({ base: './content/processes', pattern: '*.mdx' }),
    schema: processSchema,
  }),
  questions: defineCollection({
    loader: glob({ base: './content/questions', pattern: '*.mdx' }),
    schema: question,
  }),
  barriers: defineCollection({
    loader: single('content/questions/barriers.yaml', 'barriers'),
    schema: barriers,
  }),
  supplierQuestions: defineCollection({
    loader: single('content/questions/supplier-questions.yaml', 'supplier-questions'),
    schema: supplierQuestions,
  }),
  architectures: defineCollection({
    loader: glob({ base: './content/architectures', pattern: '*.mdx' }),
    schema: architecture,
  }),
  glossary: defineCollection({ loader: file('content/glossary.yaml'), schema: term }),
  volumes: defineCollection({
    loader: glob({ base: './content/guide', pattern: 'volume-*.yaml' }),
    schema: volume,
  }),
  labTests: defineCollection({
    loader: glob({ base: './content/lab-tests', pattern: '*.yaml' }),
    schema: labTest,
  }),
  offeringTemplate: whole('guide/offering-template.yaml', offeringTemplate),
  call: whole('call.yaml', call),
  maintenanceGroups: whole('maintenance-groups.yaml', maintenanceGroups),
  measures: whole('measures.yaml', measures),
  programme: whole('timelines/programme.yaml', programme),
  beliefAndRecord: whole('timelines/belief-and-record.yaml', beliefAndRecord),
  bod2604: decisionTable('bod-26-04', bod2604Row),
  deployer: decisionTable('deployer', deployerRow),
  csf: whole('controls/csf-2.0.json', csf),
  nistControls: whole('controls/sp800-53.json', nistControls),
  crosswalk: whole('controls/csf-1.1-to-2.0.json', crosswalk),
  cis: whole('controls/cis-8.1.yaml', cisControls),
  controlNotes: whole('controls/notes.yaml', controlMapNotes),
  // All rules are one entry: a collection keeps no order, and they stand as the editors put them.
  regimes: defineCollection({
    loader: file('content/timelines/regimes.yaml', {
      parser: (text) => ({ regimes: { rules: parse(text) } }),
    }),
    schema: z.strictObject({ rules: regimes }),
  }),
  measuredService: defineCollection({ loader: measured, schema: measuredService }),
  comments: defineCollection({
    loader: comments,
    schema: z.strictObject({ kind: z.literal('comment'), sha256, comment: commentRecord }),
  }),
  labRuns: defineCollection({
    loader: labRuns,
    schema: z.strictObject({ kind: z.literal('lab_run'), sha256, run: publishedLabRun }),
  }),
  records: defineCollection({ loader: records, schema: recordFile }),
};
