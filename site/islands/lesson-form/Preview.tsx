/** How the page would read: the same rule makes the record, and the same component prints it, as at publication. */
import { useEffect, useRef } from 'preact/hooks';
import { toPublic } from '#api/review/to-public.ts';
import type { LessonContent } from '#schemas/submission.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import { CaseStudy } from '#site/record/CaseStudy.tsx';

type Props = { content: LessonContent; steps: readonly OfferedStep[] };

export function Preview({ content, steps }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [content]);
  return (
    <section class="preview" aria-labelledby="preview">
      <h2 id="preview" tabIndex={-1} ref={heading}>
        How your page would read
      </h2>
      <p class="usa-hint">Before review. You sign off the final text before anything is published.</p>
      <CaseStudy record={toPublic(content)} steps={steps} />
    </section>
  );
}
