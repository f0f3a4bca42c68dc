/** A view that waits for its answer, or says why there is none. */
import type { ComponentChildren } from 'preact';
import { Heading } from './Heading.tsx';
import { queueHash } from './routes.ts';
import type { Loaded } from './use-loaded.ts';

type Props<T> = { of: Loaded<T>; title: string; children: (value: T) => ComponentChildren };

export function Loading<T>({ of: { value, refused, reload }, title, children }: Props<T>) {
  if (value !== undefined) return <>{children(value)}</>;
  if (!refused) return <p role="status">Loading …</p>;
  return (
    <>
      <Heading>{title}</Heading>
      <p>{refused.detail}</p>
      <p>
        {refused.status === 404 ? (
          <a href={queueHash()}>Go to the queue</a>
        ) : (
          <button class="usa-button" type="button" onClick={reload}>
            Try again
          </button>
        )}
      </p>
    </>
  );
}
