/** The two answers of a short lesson, as they were told. They are read by the desk and their writer, and never published. */
import type { VNode } from 'preact';
import type { ShortLesson as Told } from '#schemas/submission.ts';
import { SECTOR_LABELS } from '#schemas/vocabulary.ts';
import { Markdown } from './markdown.tsx';

export const ShortLesson = ({ told }: { told: Told }): VNode => (
  <div class="record">
    <h3>What happened</h3>
    <Markdown text={told.happened} heading={4} />
    <h3>What they would do differently, or again</h3>
    <Markdown text={told.differently} heading={4} />
    {told.sector && <p>Sector: {SECTOR_LABELS[told.sector]}</p>}
  </div>
);
