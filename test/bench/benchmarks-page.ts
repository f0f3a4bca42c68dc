/** The page `docs/benchmarks.md`: an introduction, and a section for each thing that is measured, as it was measured last. */
import os from 'node:os';

const INTRODUCTION = `# Benchmarks

Made by \`npm run bench -- --write\`. Every figure stands beside one of a bare baseline, measured in the same run on the same
machine: the ratio is what carries over to another machine, the figure itself does not. One run: on a machine with other
work to do, as its load tells, the ratios differ from run to run. \`npm run bench -- search --write\` measures one section
and leaves the others as they are.
`;

/** The load of the machine before and after says how much else it was doing. */
export type Machine = { at: Date; load: readonly [before: number, after: number] };

/** Put measured sections, each under headings of level 2, into the page in place of those of the same headings. */
export function putIntoPage(page: string, measured: readonly string[]): string {
  const sections = new Map([page, ...measured].flatMap(sectionsOf));
  return [INTRODUCTION, ...sections.values()].join('\n');
}

/** Sections by their headings. */
const sectionsOf = (text: string): [string, string][] =>
  `\n${text}`
    .split(/\n(?=## )/)
    .slice(1)
    .map((section) => [section.split('\n')[0] ?? '', `${section.trim()}\n`]);

/** Say below each heading when and on what it was measured. */
export function stamped(section: string, { at, load }: Machine): string {
  const processor = os.cpus()[0]?.model.trim() ?? 'unknown';
  const loads = load.map((value) => value.toFixed(1)).join(' before, ');
  const stamp = `${at.toISOString().slice(0, 10)} · Node ${process.version} · ${os.cpus().length} cores (${processor}) · load ${loads} after`;
  return section.replace(/^(## .*)$/gm, `$1\n\n${stamp}`);
}
