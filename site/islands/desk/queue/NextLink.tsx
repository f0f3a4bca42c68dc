/** Opens what waits for this person, so that a queue can be worked through without choosing. */
import type { NextItem } from '#schemas/queue.ts';
import { useDesk } from '../context.ts';
import { submissionHash } from '../routes.ts';
import { useLoaded } from '../use-loaded.ts';

export function NextLink() {
  const { calls } = useDesk();
  const { value } = useLoaded<NextItem>('next', () => calls.next());
  if (!value) return null;
  const { next } = value;
  if (!next) return <p>Nothing waits for you.</p>;
  return (
    <p>
      Waits for you:{' '}
      <a href={submissionHash(next.id)} data-key="n">
        {next.title}
      </a>
    </p>
  );
}
