/** For the source of a lesson that an editor wrote down: how it came, what was agreed, and the text, to be confirmed or not. */
import { toPublic } from '#api/review/to-public.ts';
import type { RecordedHow } from '#schemas/recording.ts';
import { type Content, isLesson, isShort, release } from '#schemas/submission.ts';
import { longDate } from '#site/dates.ts';
import type { OfferedStep } from '#site/forms/form.ts';
import { CaseStudy } from '#site/record/CaseStudy.tsx';
import { ShortLesson } from '#site/record/ShortLesson.tsx';

type Props = { recording: RecordedHow; content: Content; steps: readonly OfferedStep[] };

/** “Written down …” */
export const FROM = { email: 'from your e-mail', interview: 'from an interview with you' } as const;

export const Recorded = ({ recording: { way, receivedOn, consent }, content, steps }: Props) => (
  <section aria-labelledby="recorded">
    <div class="prose">
      <h2 id="recorded">We wrote this down for you</h2>
      <p>
        An editor of Patch Commons wrote it down {FROM[way]} of {longDate(receivedOn)}. It counts as yours
        once you have confirmed it. What is not quite right can still be changed: you sign the exact text
        before anything is published. If nothing of it should be kept, withdraw it.
      </p>
      {consent && (
        <>
          <h3>What the editor noted of your consent</h3>
          <p class="as-written">{consent}</p>
        </>
      )}
      <h3>The text, with everything that was written down</h3>
    </div>
    <div class="sign-off__text">
      <WholeText content={content} steps={steps} />
    </div>
  </section>
);

/** Also what only reviewers would read: it is the source's own. */
function WholeText({ content, steps }: Pick<Props, 'content' | 'steps'>) {
  if (isShort(content)) return <ShortLesson told={content} />;
  if (!isLesson(content)) return null;
  return <CaseStudy record={toPublic({ ...content, release: release.parse({}) })} steps={steps} />;
}
