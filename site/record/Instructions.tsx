/** How an offering is put to work: numbered steps, each with what it needs, what to do, how to see that it worked, and the way back. */
import type { VNode } from 'preact';
import type { Instruction } from '#schemas/offering.ts';
import { Markdown } from './markdown.tsx';
import type { Level } from './Section.tsx';

const PARTS = {
  prerequisites: 'Before',
  configuration: 'Do',
  verification: 'See that it worked',
  rollback: 'Go back',
} as const satisfies Partial<Record<keyof Instruction, string>>;
const IN_ORDER = Object.keys(PARTS) as (keyof typeof PARTS)[];

/** The fragment of a step in its record, counted from 0. */
export const instructionAnchor = (index: number) => `step-${index + 1}`;

type Props = {
  steps: readonly Instruction[];
  level: Level;
  /** Whether each step has its fragment: false where several offerings stand on one page. */
  anchored?: boolean;
};

export function Instructions({ steps, level, anchored = true }: Props): VNode {
  const Heading = `h${level === 2 ? 3 : 4}` as const;
  const Part = `h${level === 2 ? 4 : 5}` as const;
  return (
    <ol class="instructions">
      {steps.map((step, index) => (
        <li key={step.title} id={anchored ? instructionAnchor(index) : undefined}>
          <Heading>{step.title}</Heading>
          {IN_ORDER.map((part) => {
            const text = step[part];
            return text === undefined ? null : (
              <div key={part} class="instructions__part">
                <Part>{PARTS[part]}</Part>
                <Markdown text={text} heading={level + 3} />
              </div>
            );
          })}
        </li>
      ))}
    </ol>
  );
}
