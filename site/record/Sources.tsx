/** What a record rests on: each source with who published it, when, and whether it speaks at first hand. */
import type { VNode } from 'preact';
import type { Source } from '#schemas/case-study.ts';
import type { Standing } from '#schemas/vocabulary.ts';
import { longDate } from '#site/dates.ts';

export const STANDING_LABELS = {
  primary: 'Primary source',
  secondary: 'Secondary source',
} as const satisfies Record<Standing, string>;

/** A source of a record or of an editors' page; the latter may leave out who published it. */
type Cited = Omit<Source, 'publisher'> & { publisher?: string | undefined };

export const Sources = ({ sources }: { sources: readonly Cited[] }): VNode => (
  <ol class="sources">
    {sources.map((source) => (
      <li>
        <SourceLine {...source} />
      </li>
    ))}
  </ol>
);

export const SourceLine = ({ title, publisher, url, date, standing, archived }: Cited): VNode => (
  <>
    {url ? (
      <a href={url} rel="nofollow ugc noopener">
        {title}
      </a>
    ) : (
      <cite>{title}</cite>
    )}
    . {publisher}
    {date && (
      <>
        {publisher && ', '}
        <time dateTime={date}>{longDate(date)}</time>
      </>
    )}
    {(publisher || date) && '. '}
    <StandingTag standing={standing} />
    {archived && (
      <>
        {' '}
        <a href={archived.url} rel="nofollow ugc noopener">
          Archived {longDate(archived.date)}
        </a>
      </>
    )}
  </>
);

export const StandingTag = ({ standing }: { standing: Standing }): VNode => (
  <span class={`standing standing--${standing}`}>{STANDING_LABELS[standing]}</span>
);
